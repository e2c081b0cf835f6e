using System.Collections.Concurrent;

namespace MovieChat.Tests.Models;

/// <summary>A clock that keeps the time of its making, on which whatever is due within <paramref name="soon"/> happens at once, and nothing else ever does.</summary>
internal sealed class HastyClock(TimeSpan soon) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits that were cut short, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override DateTimeOffset GetUtcNow() => Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > soon) return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        _waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
