namespace MovieChat.Tests.Faults;

/// <summary>A clock that runs <paramref name="times"/> as fast as the wall's, so that what a head does in a minute is done in a moment.</summary>
internal sealed class SwiftClock(int times) : TimeProvider
{
    private readonly DateTimeOffset _began = System.GetUtcNow();
    private readonly long _start = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _began + (times * System.GetElapsedTime(_start));

    public override long GetTimestamp() => _start + (times * (System.GetTimestamp() - _start));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private TimeSpan Shortened(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / times));
}
