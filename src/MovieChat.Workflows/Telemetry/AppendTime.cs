using System.Diagnostics;
using System.Diagnostics.Metrics;
using MovieChat.Storage;

namespace MovieChat.Workflows.Telemetry;

/// <summary>The time of appends to journals: what everything else waits for.</summary>
internal static class AppendTime
{
    private static readonly Histogram<double> Duration = Instrumentation.Durations(
        "moviechat.append.duration", "The time of one append to a journal, by outcome.", least: 0.001);

    public static async Task<Append> MeasureAsync(Func<Task<Append>> append, TimeProvider clock)
    {
        var (began, outcome) = (clock.GetTimestamp(), "failed");
        try
        {
            var appended = await append();
            outcome = TagNames.KindOf(appended);
            return appended;
        }
        finally
        {
            Duration.Record(clock.GetElapsedTime(began).TotalSeconds, new TagList { { TagNames.Outcome, outcome } });
        }
    }
}
