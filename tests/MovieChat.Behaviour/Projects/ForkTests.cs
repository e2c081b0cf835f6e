using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

public sealed class ForkTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Fork_OfAFilm_HoldsTheSameDocumentsUnderItsOwnTitle()
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var reply = await _owner.PostAsync($"/api/projects/{source}/fork", new JsonObject { ["title"] = "Another way" });

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var fork = reply.Json;
        Assert.Equal($"/api/projects/{fork.Text("id")}", reply.Location?.ToString());
        Assert.Equal(("Another way", "complete", source), (fork.Text("title"), fork.Status(), fork["forkedFrom"]!.Text("project")));
        Reading.Same((await _owner.ProjectAsync(source))["documents"], fork["documents"]);
        foreach (var document in Writing.Documents)
        {
            Reading.Same((await _owner.DocumentAsync(source, document))["draft"], (await _owner.DocumentAsync(fork.Text("id")!, document))["draft"]);
        }
    }

    [Fact]
    public async Task Fork_AndItsSource_ChangeWithoutOneAnother()
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var fork = await ForkAsync(source);

        await _owner.EditAsync(fork, "dialogue:s1", Changed("Only here."));
        await _owner.EditAsync(source, "dialogue:s1", Changed("Only there."));

        Assert.Contains("Only here.", await FountainAsync(fork), StringComparison.Ordinal);
        Assert.DoesNotContain("Only there.", await FountainAsync(fork), StringComparison.Ordinal);
        Assert.Contains("Only there.", await FountainAsync(source), StringComparison.Ordinal);
        Assert.DoesNotContain("Only here.", await FountainAsync(source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fork_OfAFork_ReadsAndRestoresDraftsFromBeforeBoth()
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.EditAsync(source, "dialogue:s1", Changed("The second."));
        var fork = await ForkAsync(source);
        await _owner.EditAsync(fork, "dialogue:s1", Changed("The third."));
        await _owner.EditAsync(source, "dialogue:s1", Changed("Not of the forks."));
        var last = await ForkAsync(fork);
        await _owner.EditAsync(last, "dialogue:s1", Changed("The fourth."));

        var drafts = await _owner.PagesAsync($"/api/projects/{last}/documents/dialogue:s1/drafts", 2);

        Assert.Equal([1, 2, 3, 4], drafts.Select(draft => draft.Number("number")));
        Assert.Equal(["You are late for s1.", "The second.", "The third.", "The fourth."], drafts.Select(LastLine));
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.DecideAsync(last, "dialogue:s1", "restore", 2)).Status);
        await _owner.DecideAsync(last, "dialogue:s1", "approve");
        Assert.Contains("The second.", await FountainAsync(last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fork_WhoseSourceIsDeleted_StaysWhole()
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.EditAsync(source, "plot", Writing.Plot());
        var fork = await ForkAsync(source);
        var last = await ForkAsync(fork);

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{source}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{fork}")).Status);

        foreach (var document in Writing.Documents) Assert.NotEmpty((await _owner.DocumentAsync(last, document))["draft"]!.List("options"));
        Assert.Equal(2, (await _owner.PagesAsync($"/api/projects/{last}/documents/plot/drafts", 10)).Count);
        Assert.Contains("You are late for s1.", await FountainAsync(last), StringComparison.Ordinal);
        await _owner.DecideAsync(last, "synopsis", "revise", body => body["notes"] = "Begin at night.");
        Assert.Equal(2, (await _owner.UntilAsync(last, "synopsis", "awaitingApproval")).Draft());
    }

    [Fact]
    public async Task Fork_WhileSomethingIsDrafted_GetsADraftOfItsOwn()
    {
        var title = HeadFixture.NewTitle();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "ideas", Answers.After(gate.Task));
        var source = await _owner.BeginAsync(title, Writing.Brief());
        await _owner.UntilAsync(source, "ideas", "drafting");

        var fork = await ForkAsync(source);
        await _owner.UntilAsync(fork, "ideas", "awaitingApproval");
        Assert.Equal("drafting", (await _owner.DocumentAsync(source, "ideas")).Status());
        gate.SetResult();

        await _owner.UntilAsync(source, "ideas", "awaitingApproval");
        await _owner.ApproveAsync(fork, "ideas");
        await _owner.UntilAsync(fork, "synopsis", "awaitingApproval");
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(source, "ideas")).Status());
    }

    [Fact]
    public async Task Fork_OfAPausedProject_IsNotPaused()
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.PostAsync($"/api/projects/{source}/pause");

        Assert.Equal("complete", (await _owner.ProjectAsync(await ForkAsync(source))).Status());
    }

    [Fact]
    public async Task Fork_WithTips_ShowsThem()
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.DecideAsync(source, "plot", "stuck");
        var told = await Client.UntilAsync(() => _owner.DocumentAsync(source, "plot"), document => document["tips"] is not null, "tips");

        var fork = await ForkAsync(source);

        Reading.Same(told["tips"], (await _owner.DocumentAsync(fork, "plot"))["tips"]);
    }

    [Theory]
    [InlineData("""{"title":""}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"title":null}""", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"title":"T","start":{}}""", HttpStatusCode.BadRequest)]
    public async Task Fork_WithoutATitle_IsRefused(string body, HttpStatusCode status)
    {
        var source = await _owner.BeginAsync(HeadFixture.NewTitle());

        (await _owner.SendAsync(HttpMethod.Post, $"/api/projects/{source}/fork", body, null)).Problem(status);
    }

    private async Task<string> ForkAsync(string source) =>
        (await _owner.PostAsync($"/api/projects/{source}/fork", new JsonObject { ["title"] = HeadFixture.NewTitle() })).Ok().Text("id")!;

    private async Task<string> FountainAsync(string project) => (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body;

    private static JsonObject Changed(string line)
    {
        var dialogue = Writing.Dialogue("s1");
        dialogue["elements"]![2]!["text"] = line;
        return dialogue;
    }

    private static string? LastLine(JsonNode draft) => draft.List("options")[0]["content"]!.List("elements")[^1].Text("text");
}
