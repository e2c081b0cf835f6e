using Microsoft.DurableTask;

namespace MovieChat.Functions.Projects;

/// <summary>What a project's orchestration begins with, and takes with it when it begins its history anew.</summary>
/// <param name="Standing">As last told; null to look first.</param>
/// <param name="Announced">The last revision before an append that is announced; see <see cref="ProjectInstance.Announcement"/>. -1 for none.</param>
/// <param name="Version">Of the loop that the history is of: see <see cref="ProjectLoop.Version"/>.</param>
public sealed record LoopState(Standing? Standing = null, long Announced = -1, int Version = ProjectLoop.Version);

/// <summary>The event loop of one project: look, do what is owed, wait for whichever comes first of an order's end, an announcement and the
/// time of the next look. It keeps no film: the journal is the truth, and what is here can be lost and begun again.</summary>
/// <remarks>
/// Runs within an orchestrator, so that everything here is repeated from the history and must come out the same: time is the context's, and
/// nothing is awaited but what the context gives.
/// An append is announced before it is made, so that no crash can come between a decision and its work. An announcement that outruns its
/// append is looked after again, at growing intervals; one whose append never comes is forgotten then.
/// </remarks>
internal sealed class ProjectLoop(TaskOrchestrationContext context, LoopState from)
{
    /// <summary>A history can be repeated only by the code that made it. Whoever changes what is asked of the context, or its order, keeps
    /// this class under another name for the histories of its version, and gives the next version to the new one.</summary>
    public const int Version = 1;

    /// <summary>After so many turns the history begins anew, as soon as nothing is under way.</summary>
    private const int TurnsOfAHistory = 20;

