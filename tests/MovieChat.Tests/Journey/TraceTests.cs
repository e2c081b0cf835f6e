using System.Text.Json;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The trace of a command, which the journey carries and does not read.</summary>
public sealed class TraceTests
{
    private readonly Desk _desk = new Desk().Begin("brief");

    [Fact]
    public void Order_OfADecision_HasItsTrace()
    {
        _desk.Deliver("ideas@1");

        _desk.Take(_desk.About("ideas", Verbs.Approve(1)) with { Trace = "approved" });

        Assert.Equal("approved", _desk.Order("synopsis@1").Trace);
        Assert.Null(_desk.Project.Document(DocumentId.Ideas).Order);
    }

    [Fact]
    public void Order_OfTips_HasTheTraceOfWhoAsked()
    {
        _desk.Take(_desk.About("ideas", Verbs.Stuck()) with { Trace = "stuck" });

        Assert.Equal("stuck", _desk.Order("ideas~1").Trace);
        Assert.Null(_desk.Order("ideas@1").Trace);
    }

    /// <summary>A film from before there were pictures, in a version that has them.</summary>
    [Fact]
    public void Order_ThatBecameDueByItself_HasTheTraceOfWhateverGaveIt()
    {
        var desk = new Desk().Begin("brief", "synopsis");
        var result = desk.Answer(desk.Order("cast@1")) with { Trace = "result" };
        var wake = new WakeProject { Id = "wake", By = "service" };

        Assert.Equal("result", Look(result)?.Trace);
        Assert.NotNull(Look(wake));
        Assert.Null(Look(wake)!.Trace);

        WorkOrder? Look(Command command) =>
            Assert.IsType<Outcome.Accepted>(desk.Project.Decide(command, DateTimeOffset.UnixEpoch, DocumentTable.Film)).Project.Document(new("look")).Order;
    }

    [Fact]
    public void Order_ReadFromTheJournal_HasTheTraceThatWasStored()
    {
        _desk.Deliver("ideas@1");
        var entries = _desk.Take(_desk.About("ideas", Verbs.Approve(1)) with { Trace = "approved" });
        var ordered = entries.Select(entry => entry.Event).OfType<DraftOrdered>().Single();

        var json = JsonSerializer.Serialize<ProjectEvent>(ordered, JourneyJson.Readable.ProjectEvent);

        Assert.Contains("\"trace\":\"approved\"", json, StringComparison.Ordinal);
        Assert.Equal(ordered, JsonSerializer.Deserialize(json, JourneyJson.Readable.ProjectEvent));
    }

    [Fact]
    public void Journal_WrittenBeforeThereWereTraces_ReadsAsUntraced()
    {
        const string Before = """{"type":"draftOrdered","number":1,"request":{"verb":"Write"},"madeFrom":{},"document":"ideas"}""";

        var read = Assert.IsType<DraftOrdered>(JsonSerializer.Deserialize(Before, JourneyJson.Readable.ProjectEvent));

        Assert.Null(read.Trace);
        Assert.Equal(Before, JsonSerializer.Serialize<ProjectEvent>(read, JourneyJson.Readable.ProjectEvent));
    }
}
