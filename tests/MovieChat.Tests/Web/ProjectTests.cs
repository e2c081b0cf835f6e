using System.Net;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class ProjectTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Start_WithBrief_ShowsEveryDocumentAndWhatItNeeds()
    {
        var answer = await Writer.PostAsync("/api/projects", new { title = "Żółw <&> \"x\"", brief = Json.Brief });
        var text = await answer.TextAsync();
        Assert.Contains("Żółw <&> \\\"x\\\"", text, StringComparison.Ordinal);
        var project = await Writer.GetJsonAsync(answer.Headers.Location!.ToString());
        Assert.Equal("working", project.Text("status"));
        Assert.Equal(2_000_000, (long)project["budget"]!["tokens"]!["limit"]!);
        Assert.Equal(400, (long)project["budget"]!["pictures"]!["limit"]!);
        Assert.Equal("""{"id":"brief","status":"approved","draft":1,"approved":{"draft":1,"option":1},"needs":[]}""", project.Document("brief").ToJsonString());
        Assert.Equal("""{"id":"ideas","status":"drafting","draft":null,"approved":null,"needs":["brief"],"cost":{"tokens":1500,"pictures":0}}""", project.Document("ideas").ToJsonString());
        Assert.Equal("[]", project["awaiting"]!.ToJsonString());
    }

    [Fact]
    public async Task Start_UnderTheSameKey_IsOneProjectPerWriter()
    {
        using var other = await Door.WriterAsync();
        var first = await Writer.PostAsync("/api/projects", new { title = "One" }, "key-1");
        var again = await Writer.PostAsync("/api/projects", new { title = "One" }, "key-1");
        var others = await other.PostAsync("/api/projects", new { title = "One" }, "key-1");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.NotEqual(first.Headers.Location, others.Headers.Location);
        Assert.Single((await Writer.GetJsonAsync("/api/projects"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Start_WithFaultyDocuments_TellsWhereTheFaultsAre()
    {
        var answer = await Writer.PostAsync("/api/projects", new { title = "One", start = new { synopsis = new { lines = new[] { "a" } } } });
        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-content");
        Assert.Equal("start.synopsis.lines", problem["errors"]![0]!.Text("path"));
    }

    [Fact]
    public async Task Start_WithUnknownDocument_IsRefused() =>
        await (await Writer.PostAsync("/api/projects", new { title = "One", start = new { poster = new { } } }))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-value");

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Start_WithImpossibleTitle_IsRefused(int length) =>
        await (await Writer.PostAsync("/api/projects", new { title = new string('x', length) })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-value");

    [Fact]
    public async Task List_InPages_HoldsEveryProjectOnce()
    {
        var started = new List<string>();
        for (var count = 0; count < 5; count++) started.Add((await Writer.StartAsync()).Id());
        var (listed, after) = (new List<string>(), "");
        do
        {
            var page = await Writer.GetJsonAsync($"/api/projects?limit=2&after={after}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, 2);
            listed.AddRange(page["items"]!.AsArray().Select(item => item!.Text("id")));
            after = (string?)page["next"];
        }
        while (after is not null);
        Assert.Equal(started.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task Pause_AndResume_ChangeTheStatus()
    {
        var project = await Writer.StartAsync();
        Assert.Equal("paused", (await (await Writer.PostAsync(project + "/pause")).ReadAsync(HttpStatusCode.OK)).Text("status"));
        Assert.Equal("working", (await (await Writer.PostAsync(project + "/resume")).ReadAsync(HttpStatusCode.OK)).Text("status"));
    }

    [Fact]
    public async Task Budget_OfNothing_ParksWhatIsOwed()
    {
        var project = await Writer.StartAsync();
        var answer = await Writer.SendAsync(HttpMethod.Put, project + "/budget", new { tokens = 0 }, null);
        var snapshot = await answer.ReadAsync(HttpStatusCode.OK);
        Assert.Equal("""["ideas"]""", snapshot["parked"]!.ToJsonString());
        Assert.Equal(400, (long)snapshot["budget"]!["pictures"]!["limit"]!);
        await (await Writer.SendAsync(HttpMethod.Put, project + "/budget", new { tokens = -1 }, null)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-value");
    }

    [Fact]
    public async Task Fork_UnderTheSameKey_IsOneCopyWithItsTexts()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        var fork = await Writer.PostAsync(project + "/fork", new { title = "Copy" }, "fork-1");
        var again = await Writer.PostAsync(project + "/fork", new { title = "Copy" }, "fork-1");
        var snapshot = await fork.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(fork.Headers.Location, again.Headers.Location);
        Assert.Equal(project.Id(), snapshot["forkedFrom"]!.Text("project"));
        var (source, copy) = (await Writer.GetJsonAsync(project + "/documents/ideas"), await Writer.GetJsonAsync(fork.Headers.Location + "/documents/ideas"));
        Assert.Equal(source["draft"]!["options"]!.ToJsonString(), copy["draft"]!["options"]!.ToJsonString());
        Assert.Single((await Writer.GetJsonAsync(fork.Headers.Location + "/documents/ideas/drafts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Delete_Project_LeavesNothingOfIt()
    {
        var project = await Writer.StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await Writer.DeleteAsync(project)).StatusCode);
        await (await Writer.GetAsync(project)).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        await (await Writer.DeleteAsync(project)).ProblemAsync(HttpStatusCode.NotFound, "unknown-project");
        Assert.Empty((await Writer.GetJsonAsync("/api/projects"))["items"]!.AsArray());
    }
}
