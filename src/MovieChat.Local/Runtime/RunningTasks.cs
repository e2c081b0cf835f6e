using System.Collections.Concurrent;

namespace MovieChat.Local.Runtime;

/// <summary>What goes on by itself in the background, to be waited for at the end of the process.</summary>
internal sealed class RunningTasks
{
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();

    /// <param name="broken">Told of an exception that nobody else sees.</param>
    public void Start(Func<Task> begin, Action<Exception> broken)
    {
        var task = Task.Run(begin);
        _tasks.TryAdd(task, 0);
        task.ContinueWith(
            ended =>
            {
                _tasks.TryRemove(ended, out _);
                if (ended.Exception is { } failed) broken(failed);
            },
            TaskScheduler.Default);
    }

    /// <summary>Completes when all that was begun until now has ended.</summary>
    public Task EndedAsync() => Task.WhenAll(_tasks.Keys);
}
