using System.Collections.Concurrent;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Workflows;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Projects;

namespace MovieChat.Local.Runtime;

/// <summary>The embedded head's chats: one command of a chat after the other, one turn of a chat after the other, chats side by side. A turn goes on
/// when nobody listens any more.</summary>
/// <remarks>A chat is marked before its first event of this process, so that a start after a crash finds the turns that were under way.</remarks>
public sealed partial class EmbeddedChats : BackgroundService, IChatHost
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1), IdleTime = TimeSpan.FromMinutes(10);

    private readonly ChatJournal _journal;
    private readonly ChatEnd _end;
    private readonly ChatRunner _runner;
    private readonly IProjectHost _projects;
    private readonly ActiveTable _marks;
    private readonly LiveTurns _lives;
    private readonly TimeProvider _clock;
    private readonly ILogger<EmbeddedChats> _log;
    private readonly ConcurrentDictionary<ChatAddress, ActiveChat> _chats = new();
    private readonly RunningTasks _tasks = new();
    private readonly CancellationTokenSource _stopping = new();

    public EmbeddedChats(ChatJournal journal, ChatEnd end, ChatRunner runner, IProjectHost projects, StorageClients clients, LiveTurns lives, TimeProvider clock, ILogger<EmbeddedChats> log)
    {
        (_journal, _end, _runner, _projects, _lives, _clock, _log) = (journal, end, runner, projects, lives, clock, log);
        _marks = new(clients, ActiveTable.Chats);
    }

    internal int ChatsInMemory => _chats.Count;

    public async Task<ChatSession?> FindAsync(ChatAddress chat, CancellationToken cancellationToken)
    {
        var session = _chats.TryGetValue(chat, out var active) ? await ReadAsync(active, cancellationToken) : await _journal.ReadAsync(chat, cancellationToken);
        return session is { Revision: > 0, Deleted: false } ? session : null;
    }

    public Task<ChatAdvance> SubmitAsync(ChatAddress chat, ChatCommand command, CancellationToken cancellationToken) =>
        UseAsync(chat, active => SubmitAsync(active, command), cancellationToken);

    public async Task<ChatAdvance> BranchAsync(ChatAddress source, long sequence, ChatAddress chat, string? title, CancellationToken cancellationToken) =>
        await UseAsync(
            chat,
            async active =>
            {
                if (await KnowAsync(active) is { Revision: > 0 } begun) return new(begun, []);
                await MarkAsync(active);
                var advance = await _journal.BranchAsync(source, sequence, chat, title, CancellationToken.None);
                if (advance.Rejection is null) await TakeAsync(active, advance);
                else await EndAsync(active);
                return advance;
            },
            cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await _tasks.EndedAsync().WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _stopping.Dispose();
        foreach (var active in _chats.Values) active.Gate.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var delay = Backoff.First; !await ResumedAsync(stoppingToken); delay = Backoff.Longer(delay)) await Task.Delay(delay, _clock, stoppingToken);
            using var sweep = new PeriodicTimer(SweepEvery, _clock);
            while (await sweep.WaitForNextTickAsync(stoppingToken)) await SweepAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of a head that could not listen is no failure of this service beside it.
        }
    }

    private async Task<ChatAdvance> UseAsync(ChatAddress chat, Func<ActiveChat, Task<ChatAdvance>> use, CancellationToken cancellationToken)
    {
        while (true)
        {
            var active = _chats.GetOrAdd(chat, address => new(address));
            await active.Gate.WaitAsync(cancellationToken);
            try
            {
                if (active.IsClosed) continue;
                active.LastUsed = _clock.GetUtcNow();
                return await use(active);
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                // Whether an append was applied is not known: the chat is read again, and what it owes is done if it was.
                active.Known = null;
                Run(active);
                throw;
            }
            finally
            {
                active.Gate.Release();
            }
        }
    }

    /// <summary>Nothing here is cancelled by a caller that goes away: what was begun is brought to its end.</summary>
    private async Task<ChatAdvance> SubmitAsync(ActiveChat active, ChatCommand command)
    {
        var known = await KnowAsync(active);
        if (known.Revision == 0 && known.Decide(command, _clock.GetUtcNow()) is ChatOutcome.Rejected { Rejection: var refused })
        {
            // What does not begin leaves no mark.
            if (!active.IsRunning) Forget(active);
            return new(known, [], refused);
        }

        await MarkAsync(active);
        var advance = await _journal.AdvanceAsync(active.Address, known, command, CancellationToken.None);
        await TakeAsync(active, advance);
        return advance;
    }

    private async Task TakeAsync(ActiveChat active, ChatAdvance advance)
    {
        active.Known = advance.Session;
        foreach (var asked in advance.Entries.Select(entry => entry.Event).OfType<MessageAsked>())
        {
            active.New.TryAdd(asked.Turn, 0);
            _lives.GiveWay(active.Address);
        }

        foreach (var stop in advance.Entries.Select(entry => entry.Event).OfType<StopAsked>()) _lives.Find(active.Address, stop.Turn)?.Stop();
        if (advance.Session.Deleted) await EndAsync(active);
        else Run(active);

        // Who does what is owed looks whether the project is still there: else it is looked for here.
        if (advance.Entries.Count > 0 && !active.IsRunning && !active.IsClosed && await IsOverAsync(active)) await EndAsync(active);
        else if (advance.Entries is [{ Event: ChatStarted or ChatBranched or ChatNamed or FocusChanged }, ..] && !advance.Session.Deleted) await _journal.ListAsync(advance.Session, CancellationToken.None);
    }

    /// <summary>Has what is owed done, unless somebody is at it already.</summary>
    private void Run(ActiveChat active)
    {
        if (active.IsRunning || active.IsClosed || _stopping.IsCancellationRequested || active.Known is { } known && known.Owed() is null) return;
        active.IsRunning = true;
        _tasks.Start(() => RunAsync(active), failed => Log.Broken(_log, active.Address.Project, active.Address.Chat, failed));
    }

    private async Task RunAsync(ActiveChat active)
    {
        var isBroken = false;
        try
        {
            await _runner.RunAsync(active.Address, () => ReadAsync(active, CancellationToken.None), command => SubmitAsync(active.Address, command, CancellationToken.None), turn => active.New.TryRemove(turn, out _), _stopping.Token);
        }
        catch (Exception failed)
        {
            isBroken = true;
            Log.Broken(_log, active.Address.Project, active.Address.Chat, failed);
        }

        for (var delay = Backoff.First; !await RestedAsync(active, isBroken) && await Backoff.WaitedAsync(delay, _clock, _stopping.Token); delay = Backoff.Longer(delay))
        {
        }
    }

    private async Task<ChatSession> ReadAsync(ActiveChat active, CancellationToken cancellationToken)
    {
        if (active.Known is { } known) return known;
        await active.Gate.WaitAsync(cancellationToken);
        try
        {
            return await KnowAsync(active);
        }
        finally
        {
            active.Gate.Release();
        }
    }

    private async Task<ChatSession> KnowAsync(ActiveChat active) => active.Known ??= await _journal.ReadAsync(active.Address, CancellationToken.None);

    private async Task MarkAsync(ActiveChat active)
    {
        if (active.IsMarked) return;
        active.Mark = await _marks.MarkAsync($"{active.Address}", CancellationToken.None);
        active.IsMarked = true;
    }
}
