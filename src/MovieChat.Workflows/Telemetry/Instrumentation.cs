using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MovieChat.Workflows.Telemetry;

/// <summary>The source of Movie Chat's own spans and the meter of its own metrics. docs/operations.md lists both.</summary>
/// <remarks>Spans and metrics hold ids, kinds and numbers: never a text of the film, a title, a note or a key. Metrics hold no ids either.</remarks>
public static class Instrumentation
{
    /// <summary>The name of the source and of the meter, to subscribe to.</summary>
    public const string Name = "MovieChat";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    /// <summary>A histogram of seconds, with a bound on buckets that suits what takes from <paramref name="least"/> on: 1, 2.5 and 5 of every
    /// power of ten, over four of them.</summary>
    internal static Histogram<double> Durations(string name, string description, double least) => Meter.CreateHistogram<double>(
        name,
        "s",
        description,
        advice: new() { HistogramBucketBoundaries = [.. Enumerable.Range(0, 4).SelectMany(power => Steps.Select(step => Math.Round(step * least * Math.Pow(10, power), 6)))] });

    private static double[] Steps => [1, 2.5, 5];
}
