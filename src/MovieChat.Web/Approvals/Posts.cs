using MovieChat.Storage;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Approvals;

/// <summary>Remembers the messages in which cards were shown, so that they are changed once their offers are answered.</summary>
internal sealed class Posts(OfferPosts posts, SubscriptionTable subscriptions, IProjectHost host)
{
    /// <param name="reference">What the message is found by, in the surface's own form.</param>
    public async Task RememberAsync(ShownCard shown, string reference, CancellationToken cancellationToken)
    {
        if (shown is not { Offer: { } offer, Subscription: { } id }) return;
        await posts.RememberAsync(offer, id, reference, cancellationToken);

        // It may have been answered elsewhere before the message was known. What fails here is told with the next change.
        if (await host.FindAsync(offer.Project, cancellationToken) is not { } film || offer.IsOpen(film)) return;
        if (await subscriptions.FindAsync(film.Id, id, cancellationToken) is { } subscription) await posts.SettleAsync(film, subscription, cancellationToken);
    }
}
