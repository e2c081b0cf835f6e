using System.Net;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class DecisionTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Approve_OfTheDraftSeen_MovesTheFilmOn()
    {
        var project = await WithIdeasAsync();
        var answer = await DecideAsync(project, "ideas", new { verb = "approve", draft = 1, option = 2 });
        var snapshot = await answer.ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal(project + "/documents/ideas", answer.Headers.Location!.ToString());
        Assert.Equal("""{"draft":1,"option":2}""", snapshot.Document("ideas")["approved"]!.ToJsonString());
        Assert.Equal("drafting", snapshot.Document("synopsis").Text("status"));
    }

    [Fact]
    public async Task Approve_OfAnOlderDraft_IsRefusedWithTheCurrentOne()
    {
        var project = await WithIdeasAsync();
        var problem = await (await DecideAsync(project, "ideas", new { verb = "approve", draft = 7, option = 1 })).ProblemAsync(HttpStatusCode.Conflict, "stale-decision");
        Assert.Equal(1, (int)problem["currentDraft"]!);
        var document = await Writer.GetJsonAsync(project + "/documents/ideas");
        Assert.Equal(document["draft"]!.ToJsonString(), problem["draft"]!.ToJsonString());
    }

    [Fact]
    public async Task Decision_UnderTheSameKey_CountsOnce()
    {
        var project = await Writer.StartAsync();
        var edit = new { verb = "edit", content = Json.Brief, draft = 1 };
        await (await DecideAsync(project, "brief", edit, "once")).ReadAsync(HttpStatusCode.Accepted);
        await (await DecideAsync(project, "brief", edit, "once")).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal(2, (await Writer.GetJsonAsync(project + "/documents/brief/drafts"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Decision_UnderAKeyUsedForAnotherDocument_Counts()
    {
        var project = await WithIdeasAsync();
        await (await DecideAsync(project, "ideas", new { verb = "approve", draft = 1, option = 1 }, "key")).ReadAsync(HttpStatusCode.Accepted);
        var snapshot = await (await DecideAsync(project, "brief", new { verb = "reopen", draft = 1 }, "key")).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal("awaitingApproval", snapshot.Document("brief").Text("status"));
    }

    [Theory]
    [InlineData("""{"verb":"approve","draft":1}""", 422, "unknown-option", "option")]
    [InlineData("""{"verb":"approve","draft":1,"option":9}""", 422, "unknown-option", "option")]
    [InlineData("""{"verb":"keep","draft":1}""", 422, "verb-does-not-fit", "verb")]
    [InlineData("""{"verb":"dance","draft":1}""", 422, "invalid-value", null)]
    [InlineData("""{"verb":"revise","draft":1,"notes":""}""", 422, "invalid-value", null)]
    [InlineData("""{"verb":"restore","draft":5}""", 404, "unknown-draft", "draft")]
    [InlineData("""{"verb":"approve","draft":"1"}""", 400, "malformed-request", "draft")]
    [InlineData("""{"verb":"approve","draft":1,"optoin":1}""", 400, "unknown-property", "optoin")]
    [InlineData("""{"verb":"edit","draft":1,"content":{"title":""}}""", 422, "invalid-content", "content")]
    public async Task Decision_ThatCanNotBe_IsRefusedAndChangesNothing(string body, int status, string kind, string? path)
    {
        var project = await WithIdeasAsync();
        var before = await Writer.GetJsonAsync(project);
        var problem = await (await Writer.PostAsync(project + "/documents/ideas/decisions", Json.Text(body))).ProblemAsync((HttpStatusCode)status, kind);
        if (path is not null) Assert.StartsWith(path, problem.Text("path"), StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await Writer.GetJsonAsync(project)).ToJsonString());
    }

    [Theory]
    [InlineData("profile:nobody")]
    [InlineData("poster")]
    [InlineData("Brief")]
    public async Task Document_NotInTheFilm_IsUnknown(string document)
    {
        var project = await Writer.StartAsync();
        var answer = await Writer.GetAsync($"{project}/documents/{Uri.EscapeDataString(document)}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Brief_ChangedAfterwards_TurnsStaleWhatWasMadeFromIt()
    {
        var project = await WithIdeasAsync();
        await DecideAsync(project, "ideas", new { verb = "approve", draft = 1, option = 1 });
        var snapshot = await (await DecideAsync(project, "brief", new { verb = "edit", draft = 1, content = Json.Brief })).ReadAsync(HttpStatusCode.Accepted);
        var ideas = snapshot.Document("ideas");
        Assert.Equal("stale", ideas.Text("status"));
        Assert.Equal("""[{"document":"brief","was":{"draft":1,"option":1},"now":{"draft":2,"option":1}}]""", ideas["staleBecause"]!.ToJsonString());
        Assert.True((long)ideas["redo"]!["tokens"]! > 0);
        Assert.Contains("ideas", snapshot["awaiting"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public async Task Stuck_OnceAnswered_ShowsTipsAndThreeWays()
    {
        var project = await WithIdeasAsync();
        await (await DecideAsync(project, "ideas", new { verb = "stuck", draft = 1 })).ReadAsync(HttpStatusCode.Accepted);
        Assert.True((bool)(await Writer.GetJsonAsync(project + "/documents/ideas"))["tipsPending"]!);
        await Door.WorkAsync(project.Id());
        var document = await Writer.GetJsonAsync(project + "/documents/ideas");
        Assert.Null(document["tipsPending"]);
        Assert.NotEmpty(document["tips"]!["tips"]!.AsArray());
        Assert.Equal(3, document["tips"]!["ways"]!.AsArray().Count);
    }

    [Fact]
    public async Task Drafts_InPages_AreListedOldestFirst()
    {
        var project = await Writer.StartAsync();
        await DecideAsync(project, "brief", new { verb = "edit", draft = 1, content = Json.Brief });
        await DecideAsync(project, "brief", new { verb = "edit", draft = 2, content = Json.Brief });
        var first = await Writer.GetJsonAsync(project + "/documents/brief/drafts?limit=2");
        var rest = await Writer.GetJsonAsync($"{project}/documents/brief/drafts?limit=2&after={first.Text("next")}");
        Assert.Equal([1, 2], first["items"]!.AsArray().Select(draft => (int)draft!["number"]!));
        Assert.Equal([3], rest["items"]!.AsArray().Select(draft => (int)draft!["number"]!));
        Assert.Null(rest["next"]);
        var one = await Writer.GetJsonAsync(project + "/documents/brief/drafts/2");
        Assert.Equal(first["items"]![1]!.ToJsonString(), one.ToJsonString());
        Assert.Equal("writer", one.Text("by"));
        await (await Writer.GetAsync(project + "/documents/brief/drafts/4")).ProblemAsync(HttpStatusCode.NotFound, "unknown-draft");
    }

    private async Task<string> WithIdeasAsync()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        return project;
    }

    private Task<HttpResponseMessage> DecideAsync(string project, string document, object decision, string? key = null) =>
        Writer.PostAsync($"{project}/documents/{document}/decisions", decision, key);
}
