using System.Collections.Concurrent;

namespace MovieChat.Local.Runtime;

/// <summary>Wakes those who wait for a project's journal to grow.</summary>
internal sealed class ChangeBell(TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();

    /// <summary>What completes at the next ring. Take it before looking at the project, so that no ring is missed.</summary>
    public Task NextRing(string project) =>
        _waiting.GetOrAdd(project, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(string project)
    {
        if (_waiting.TryRemove(project, out var waiting)) waiting.TrySetResult();
    }

    public async Task WaitAsync(string project, Task ring, CancellationToken cancellationToken)
    {
        try
        {
            await ring.WaitAsync(LongestWait, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Wakes the others too, so that a project nobody writes to leaves nothing behind.
            Ring(project);
        }
    }
}
