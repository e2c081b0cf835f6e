using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;

namespace MovieChat.Workflows.Notices;

/// <summary>The messages that offer drafts on other surfaces: remembered, and changed once their offers are answered, wherever that was.</summary>
public sealed partial class OfferPosts(SubscriptionTable subscriptions, FateFinder fates, IEnumerable<INoticeChannel> channels, ILogger<OfferPosts> log)
{
    /// <summary>Remembers a message that offers a draft. Twice is harmless.</summary>
    /// <param name="reference">What the message is found by, in the surface's own form.</param>
    public Task RememberAsync(Offer offer, string subscription, string reference, CancellationToken cancellationToken) =>
        subscriptions.PutPostAsync(offer.Project, new(subscription, offer.Document, offer.Draft, offer.Status, reference), cancellationToken);

    /// <summary>Tells on every message of a subscription whose offer is closed what became of it. Whether it is closed, the project tells and no single event:
    /// an offer may end because something else changed, or have been answered before its message was remembered.</summary>
    /// <param name="project">As late as it is known.</param>
    /// <returns>Null when all is told.</returns>
    public async Task<Delivery?> SettleAsync(WritingProject project, Subscription subscription, CancellationToken cancellationToken)
    {
        if (channels.FirstOrDefault(each => each.Kind == subscription.Kind) is not { KeepsPosts: true } channel) return null;
        await foreach (var post in subscriptions.ListPostsAsync(project.Id, subscription.Id, cancellationToken))
        {
            var offer = new Offer(project.Id, post.Document, post.Draft, post.Status);
            if (offer.IsOpen(project)) continue;
            var fate = await fates.FindAsync(project, offer, cancellationToken);
            switch (await channel.UpdateAsync(subscription, post, OfferCards.Answered(project.Title, offer, fate), cancellationToken))
            {
                case Delivery.Delivered:
                    break;
                case Delivery.Refused refused:
                    Log.Refused(log, project.Id, subscription.Kind, post.Document, refused.Reason);
                    break;
                case var trouble:
                    return trouble;
            }

            await subscriptions.RemovePostAsync(project.Id, post, cancellationToken);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: a {Kind} message that offers {Document} can not be changed, and is left as it is: {Reason}")]
        public static partial void Refused(ILogger log, string project, string kind, DocumentId document, string reason);
    }
}
