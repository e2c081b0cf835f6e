using MovieChat.Core.Journey;

namespace MovieChat.Bench;

internal static partial class CostBench
{
    /// <summary>What a film does in storage that waits and is never touched, from the first reminder to its parking. A timer longer than the engine
    /// takes is made of pieces, and one that fires too early is followed by others.</summary>
    private static (double Looks, double Timers, Operations Operations) Untouched(Parameters given)
    {
        var (plan, longest) = (ReminderPlan.Usual, given["timer-days"]);
        var times = plan.First.Select(time => time.TotalDays).ToList();
        while (times[^1] + plan.Every.TotalDays < plan.ParkAfter.TotalDays) times.Add(times[^1] + plan.Every.TotalDays);
        times.Add(plan.ParkAfter.TotalDays);
        var pieces = times.Prepend(0).Zip(times, (before, after) => Math.Ceiling((after - before) / longest)).Sum();
        var engine = new Engine(given);
        var look = engine.Activity + Own.Read(hasTail: true) + Own.Listing;
        var (looks, timers) = (times.Count * given["reminder-looks"], pieces + (times.Count * (given["reminder-looks"] - 1)));
        return (looks, timers, (timers * engine.Timer) + (looks * look) + (times.Count * Own.Row));
    }
}
