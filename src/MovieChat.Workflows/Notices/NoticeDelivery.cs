using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;

namespace MovieChat.Workflows.Notices;

/// <summary>Delivers what happened in a project to everybody who subscribed: each in the journal's order, at least once, the journal's sequence being how far
/// each has come. Messages that offer drafts are changed when their offers were answered, wherever that was.</summary>
/// <remarks>May run twice at the same time: whoever comes second to store how far a subscription has come stops, and looks again in a moment, as the other one may have ended meanwhile.</remarks>
public sealed partial class NoticeDelivery(
    SubscriptionTable subscriptions, JournalTable journal, NoticeTeller teller, OfferPosts posts, IEnumerable<INoticeChannel> channels, RetryPlan plan, TimeProvider clock, ILogger<NoticeDelivery> log)
{
    /// <summary>What is not there yet is looked for again after this.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, INoticeChannel> _channels = channels.ToDictionary(channel => channel.Kind, StringComparer.Ordinal);

    /// <summary>Delivers what is due of a project to all who subscribed.</summary>
    /// <param name="project">The project, as late as it is known.</param>
    public async Task<Deliveries> DeliverAsync(WritingProject project, CancellationToken cancellationToken)
    {
        var found = await subscriptions.ListAsync(project.Id, cancellationToken).ToListAsync(cancellationToken);
        var next = await Task.WhenAll(found.Select(subscription => DeliverAsync(project, subscription, cancellationToken)));
        return new(found.Count > 0, next.Min());
    }

    /// <summary>When there is something to deliver of a project: the beginning of time for at once; null when all is delivered.</summary>
    public async Task<DateTimeOffset?> NextAsync(WritingProject project, CancellationToken cancellationToken)
    {
        var found = await subscriptions.ListAsync(project.Id, cancellationToken).ToListAsync(cancellationToken);
        return (await Task.WhenAll(found.Select(subscription => NextAsync(project, subscription, cancellationToken)))).Min();
    }

    private async Task<DateTimeOffset?> NextAsync(WritingProject project, Subscription subscription, CancellationToken cancellationToken) =>
        await subscriptions.ProgressAsync(project.Id, subscription.Id, cancellationToken) is { Progress: { Disabled: null } progress } && progress.Cursor < project.Revision
            ? progress.NextAt ?? DateTimeOffset.MinValue
            : null;

    /// <summary>Tries again what was given up.</summary>
    /// <returns>Null when there is no such thing.</returns>
    public async Task<Delivery?> ReplayAsync(WritingProject project, Subscription subscription, long sequence, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindUndeliveredAsync(project.Id, subscription.Id, sequence, cancellationToken) is not { } given) return null;
        if (await journal.FindAsync(project.Id, sequence, cancellationToken) is not { } entry) return null;
        var delivery = await posts.SettleAsync(project, subscription, cancellationToken)
            ?? await TryAsync(() => TellAsync(project, subscription, entry, cancellationToken))
            ?? new Delivery.Failed("What it tells of is being written: try again in a moment.");
        if (delivery.Trouble is { } trouble) await subscriptions.AddUndeliveredAsync(project.Id, given with { Attempts = given.Attempts + 1, Reason = trouble, At = clock.GetUtcNow() }, cancellationToken);
        else await subscriptions.RemoveUndeliveredAsync(project.Id, subscription.Id, sequence, cancellationToken);
        return delivery;
    }

    private async Task<DateTimeOffset?> DeliverAsync(WritingProject project, Subscription subscription, CancellationToken cancellationToken)
    {
        if (await subscriptions.ProgressAsync(project.Id, subscription.Id, cancellationToken) is not { } found) return null;
        var (progress, tag) = found;
        if (progress.Disabled is not null) return null;
        if (progress.NextAt > clock.GetUtcNow()) return progress.NextAt;
        if (progress.Cursor >= project.Revision) return null;
        var (told, settled) = (progress.Cursor, 0L);
        await foreach (var entry in EntriesAsync(project, progress.Cursor, cancellationToken))
        {
            if (entry.Sequence == project.Revision + 1) project = project.On(entry);
            if (!Concerns(subscription, entry))
            {
                told = entry.Sequence;
                continue;
            }

            // Messages are closed by how the project stands: as long as that is the same, once is enough.
            var trouble = settled == project.Revision ? null : await posts.SettleAsync(project, subscription, cancellationToken);
            if (trouble is null) settled = project.Revision;
            var delivery = trouble ?? await TryAsync(() => TellAsync(project, subscription, entry, cancellationToken));
            progress = await AfterAsync(project.Id, subscription, entry, progress, delivery, cancellationToken);
            if (await subscriptions.PutProgressAsync(project.Id, subscription.Id, progress, tag, cancellationToken) is not { } changed) return InAMoment();
            if (progress.Disabled is not null) return null;
            if (progress.NextAt is { } next) return next;
            (told, tag) = (progress.Cursor, changed);
        }

        if (told == progress.Cursor) return null;
        return await subscriptions.PutProgressAsync(project.Id, subscription.Id, progress.Past(told), tag, cancellationToken) is null ? InAMoment() : null;
    }

    private DateTimeOffset InAMoment() => clock.GetUtcNow() + Moment;

    /// <summary>The events after a cursor. Most cursors stand where some command ended, from where a journal is followed with little effort; one that was stored between two events of a command does not.</summary>
    private async IAsyncEnumerable<JournalEntry> EntriesAsync(WritingProject project, long cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFollowed = false;
        await foreach (var entry in journal.FollowAsync(project.Id, cursor, cancellationToken))
        {
            isFollowed = true;
            yield return entry;
        }

        if (isFollowed) yield break;
        await foreach (var entry in journal.ReadAsync(project.Id, cursor, cancellationToken)) yield return entry;
    }

    /// <summary>Whether an event is told, or may change what was told.</summary>
    private bool Concerns(Subscription subscription, JournalEntry entry) =>
        (Notice.Of(entry) is { } notice && subscription.Events.Contains(notice.Type))
        || (_channels.TryGetValue(subscription.Kind, out var channel) && channel.KeepsPosts && entry.Event is DocumentEvent or ScriptImported);

    private async Task<Delivery> TellAsync(WritingProject project, Subscription subscription, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(subscription.Kind, out var channel)) return new Delivery.Failed($"The surface '{subscription.Kind}' is not set up.");
        if (Notice.Of(entry) is not { } notice || !subscription.Events.Contains(notice.Type)) return new Delivery.Delivered();
        if (await teller.TellAsync(project, notice, subscription, channel.KeepsPosts, cancellationToken) is not { } telling) return new Delivery.Delivered();

        // What was answered before it could be asked is no question any more.
        if (channel.KeepsPosts && telling.Offer is null && notice.Type is NoticeTypes.DraftReady or NoticeTypes.DraftStale) return new Delivery.Delivered();
        var delivery = await channel.SendAsync(subscription, telling, cancellationToken);
        if (delivery is Delivery.Delivered { Reference: { } reference } && telling.Offer is { } offer) await posts.RememberAsync(offer, subscription.Id, reference, cancellationToken);
        return delivery;
    }

    private async Task<DeliveryProgress> AfterAsync(
        string project, Subscription subscription, JournalEntry entry, DeliveryProgress progress, Delivery? delivery, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        switch (delivery)
        {
            case null:
                return progress with { NextAt = InAMoment() };
            case Delivery.Gone gone:
                Log.Disabled(log, project, subscription.Kind, subscription.Id, gone.Reason);
                return progress with { Disabled = gone.Reason, Trouble = gone.Reason, NextAt = null };
            case Delivery.Failed failed when plan.After(progress.Attempts + 1, failed.RetryAfter, Random.Shared.NextDouble()) is { } delay:
                Log.Delayed(log, project, subscription.Kind, subscription.Id, entry.Sequence, delay, failed.Reason);
                return progress with { Attempts = progress.Attempts + 1, NextAt = now + delay, Trouble = failed.Reason };
            case Delivery.Failed or Delivery.Refused:
                return await GiveUpAsync(project, subscription, entry, progress, delivery.Trouble!, cancellationToken);
            default:
                return progress.Past(entry.Sequence, now);
        }
    }

    /// <summary>What could not be delivered is listed, and holds up nothing that comes after it.</summary>
    private async Task<DeliveryProgress> GiveUpAsync(string project, Subscription subscription, JournalEntry entry, DeliveryProgress progress, string reason, CancellationToken cancellationToken)
    {
        var attempts = progress.Attempts + 1;
        Log.GivenUp(log, project, subscription.Kind, subscription.Id, entry.Sequence, attempts, reason);
        await subscriptions.AddUndeliveredAsync(project, new(subscription.Id, entry.Sequence, Notice.Of(entry)?.Type ?? "update", attempts, reason, clock.GetUtcNow()), cancellationToken);
        return progress.Past(entry.Sequence) with { Trouble = reason };
    }

    /// <returns>Null when what is to be told is not there yet.</returns>
    private static async Task<Delivery?> TryAsync(Func<Task<Delivery>> tell)
    {
        try
        {
            return await tell();
        }
        catch (NotYetException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: {Kind} subscription {Subscription} is told nothing any more: {Reason}")]
        public static partial void Disabled(ILogger log, string project, string kind, string subscription, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Project {Project}: {Kind} subscription {Subscription} could not be told of event {Sequence}, next attempt in {Delay}: {Reason}")]
        public static partial void Delayed(ILogger log, string project, string kind, string subscription, long sequence, TimeSpan delay, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: {Kind} subscription {Subscription} was not told of event {Sequence} in {Attempts} attempts: {Reason}")]
        public static partial void GivenUp(ILogger log, string project, string kind, string subscription, long sequence, int attempts, string reason);
    }
}

/// <summary>What was delivered of a project.</summary>
/// <param name="IsAny">Whether anybody subscribed.</param>
/// <param name="Next">When the next attempt at something that failed is due; null when nothing is owed.</param>
public readonly record struct Deliveries(bool IsAny, DateTimeOffset? Next);
