using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Workflows.Chats;

namespace MovieChat.Functions.Chats;

/// <summary>Does in this process what chats owe, under a lease, so that no other instance does the same.</summary>
public sealed partial class ChatCarrier(
    ChatRunner runner, ChatJournal journal, RecentChats chats, ChatEnd end, ChatLeases leases, LiveTurns lives, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<ChatCarrier> log)
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(30), Beat = TimeSpan.FromSeconds(1), BetweenTries = TimeSpan.FromMilliseconds(500);
    private const int RenewEvery = 10, MostTries = 40;

    private readonly string _process = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<ChatAddress, Task> _running = new();
    private readonly ConcurrentDictionary<ChatAddress, byte> _asked = new();

    /// <summary>Does what a chat owes, and returns when nothing is owed or somebody else does it. Called while that is under way, it is looked at once more.</summary>
    public Task CarryAsync(ChatAddress chat)
    {
        _asked[chat] = 0;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = _running.GetOrAdd(chat, done.Task);
        if (running == done.Task) _ = Task.Run(() => RunAsync(chat, done));
        return running;
    }

    private async Task RunAsync(ChatAddress chat, TaskCompletionSource done)
    {
        try
        {
            while (_asked.TryRemove(chat, out _)) await TakeTurnsAsync(chat);
        }
        catch (Exception failed)
        {
            // Whatever it is, the chat's entity looks again.
            LogBroken(log, chat.Project, chat.Chat, failed);
        }

        _running.TryRemove(chat, out _);
        done.SetResult();
        if (_asked.ContainsKey(chat)) _ = CarryAsync(chat);
    }

    private async Task TakeTurnsAsync(ChatAddress chat)
    {
        var stopping = lifetime.ApplicationStopping;
        for (var tries = 0; !await leases.TryTakeAsync(chat, _process, clock.GetUtcNow(), LeaseLength, stopping); tries++)
        {
            // Whoever has it may end just now, without having seen what was asked last.
            if (tries == MostTries || (await chats.ReadAsync(chat, stopping)).Owed() is null) return;

            await Task.Delay(BetweenTries, clock, stopping);
        }

        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var watch = WatchAsync(chat, watching.Token);
        try
        {
            await runner.RunAsync(chat, () => chats.ReadAsync(chat, CancellationToken.None), command => SubmitAsync(chat, command), _ => false, stopping);

            // Of a chat that was deleted meanwhile, something may have been stored after it was removed.
            if (await chats.ReadAsync(chat, CancellationToken.None) is { Revision: 0 } or { Deleted: true }) await end.RemoveAsync(chat, CancellationToken.None);
        }
        finally
        {
            await watching.CancelAsync();
            await watch;
            await leases.ReleaseAsync(chat, _process, CancellationToken.None);
        }
    }

    private async Task<ChatAdvance> SubmitAsync(ChatAddress chat, ChatCommand command)
    {
        var advance = await journal.AdvanceAsync(chat, await chats.ReadAsync(chat, CancellationToken.None), command, CancellationToken.None);
        chats.Keep(chat, advance.Session);
        return advance;
    }

    /// <summary>Keeps the lease, and looks whether the writer has said stop to another instance.</summary>
    private async Task WatchAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        for (var beat = 1; ; beat++)
        {
            try
            {
                await Task.Delay(Beat, clock, cancellationToken);
                if (beat % RenewEvery == 0) await leases.TryTakeAsync(chat, _process, clock.GetUtcNow(), LeaseLength, cancellationToken);
                var session = await chats.ReadAsync(chat, cancellationToken);
                if (session.Revision == 0 || session.Deleted) lives.StopAll(live => live == chat);
                foreach (var turn in session.Turns.Where(turn => turn.StopAsked)) lives.Find(chat, turn.Id)?.Stop();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                // The next beat comes in a second.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}, chat {Chat}: what it owes can not be done.")]
    private static partial void LogBroken(ILogger log, string project, string chat, Exception failed);
}
