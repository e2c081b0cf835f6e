using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Tests.Telemetry;

/// <summary>Keeps every span and every measurement of Movie Chat's own in this process.</summary>
internal sealed class KeptSignals : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics;

    public KeptSignals()
    {
        _traces = new()
        {
            ShouldListenTo = source => source.Name == Instrumentation.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics = new() { InstrumentPublished = Listen };
        _metrics.SetMeasurementEventCallback<double>(Keep);
        _metrics.SetMeasurementEventCallback<long>(Keep);
        _metrics.SetMeasurementEventCallback<int>(Keep);
        _metrics.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    public IReadOnlyList<Measurement> Measurements => [.. _measurements];

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == Instrumentation.Name) listener.EnableMeasurementEvents(instrument);
    }

    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct, IConvertible =>
        _measurements.Enqueue(new(instrument.Name, instrument.Unit, value.ToDouble(null), tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}

internal sealed record Measurement(string Name, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);
