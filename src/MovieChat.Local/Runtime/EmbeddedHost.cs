using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Orders;
using MovieChat.Workflows.Projects;

namespace MovieChat.Local.Runtime;

/// <summary>The embedded head's engine: decide, append, do what is owed; one command of a project after the other, projects side by side.</summary>
/// <remarks>A lease keeps other processes out, so that what is in memory is what is in the journal; should it not be, the journal's
/// sequence numbers refuse the append and the project is read again.</remarks>
public sealed partial class EmbeddedHost : BackgroundService, IProjectHost
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ProjectJournal _journal;
    private readonly ProjectEnd _end;
    private readonly ActiveTable _active;
    private readonly DueTable _due;
    private readonly DueTable _untold;
    private readonly ProjectTable _listings;
    private readonly OrderWork _work;
    private readonly ReminderPlan _plan;
    private readonly NoticePump _notices;
    private readonly RuntimeOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<EmbeddedHost> _log;
    private readonly ConcurrentDictionary<string, ActiveProject> _projects = new();
    private readonly RunningTasks _tasks = new();
    private readonly SemaphoreSlim _slots;
    private readonly ChangeBell _bell;
    private readonly CancellationTokenSource _stopping = new();
    private int _ordersTaken;
    private int _waiters;

    public EmbeddedHost(
        ProjectJournal journal,
        ProjectEnd end,
        ActiveTable active,
        DueTable due,
        ProjectTable listings,
        OrderWork work,
        ReminderPlan plan,
        NoticeDelivery notices,
        StorageClients clients,
        IOptions<RuntimeOptions> options,
        TimeProvider clock,
        ILogger<EmbeddedHost> log)
    {
        (_journal, _end, _active, _due, _listings, _work, _plan, _options, _clock, _log) = (journal, end, active, due, listings, work, plan, options.Value, clock, log);
        _untold = new(clients, DueTable.Notices);
        _notices = new(notices, clock, log, _stopping.Token);
        _slots = new(_options.MaxOrders);
        _bell = new(clock);
    }

    internal int ProjectsInMemory => _projects.Count;

    internal int OrdersRunning => _options.MaxOrders - _slots.CurrentCount;

    /// <summary>Orders that were taken up and wait for their turn, or for storage.</summary>
    internal int OrdersWaiting => Math.Max(0, Volatile.Read(ref _ordersTaken) - OrdersRunning);

    /// <summary>Those who wait for a project's journal to grow: the open event streams, but for what they are sending just now.</summary>
    internal int Waiters => Volatile.Read(ref _waiters);

    public async Task<WritingProject?> FindAsync(string project, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(project, cancellationToken);
        return known is { Revision: > 0, Deleted: false } ? known : null;
    }

    public async Task<Advance> SubmitAsync(string project, Command command, CancellationToken cancellationToken)
    {
        while (true)
        {
            var active = _projects.GetOrAdd(project, id => new(id));
            await active.Gate.WaitAsync(cancellationToken);
            try
            {
                if (!active.IsClosed) return await SubmitAsync(active, command);
            }
            finally
            {
                active.Gate.Release();
            }
        }
    }

    public async Task WaitForChangeAsync(string project, long revision, CancellationToken cancellationToken)
    {
        var ring = _bell.NextRing(project);
        if (_projects.GetValueOrDefault(project)?.Known?.Revision > revision) return;
        Interlocked.Increment(ref _waiters);
        try
        {
            await _bell.WaitAsync(project, ring, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiters);
        }
    }

    public async Task NotifyAsync(string project, CancellationToken cancellationToken)
    {
        if (await FindAsync(project, cancellationToken) is null) return;

        // A command that makes nothing takes the project up, so that it stays until all is told.
        _notices.Forget(project);
        await SubmitAsync(project, new WakeProject { Id = $"notify-{Guid.NewGuid():N}", By = WritingProject.Service }, cancellationToken);
    }

    /// <summary>Stops what is being carried out, and waits for what is being stored. The next start does the rest.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await _tasks.EndedAsync().WaitAsync(cancellationToken);
        await _notices.EndedAsync().WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _stopping.Dispose();
        _slots.Dispose();
        foreach (var active in _projects.Values) active.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ResumeAsync(stoppingToken);
            if (!_plan.IsOff) Start(() => RemindAsync(_stopping.Token));
            Start(() => TellAsync(_stopping.Token));
            using var sweep = new PeriodicTimer(SweepEvery, _clock);
            while (await sweep.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of a head that could not listen is no failure of this service beside it.
        }
    }

    /// <summary>Nothing here is cancelled by a caller that goes away: what was begun is brought to its end.</summary>
    private async Task<Advance> SubmitAsync(ActiveProject active, Command command)
    {
        if (command is not WaitingCommand) active.LastUsed = _clock.GetUtcNow();
        try
        {
            var known = await KnowAsync(active, CancellationToken.None);
            await MarkAsync(active);
            var advance = await _journal.AdvanceAsync(active.Id, known, command, CancellationToken.None);
            active.Known = advance.Project;
            active.NewOrders.UnionWith(Given(advance));
            if (advance.Entries.Count > 0) Log.Advanced(_log, active.Id, command.GetType().Name, advance.Project.Revision);
            _bell.Ring(active.Id);
            if (advance.Project is { Deleted: false, Revision: > 0 } && (advance.Entries.Count > 0 || command is WakeProject)) _notices.Ring(advance.Project);
            await FollowAsync(active, isNew: command is StartProject or ForkProject && advance.Rejection is null);
            return advance;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            // Whether the append was applied is not known: read the project again, and do what it owes if it was.
            active.Known = null;
            if (!active.IsRecovering) Start(() => RecoverAsync(active));
            active.IsRecovering = true;
            throw;
        }
    }

    /// <summary>The ids of the orders that a command led to.</summary>
    private static IEnumerable<string> Given(Advance advance) => advance.Entries
        .Select(entry => entry.Event switch
        {
            DraftOrdered ordered => advance.Project.Document(ordered.Document).Order?.Id,
            TipsRequested asked => advance.Project.Document(asked.Document).Tips.Order?.Id,
            _ => null,
        })
        .OfType<string>();

    /// <summary>The project as this process knows it, or as storage has it. A write whose sender gave up on it may have arrived after the
    /// project was put away: what it owes now is taken up by whoever sees it first.</summary>
    private async Task<WritingProject> ReadAsync(string project, CancellationToken cancellationToken)
    {
        if (_projects.TryGetValue(project, out var active)) return await ReadAsync(active, cancellationToken);
        var read = await _journal.ReadAsync(project, cancellationToken);
        if (_projects.TryGetValue(project, out active)) return await ReadAsync(active, cancellationToken);
        if (!_stopping.IsCancellationRequested && read.Owed().Count > 0) Start(() => ResumeAsync(project));
        return read;
    }

    /// <summary>One reading serves all who ask. Were each to read for itself, one could be shown a late write that the next is not.</summary>
    private async Task<WritingProject> ReadAsync(ActiveProject active, CancellationToken cancellationToken)
    {
        if (active.Known is { } known) return known;
        await active.Gate.WaitAsync(cancellationToken);
        try
        {
            return await KnowAsync(active, cancellationToken);
        }
        finally
        {
            active.Gate.Release();
        }
    }

    private async Task<WritingProject> KnowAsync(ActiveProject active, CancellationToken cancellationToken)
    {
        if (active.Known is { } known) return known;
        var read = await _journal.ReadAsync(active.Id, cancellationToken);
        active.ReadAt ??= read.Revision;
        if (_plan.NextDue(read) is { } row) active.Rows.Add(row);
        return active.Known = read;
    }

    /// <summary>Before a project's first event of this process, so that a start after a crash finds it.</summary>
    private async Task MarkAsync(ActiveProject active)
    {
        if (active.IsMarked) return;
        active.Mark = await _active.MarkAsync(active.Id, CancellationToken.None);
        active.IsMarked = true;
    }

    private async Task FollowAsync(ActiveProject active, bool isNew)
    {
        if (active.Known is { Deleted: true } ended)
        {
            await EndAsync(active, ended);
            return;
        }

        if (active.Known!.Revision == 0) return;
        GiveWork(active);
        if (isNew) await ListAsync(active);
        else if (!active.IsListing && !IsSame(ProjectListing.Of(active.Known!), active.Listed))
        {
            active.IsListing = true;
            Start(() => RefreshListingAsync(active));
        }
    }
}
