using Microsoft.Extensions.Logging;
using MovieChat.Storage;

namespace MovieChat.Workflows.Inbox;

/// <summary>Answers what came from one surface. One implementation a surface.</summary>
public interface IInboxHandler
{
    /// <summary>As <see cref="InboxItem.Surface"/> names it.</summary>
    string Surface { get; }

    /// <summary>May be called again for the same item, after a crash in the middle: what it does twice must count once.</summary>
    /// <exception cref="Exception">Storage, or the surface, does not answer: it is called again later.</exception>
    Task HandleAsync(InboxItem item, CancellationToken cancellationToken);
}

/// <summary>What a head brings: has what came answered, also when this process ends before. One implementation per head.</summary>
public interface IInboxHost
{
    /// <summary>Something was stored under <paramref name="key"/>.</summary>
    Task AnnounceAsync(string key);
}

/// <summary>Takes what comes from other surfaces: stores it, so that it can be acknowledged at once, and has it answered.</summary>
public sealed class InboxDoor(InboxTable inbox, IInboxHost host, TimeProvider clock)
{
    /// <param name="id">By which its sender sends it again: it is taken once.</param>
    /// <returns>False when it came before.</returns>
    public async Task<bool> AcceptAsync(string surface, string id, string body, CancellationToken cancellationToken)
    {
        var (key, isNew) = await inbox.AddAsync(surface, id, body, clock.GetUtcNow(), cancellationToken);

        // Whoever stored it before may have come no further.
        if (isNew || await inbox.FindAsync(key, cancellationToken) is not null) await host.AnnounceAsync(key);
        return isNew;
    }
}

/// <summary>Answers what was stored.</summary>
public sealed partial class InboxWork(InboxTable inbox, IEnumerable<IInboxHandler> handlers, TimeProvider clock, ILogger<InboxWork> log)
{
    /// <summary>What could not be answered for so long is left: nobody waits for it any more.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromDays(1);

    /// <exception cref="Exception">It could not be answered for now: it is to be called again.</exception>
    public async Task RunAsync(string key, CancellationToken cancellationToken)
    {
        if (await inbox.FindAsync(key, cancellationToken) is not { } item) return;
        if (clock.GetUtcNow() - item.At > s_patience) Log.Late(log, item.Surface);
        else if (handlers.FirstOrDefault(each => each.Surface == item.Surface) is { } handler) await HandleAsync(handler, item, cancellationToken);
        else Log.Unknown(log, item.Surface);
        await inbox.DoneAsync(key, CancellationToken.None);
    }

    private async Task HandleAsync(IInboxHandler handler, InboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(item, cancellationToken);
        }
        catch (Exception broken) when (!StorageTrouble.IsPassing(broken) && broken is not HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            // It would break again, for ever.
            Log.Broken(log, item.Surface, broken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Something that came by {Surface} can not be answered.")]
        public static partial void Broken(ILogger log, string surface, Exception broken);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Something that came by {Surface} could not be answered for a day, and is left.")]
        public static partial void Late(ILogger log, string surface);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Something came by {Surface}, which is not set up any more: it is left.")]
        public static partial void Unknown(ILogger log, string surface);
    }
}
