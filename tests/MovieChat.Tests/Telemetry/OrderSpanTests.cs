using System.Diagnostics;
using MovieChat.Core.Journey;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Tests.Telemetry;

[Collection(Listening.Alone)]
public sealed class OrderSpanTests : IDisposable
{
    private static readonly WorkOrder s_order = new()
    {
        Document = DocumentId.Profile("mara"),
        Number = 3,
        Request = new() { Verb = Verb.Revise, Notes = "colder" },
        Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    };

    private static readonly Failure s_failure = new(FailureKinds.Refused, "Told.", "Remedy.");
    private static readonly JournalEntry s_entry = new(1, DateTimeOffset.UnixEpoch, "service", "profile:mara@3", new ProjectPaused());

    private readonly KeptSignals _signals = new();

    public void Dispose() => _signals.Dispose();

    [Fact]
    public void Span_OfAnOrder_IsAConsumerInTheTraceOfItsCommandWhateverIsUnderWay()
    {
        using (new Activity("another order's end").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            using var span = OrderSpan.Begin("film", s_order, TimeProvider.System);
        }

        var kept = Assert.Single(_signals.Spans);
        Assert.Equal(("order profile", ActivityKind.Consumer), (kept.DisplayName, kept.Kind));
        Assert.Equal(s_order.Trace, kept.ParentId);
        Assert.Equal("profile:mara@3", kept.GetTagItem("moviechat.order"));
        Assert.DoesNotContain(kept.TagObjects, tag => $"{tag.Value}".Contains("colder", StringComparison.Ordinal));
    }

    [Fact]
    public void Span_OfAnOrderThatNobodyTraced_IsARoot()
    {
        using (new Activity("another order's end").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            using var span = OrderSpan.Begin("film", s_order with { Trace = null }, TimeProvider.System);
        }

        Assert.Null(Assert.Single(_signals.Spans).ParentId);
    }

    [Fact]
    public void Outcome_OfADraftThatCounts_IsDrafted() => Assert.Equal(("drafted", null), Told(span => span.Delivered(Done(), Taken)));

    [Fact]
    public void Outcome_OfAFailure_IsToldWithItsKind() => Assert.Equal(("failed", FailureKinds.Refused), Told(span => span.Delivered(Failed(), Taken)));

    [Fact]
    public void Outcome_OfAResultThatIsNotOwed_IsLate()
    {
        Assert.Equal(("late", null), Told(span => span.Delivered(Done(), Dropped)));
        Assert.Equal(("late", null), Told(span => span.Delivered(Failed(), Dropped)));
    }

    [Fact]
    public void Outcome_OfTips_IsAdvised() => Assert.Equal(("advised", null), Told(span => span.Delivered(new TipsDone(Usage.None) { Id = "t", By = "service", Document = s_order.Document, Number = 1 }, Taken)));

    [Fact]
    public void Outcome_OfAnOrderThatWasStopped_SaysByWhom()
    {
        Assert.Equal(("withdrawn", null), Told(span => span.Stopped(isWithdrawn: true)));
        Assert.Equal(("stopped", null), Told(span => span.Stopped(isWithdrawn: false)));
    }

    [Fact]
    public void Outcome_OfAnOrderWithoutAnEnd_IsBroken() => Assert.Equal(("broken", null), Told(_ => { }));

    private static Advance Taken => new(WritingProject.None, [s_entry]);

    private static Advance Dropped => new(WritingProject.None, []);

    private static DraftDone Done() => new(Journey.Desk.Written(s_order.Document)) { Id = s_order.Id, By = "service", Document = s_order.Document, Number = 3 };

    private static DraftNotDone Failed() => new(s_failure, Usage.None) { Id = s_order.Id, By = "service", Document = s_order.Document, Number = 3 };

    /// <summary>What the metric tells, after the span told the same.</summary>
    private (object? Outcome, object? Error) Told(Action<OrderSpan> end)
    {
        using (var span = OrderSpan.Begin("film", s_order, TimeProvider.System)) end(span);
        var (kept, measured) = (_signals.Spans[^1], _signals.Measurements[^1]);
        Assert.Equal("moviechat.order.duration", measured.Name);
        Assert.Equal(measured.Tags.OrderBy(tag => tag.Key), kept.TagObjects.Where(tag => measured.Tags.ContainsKey(tag.Key)).OrderBy(tag => tag.Key));
        Assert.Equal(measured.Tags.ContainsKey("error.type") ? ActivityStatusCode.Error : ActivityStatusCode.Unset, kept.Status);
        Assert.Empty(measured.Tags.Keys.Except(["moviechat.document.kind", "moviechat.verb", "moviechat.outcome", "error.type"]));
        return (measured.Tags["moviechat.outcome"], measured.Tags.GetValueOrDefault("error.type"));
    }
}
