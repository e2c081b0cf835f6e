using MovieChat.Storage;

namespace MovieChat.Web.Approvals;

/// <summary>Remembers the messages in which cards were shown, so that they are changed once their offers are answered.</summary>
internal sealed class Posts(SubscriptionTable subscriptions)
{
    /// <param name="reference">What the message is found by, in the surface's own form.</param>
    public Task RememberAsync(ShownCard shown, string reference, CancellationToken cancellationToken) => shown is { Offer: { } offer, Subscription: { } subscription }
        ? subscriptions.PutPostAsync(offer.Project, new(subscription, offer.Document, offer.Draft, offer.Status, reference), cancellationToken)
        : Task.CompletedTask;
}
