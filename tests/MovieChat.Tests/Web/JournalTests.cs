using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class JournalTests(AzuriteFixture azurite) : WebTests(azurite)
{
    /// <summary>A stream looks around every five seconds; the machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

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
    public async Task Events_OnceTheKeyIsRevoked_TellNothingMoreAndEnd()
    {
        var writer = $"w{Guid.NewGuid():N}"[..20];
        using var laptop = await Door.WriterAsync(writer);
        using var phone = await Door.WriterAsync(writer);
        var project = await laptop.StartAsync();
        using var answer = await FollowAsync(laptop, project, "0");

        await Door.Owner.DeleteAsync($"/api/keys/{laptop.KeyId}");
        await phone.PostAsync(project + "/pause");

        Assert.DoesNotContain("projectPaused", await ToItsEndAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_OfAProjectAtRest_EndWithinSecondsOnceTheKeyIsRevoked()
    {
        var project = await Writer.StartAsync();
        using var answer = await FollowAsync(Writer, project, "0");
        await Door.Owner.DeleteAsync($"/api/keys/{Writer.KeyId}");
        Assert.Contains("event: draftOrdered", await ToItsEndAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_OfAProjectThatIsGoneAltogether_EndWithinSeconds()
    {
        var project = await Writer.StartAsync();
        var revision = (long)(await Writer.GetJsonAsync(project))["revision"]!;
        using var answer = await FollowAsync(Writer, project, $"{revision}");
        await Door.Get<JournalTable>().DeleteAsync(project.Id(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("event:", await ToItsEndAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_OfAProjectAtRest_BeatNowAndThen()
    {
        var project = await Writer.StartAsync();
        var revision = (long)(await Writer.GetJsonAsync(project))["revision"]!;
        using var answer = await FollowAsync(Writer, project, $"{revision}");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        string?[] heard = [await LineAsync(lines), await LineAsync(lines), await LineAsync(lines)];
        Assert.Equal(["retry: 2000", ":", ":"], heard);
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

    /// <summary>A stream's text, which is to end by itself.</summary>
    private static Task<string> ToItsEndAsync(HttpResponseMessage answer) => answer.TextAsync().WaitAsync(Patience);

    /// <summary>The next line that is not empty.</summary>
    private static async Task<string?> LineAsync(StreamReader lines)
    {
        string? line;
        do line = await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        while (line is "");
        return line;
    }

    private static async Task<HttpResponseMessage> FollowAsync(Visitor client, string project, string lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, project + "/events");
        request.Headers.Add("Last-Event-ID", lastEventId);
        return await client.BeginAsync(request);
    }
}
