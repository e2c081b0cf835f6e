using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>When something that could not be delivered is tried again, and when it is given up.</summary>
/// <param name="Delays">The wait after each failed attempt. After one more than these it is given up.</param>
public sealed record RetryPlan(ValueList<TimeSpan> Delays)
{
    /// <summary>Most of a delay that is added or taken by chance, so that what failed together is not tried again together.</summary>
    public const double Jitter = 0.2;

    /// <summary>However long a receiver asks to be left alone, it is asked again after this.</summary>
    public static TimeSpan LongestAsked { get; } = TimeSpan.FromDays(1);

    /// <summary>After 5 s, 30 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h: over three days in all (standardwebhooks.com, "Deliverability and reliability").</summary>
    public static RetryPlan Usual { get; } = new(
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ]);

    /// <summary>How long to wait after attempt <paramref name="attempt"/> has failed; null when that was the last one.</summary>
    /// <param name="attempt">From 1.</param>
    /// <param name="asked">How long the receiver asked to be left alone; null when it did not.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan? After(int attempt, TimeSpan? asked, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        if (attempt > Delays.Count) return null;
        var delay = Delays[attempt - 1] * (1 + (Jitter * ((2 * chance) - 1)));
        var wish = asked is { } time && time > LongestAsked ? LongestAsked : asked;
        return wish > delay ? wish : delay;
    }
}
