using System.Diagnostics;
using System.Diagnostics.Metrics;
using MovieChat.Core.Journey;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Telemetry;

/// <summary>One order being carried out by this process, from when it was taken up to when its result was handed over: the span
/// <c>order {kind}</c>, a child of the command that led to it, and its time.</summary>
public sealed class OrderSpan : IDisposable
{
    private static readonly Histogram<double> Duration = Instrumentation.Durations(
        "moviechat.order.duration", "From taking up an order to handing over its result, by kind and outcome.", least: 0.1);

    private readonly Activity? _span;
    private readonly TimeProvider _clock;
    private readonly long _began;
    private int _attempts;
    private TagList _tags;
    private string _outcome = "broken";

    private OrderSpan(string project, WorkOrder order, TimeProvider clock)
    {
        _span = Instrumentation.Source.StartActivity($"order {order.Document.Kind}", ActivityKind.Consumer, TraceContext.Parse(order.Trace));
        _span?.SetTag(TagNames.Project, project).SetTag(TagNames.Order, order.Id).SetTag(TagNames.Document, order.Document.ToString());
        _tags.Add(TagNames.DocumentKind, order.Document.Kind);
        _tags.Add(TagNames.Verb, order.Request.Verb.ToString().ToLowerInvariant());
        (_clock, _began) = (clock, clock.GetTimestamp());
    }

    public static OrderSpan Begin(string project, WorkOrder order, TimeProvider clock)
    {
        // What happens to be under way when an order is taken up did not ask for it.
        Activity.Current = null;
        return new(project, order, clock);
    }

    /// <summary>It is tried, for the first time or again.</summary>
    public void Attempt() => _attempts++;

    /// <summary>The project took the result, or found that it is no longer owed.</summary>
    public void Delivered(Result result, Advance advance)
    {
        if (advance.Entries.Count == 0) Ended("late");
        else if (((result as DraftNotDone)?.Failure ?? (result as TipsNotDone)?.Failure) is { } failure) Ended("failed", failure.Kind);
        else Ended(result is TipsDone ? "advised" : "drafted");
    }

    /// <summary>It was stopped before it had a result, or before the result was handed over.</summary>
    /// <param name="isWithdrawn">The project does not want it any more; else this process ends, and the next one takes it up.</param>
    public void Stopped(bool isWithdrawn) => Ended(isWithdrawn ? "withdrawn" : "stopped");

    public void Dispose()
    {
        _tags.Add(TagNames.Outcome, _outcome);
        Duration.Record(_clock.GetElapsedTime(_began).TotalSeconds, _tags);
        foreach (var (name, value) in _tags) _span?.SetTag(name, value);
        _span?.SetTag(TagNames.Attempts, _attempts).Dispose();
    }

    private void Ended(string outcome, string? failure = null)
    {
        _outcome = outcome;
        if (failure is null) return;
        _tags.Add(TagNames.Error, failure);
        _span?.SetStatus(ActivityStatusCode.Error, failure);
    }
}