    private static readonly TimeSpan[] LooksForAnAppend = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)];

    /// <summary>After so long something is tried again that failed however often it was retried.</summary>
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(5);

    private static readonly TaskOptions QuickRetries = TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(30)));
    private static readonly TaskOptions OrderRetries = TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromSeconds(5), 2, TimeSpan.FromMinutes(2)));

    private readonly string _project = ProjectInstance.ProjectOf(context.InstanceId);
    private readonly List<RunningOrder> _running = [];

    /// <summary>Orders that could not be carried out: they rest until the next look.</summary>
    private readonly HashSet<string> _resting = [];

    private Task<long> _announcement = context.WaitForExternalEvent<long>(ProjectInstance.Announcement);
    private Standing? _standing = from.Standing;
    private long _announced = from.Announced;
    private int _looks;
    private DateTime? _lookForAppendAt;
    private DateTime? _restUntil;
    private Alarm? _alarm;

    /// <summary>When to look at the project, whatever happens. What is due by the plan waits while it rests: the look for it has just failed.</summary>
    private DateTime? NextLook => new[] { _lookForAppendAt, _restUntil ?? _standing?.LookAt }.Min();

    private bool IsQuiet => _running.Count == 0 && _lookForAppendAt is null && !_announcement.IsCompleted;

    public async Task RunAsync()
    {
        var isLookDue = _standing is null;
        for (var turn = 0; ; turn++)
        {
            if (TakeAnnouncements() | isLookDue) await LookAsync();
            if (_standing is { Phase: ProjectPhase.Deleted })
            {
                await EndAsync();

                // Another project may be begun under the same id just then.
                if (_announcement.IsCompleted) context.ContinueAsNew(new LoopState());
                return;
            }

            if (_standing is { Phase: ProjectPhase.NotBegun } && NextLook is null && !_announcement.IsCompleted) return;
            Begin();
            if (turn >= TurnsOfAHistory && IsQuiet)
            {
                _alarm?.Dispose();
                context.ContinueAsNew(new LoopState(_restUntil is null ? _standing : null));
                return;
            }

            isLookDue = await NextAsync();
        }
    }

    /// <summary>Takes every announcement that has come. There is one waiting task at any time, and one that completed is followed by another:
    /// a task that is given up would swallow the next event.</summary>
    /// <returns>Whether one tells of an append that has not been seen.</returns>
    private bool TakeAnnouncements()
    {
        var isNews = false;
        while (_announcement.IsCompleted)
        {
            _announced = Math.Max(_announced, _announcement.Result);
            _announcement = context.WaitForExternalEvent<long>(ProjectInstance.Announcement);
            isNews = true;
        }

        if (isNews) _looks = 0;
        return isNews && !(_standing?.Revision > _announced);
    }

    private async Task LookAsync()
    {
        (_restUntil, _lookForAppendAt) = (null, null);
        _resting.Clear();
        try
        {
            Take(await context.CallActivityAsync<Standing>(ProjectFunctions.Advance, _project, QuickRetries));
            if (_announced >= _standing!.Revision && _looks < LooksForAnAppend.Length) _lookForAppendAt = context.CurrentUtcDateTime + LooksForAnAppend[_looks++];
        }
        catch (TaskFailedException)
        {
            Rest();
        }
    }

    /// <summary>The latest standing is the truth: those of orders that end at the same time come in any order.</summary>
    private void Take(Standing standing)
    {
        if (standing.Revision >= (_standing?.Revision ?? 0) || standing.Phase is ProjectPhase.Unreadable) _standing = standing;
        if (standing.Revision > _announced) _lookForAppendAt = null;
    }

    private void Rest() => _restUntil ??= context.CurrentUtcDateTime + RestAfterFailure;

    private void Begin()
    {
        foreach (var order in _standing?.Owed ?? [])
        {
            if (_running.Count >= _standing!.AtOnce) break;
            if (_resting.Contains(order.Id) || _running.Any(each => each.Order == order.Id)) continue;
            _running.Add(new(order.Id, context.CallActivityAsync<Standing>(order.Activity, new OrderOf(_project, order.Id), OrderRetries)));
        }

        context.SetCustomStatus(new { _standing?.Revision, Orders = _running.Select(each => each.Order).ToArray() });
    }

    /// <summary>Waits until something comes.</summary>
    /// <returns>Whether the time of the next look has come.</returns>
    private async Task<bool> NextAsync()
    {
        List<Task> waits = [.. _running.Select(each => each.Task), _announcement];
        if (SetAlarm() is { } alarm) waits.Add(alarm.Task);
        await Task.WhenAny(waits);
        foreach (var ended in _running.Where(each => each.Task.IsCompleted).ToArray())
        {
            _running.Remove(ended);
            try
            {
                Take(await ended.Task);
            }
            catch (TaskFailedException)
            {
                _resting.Add(ended.Order);
                Rest();
            }
        }

        return _alarm is { Task.IsCompleted: true };
    }

    /// <summary>A timer that is not needed any more is cancelled, because the engine would wait for it; one that still fits stays.</summary>
    private Alarm? SetAlarm()
    {
        if (_alarm is { Task.IsCompleted: false } && _alarm.At == NextLook) return _alarm;
        _alarm?.Dispose();
        return _alarm = NextLook is { } at ? new(context, at) : null;
    }

    /// <summary>What is being drafted is waited for, so that nothing is stored after everything was removed.</summary>
    private async Task EndAsync()
    {
        _alarm?.Dispose();
        foreach (var each in _running) await IsDoneAsync(each.Task);
        while (!await IsDoneAsync(context.CallActivityAsync(ProjectFunctions.EndProject, _project, QuickRetries)))
        {
            await context.CreateTimer(RestAfterFailure, CancellationToken.None);
        }
    }

    private static async Task<bool> IsDoneAsync(Task task)
    {
        try
        {
            await task;
            return true;
        }
        catch (TaskFailedException)
        {
            return false;
        }
    }

    private sealed record RunningOrder(string Order, Task<Standing> Task);

    /// <summary>A durable timer that can be called off.</summary>
    private sealed class Alarm : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();

        public Alarm(TaskOrchestrationContext context, DateTime at) => (At, Task) = (at, context.CreateTimer(at, _stop.Token));

        public DateTime At { get; }

        public Task Task { get; }

        public void Dispose()
        {
            if (!Task.IsCompleted) _stop.Cancel();
            _stop.Dispose();
        }
    }
}
