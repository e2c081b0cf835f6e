using System.Collections.Concurrent;
using MovieChat.Core.Journey;
using MovieChat.Workflows;
using MovieChat.Workflows.Notices;

namespace MovieChat.Local.Runtime;

/// <summary>Has those who subscribed told of what happens in the projects in memory, each project by itself, and again when something failed.</summary>
internal sealed partial class NoticePump(NoticeDelivery delivery, TimeProvider clock, ILogger log, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, Told> _projects = new();
    private readonly RunningTasks _tasks = new();

    /// <summary>Something has happened in a project.</summary>
    public void Ring(WritingProject project)
    {
        var told = _projects.GetOrAdd(project.Id, _ => new());
        lock (told)
        {
            if (told.IsForNobody || stopping.IsCancellationRequested) return;
            if (told.Project is null || told.Project.Revision <= project.Revision) told.Project = project;
            told.IsRung = true;
            told.Wake.TrySetResult();
            if (told.IsRunning) return;
            told.IsRunning = true;
        }

        _tasks.Start(() => RunAsync(project.Id, told), failed => Log.Broken(log, project.Id, failed));
    }

    /// <summary>Delivers what is due of a project that is not in memory.</summary>
    public Task<Deliveries> DeliverAsync(WritingProject project) => delivery.DeliverAsync(project, stopping);

    /// <summary>Whether somebody is being told of a project just now, or is about to be.</summary>
    /// <param name="next">When something that failed is tried again, unless it was begun since; null when nothing is.</param>
    public bool IsDelivering(string project, out DateTimeOffset? next)
    {
        next = null;
        if (!_projects.TryGetValue(project, out var told)) return false;
        lock (told)
        {
            next = told.Next;
            return told.IsRunning && (told.IsRung || next is null);
        }
    }

    /// <summary>What is known of a project's subscriptions is not right any more, or the project is put away.</summary>
    public void Forget(string project)
    {
        if (!_projects.TryRemove(project, out var told)) return;
        lock (told)
        {
            told.IsForgotten = true;
            told.Wake.TrySetResult();
        }
    }

    public Task EndedAsync() => _tasks.EndedAsync();

    private async Task RunAsync(string id, Told told)
    {
        while (true)
        {
            WritingProject project;
            lock (told)
            {
                if (told.IsForgotten || stopping.IsCancellationRequested) return;
                (project, told.IsRung, told.Next, told.Wake) = (told.Project!, false, null, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            var next = await TryAsync(id, told, project);
            Task wake;
            lock (told)
            {
                // What was stopped counts as being delivered, so that the project is not put away as one of which all is told.
                if (stopping.IsCancellationRequested) return;
                told.Next = next;
                if (next is null && !told.IsRung)
                {
                    told.IsRunning = false;
                    return;
                }

                if (told.IsRung) continue;
                wake = told.Wake.Task;
            }

            await Task.WhenAny(wake, Backoff.WaitedAsync(Until(next!.Value), clock, stopping));
        }
    }

    /// <returns>When to try again; null when all is delivered.</returns>
    private async Task<DateTimeOffset?> TryAsync(string id, Told told, WritingProject project)
    {
        try
        {
            var deliveries = await delivery.DeliverAsync(project, stopping);
            told.Delay = Backoff.First;
            lock (told) told.IsForNobody = !deliveries.IsAny && !told.IsForgotten;
            return deliveries.IsAny ? deliveries.Next : null;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failed)
        {
            // Storage does not answer, or something is wrong that may be mended: nobody is forgotten.
            Log.Delayed(log, id, told.Delay, failed);
            var next = clock.GetUtcNow() + told.Delay;
            told.Delay = Backoff.Longer(told.Delay);
            return next;
        }
    }

    private TimeSpan Until(DateTimeOffset next) => next - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait < LongestWait ? wait : LongestWait : TimeSpan.Zero;

    /// <summary>Timers reach no further than some weeks.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private sealed class Told
    {
        public WritingProject? Project { get; set; }

        public bool IsRunning { get; set; }

        public bool IsRung { get; set; }

        public bool IsForgotten { get; set; }

        /// <summary>Nobody subscribed: until somebody does, nobody is looked for.</summary>
        public bool IsForNobody { get; set; }

        public DateTimeOffset? Next { get; set; }

        public TimeSpan Delay { get; set; } = Backoff.First;

        public TaskCompletionSource Wake { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: those who subscribed are told of it in {Delay}.")]
        public static partial void Delayed(ILogger log, string project, TimeSpan delay, Exception failed);

        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}: those who subscribed can not be told of it.")]
        public static partial void Broken(ILogger log, string project, Exception failed);
    }
}
