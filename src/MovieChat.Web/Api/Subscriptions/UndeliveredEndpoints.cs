using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Api.Subscriptions;

/// <summary>What could not be delivered: to be seen, and tried again.</summary>
internal static class UndeliveredEndpoints
{
    /// <summary>Most that are tried again by one request.</summary>
    private const int MostReplayed = 20;

    public static void MapUndelivered(this RouteGroupBuilder subscriptions)
    {
        subscriptions.MapGet("/{subscription}/undelivered", ListAsync).Named("listUndelivered", "List what could not be delivered", "What was tried for three days and given up, oldest first.").Fails(400, 404);
        subscriptions.MapPost("/{subscription}/undelivered/{sequence:long}/replay", ReplayAsync).Named("replayUndelivered", "Deliver one event once more", "Tried at once. What fails again stays listed.").Write(404);
        subscriptions.MapPost("/{subscription}/undelivered/replay", ReplayAllAsync)
            .Named("replayAllUndelivered", "Deliver once more what could not be", $"The oldest first, up to {MostReplayed}, until one fails again.").Write(404);
    }

    private static async Task<Ok<Page<UndeliveredItem>>> ListAsync(
        string project, string subscription, Caller caller, OwnProjects own, SubscriptionTable table, int? limit, long? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var begin = Page.After(after);
        var found = await SubscriptionEndpoints.FindAsync(caller, project, subscription, own, table, cancellationToken);
        var items = await table.ListUndeliveredAsync(found.Project, found.Id, cancellationToken).Where(each => each.Sequence > begin).Take(most + 1).Select(UndeliveredItem.Of).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(items, most, item => item.Sequence));
    }

    private static async Task<Ok<ReplayItem>> ReplayAsync(
        string project, string subscription, long sequence, Caller caller, CommandKey key, OwnProjects own, SubscriptionTable table, NoticeDelivery delivery, CancellationToken cancellationToken)
    {
        _ = key;
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var found = await SubscriptionEndpoints.FindAsync(film, subscription, table, cancellationToken);
        return TypedResults.Ok(Item(await delivery.ReplayAsync(film, found, sequence, cancellationToken) ?? throw new ProblemException(ProblemKinds.UnknownDelivery)));
    }

    private static async Task<Ok<ReplayItem>> ReplayAllAsync(
        string project, string subscription, Caller caller, CommandKey key, OwnProjects own, SubscriptionTable table, NoticeDelivery delivery, CancellationToken cancellationToken)
    {
        _ = key;
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var found = await SubscriptionEndpoints.FindAsync(film, subscription, table, cancellationToken);
        return TypedResults.Ok(await TryAllAsync(film, found, table, delivery, cancellationToken));
    }

    private static async Task<ReplayItem> TryAllAsync(WritingProject film, Subscription subscription, SubscriptionTable table, NoticeDelivery delivery, CancellationToken cancellationToken)
    {
        var delivered = 0;
        foreach (var given in await table.ListUndeliveredAsync(film.Id, subscription.Id, cancellationToken).Take(MostReplayed).ToListAsync(cancellationToken))
        {
            var came = Item(await delivery.ReplayAsync(film, subscription, given.Sequence, cancellationToken) ?? new Delivery.Delivered());
            if (came.Trouble is not null) return came with { Delivered = delivered };
            delivered++;
        }

        return new(delivered, null);
    }

    private static ReplayItem Item(Delivery delivery) => delivery switch
    {
        Delivery.Failed failed => new(0, failed.Reason),
        Delivery.Gone gone => new(0, gone.Reason),
        _ => new(1, null),
    };
}
