using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class JournalTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Journal_InPages_TellsWhoDidWhat()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        var (lines, after) = (new List<JsonNode>(), (string?)"0");
        while (after is not null)
        {
            var page = await Writer.GetJsonAsync($"{project}/journal?limit=2&after={after}");
            lines.AddRange(page["items"]!.AsArray().Select(line => line!));
            after = (string?)page["next"];
        }

        Assert.Equal(["projectStarted", "documentsBrought", "draftOrdered", "draftReceived"], lines.Select(line => line.Text("type")));
        Assert.Equal(Enumerable.Range(1, 4), lines.Select(line => (int)line["sequence"]!));
        Assert.Equal("service", lines[^1].Text("by"));
        Assert.Equal("write", lines[2].Text("verb"));
    }

    [Fact]
    public async Task Journal_OfAFork_HoldsNoState()
    {
        var project = await Writer.StartAsync();
        var fork = await Writer.PostAsync(project + "/fork", new { title = "Copy" });
        var journal = await Writer.GetJsonAsync(fork.Headers.Location + "/journal");
        Assert.Equal("projectForked", journal["items"]![0]!.Text("type"));
        Assert.Equal("Copy", journal["items"]![0]!.Text("title"));
        Assert.DoesNotContain("commands", journal.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_AfterTheLastSeen_GoOnUntilTheProjectIsDeleted()
    {
        var project = await Writer.StartAsync();
        using var answer = await FollowAsync(Writer, project, "1");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        await Writer.PostAsync(project + "/pause");
        await Writer.DeleteAsync(project);
        var events = await SseParser.Create(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["2", "3", "4"], events.Take(3).Select(each => each.EventId));
        Assert.Equal(["documentsBrought", "draftOrdered", "projectPaused"], events.Take(3).Select(each => each.EventType));
        Assert.Equal("ideas", JsonNode.Parse(events[1].Data)!.Text("document"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("999")]
    public async Task Events_AfterWhatNeverWas_AreRefused(string id)
    {
        var project = await Writer.StartAsync();
        using var answer = await FollowAsync(Writer, project, id);
        await answer.ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await (await Writer.GetAsync($"{project}/events?lastEventId={id}")).ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task Events_OnMoreStreamsThanAllowed_AreRefused()
    {
        await using var door = await FrontDoor.OpenAsync(await Azurite.ClientsAsync(), ("MovieChat:Limits:EventStreams", "1"));
        using var writer = await door.WriterAsync();
        var project = await writer.StartAsync();
        using var first = await FollowAsync(writer, project, "0");
        using var second = await FollowAsync(writer, project, "0");
        await second.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-streams");
        Assert.NotNull(second.Headers.RetryAfter);
    }

    private static async Task<HttpResponseMessage> FollowAsync(Visitor client, string project, string lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, project + "/events");
        request.Headers.Add("Last-Event-ID", lastEventId);
        return await client.BeginAsync(request);
    }
}
