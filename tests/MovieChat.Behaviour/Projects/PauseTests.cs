using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

/// <summary>Pauses and budgets: when nothing is drafted.</summary>
public sealed class PauseTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Pause_WhileAModelWrites_LetsItEndAndBeginsNothingNewUntilResumed()
    {
        var title = HeadFixture.NewTitle();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "ideas", Answers.After(gate.Task));
        var project = await _owner.BeginAsync(title, Writing.Brief());
        await CalledAsync(title, "ideas");

        Assert.Equal("paused", (await _owner.PostAsync($"/api/projects/{project}/pause")).Ok().Status());
        gate.SetResult();
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
        var decided = await _owner.DecideAsync(project, "ideas", "approve", body => body["option"] = 1);
        await AnotherFilmGoesOnAsync();

        Assert.Equal(("paused", "drafting"), (decided.Status(), decided.Document("synopsis").Status()));
        Assert.DoesNotContain(head.Models.CallsFor(title), call => call.Document == "synopsis");
        Assert.Equal("working", (await _owner.PostAsync($"/api/projects/{project}/resume")).Ok().Status());
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
    }

    [Fact]
    public async Task Decisions_WhilePaused_AreTaken()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.PostAsync($"/api/projects/{project}/pause");

        await _owner.DecideAsync(project, "plot", "reopen");
        await _owner.EditAsync(project, "plot", Writing.Plot());
        var state = await _owner.DecideAsync(project, "scenes", "keep");

        Assert.Equal("paused", state.Status());
        Assert.Equal((2, 1), state.Document("plot").Approved());
        Assert.Equal("approved", state.Document("scenes").Status());
    }

    [Fact]
    public async Task Pause_OfAPausedProject_ChangesNothing()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var paused = (await _owner.PostAsync($"/api/projects/{project}/pause")).Ok();

        Assert.Equal(paused.Number("revision"), (await _owner.PostAsync($"/api/projects/{project}/pause")).Ok().Number("revision"));
        var resumed = (await _owner.PostAsync($"/api/projects/{project}/resume")).Ok();
        Assert.Equal(resumed.Number("revision"), (await _owner.PostAsync($"/api/projects/{project}/resume")).Ok().Number("revision"));
    }

    [Fact]
    public async Task Budget_OfNothing_ParksWhatIsOwedUntilItIsRaised()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title);
        await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 0 });

        var parked = await _owner.EditAsync(project, "brief", Writing.Brief());
        await AnotherFilmGoesOnAsync();

        Assert.Equal("awaitingWriter", parked.Status());
        Assert.Equal(["ideas"], parked.Texts("parked"));
        Assert.Empty(head.Models.CallsFor(title));
        var raised = (await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 1_000_000 })).Ok();
        Assert.Empty(raised.Texts("parked"));
        Assert.Equal("working", raised.Status());
        var ideas = await _owner.UntilAsync(project, "ideas", "awaitingApproval");
        Assert.Equal(ideas["draft"]!.Number("tokens"), (await _owner.ProjectAsync(project))["budget"]!["tokens"]!.Number("spent"));
    }

    [Fact]
    public async Task Budget_SpentByTheFirstDraft_ParksTheNext()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 1 });
        await _owner.EditAsync(project, "brief", Writing.Brief());

        await _owner.ApproveAsync(project, "ideas");

        Assert.Equal(["synopsis"], (await _owner.ProjectAsync(project)).Texts("parked"));
    }

    [Fact]
    public async Task Budget_WithOneOfTheTwo_LeavesTheOther()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var before = (await _owner.ProjectAsync(project))["budget"]!;

        var after = (await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["pictures"] = 3 })).Ok()["budget"]!;

        Reading.Same(before["tokens"], after["tokens"]);
        Assert.Equal(3, after["pictures"]!.Number("limit"));
    }

    [Theory]
    [InlineData("""{"tokens":-1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"pictures":1000000000001}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"tokens":"many"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"tokens":1.5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"tokens":99999999999999999999}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"minutes":5}""", HttpStatusCode.BadRequest)]
    public async Task Budget_ThatIsNone_IsRefused(string body, HttpStatusCode status)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        (await _owner.SendAsync(HttpMethod.Put, $"/api/projects/{project}/budget", body, null)).Problem(status);
    }

    private Task<JsonNode> CalledAsync(string title, string document) =>
        Client.UntilAsync(() => Task.FromResult<JsonNode>(head.Models.CallsFor(title).Any(call => call.Document == document)), found => (bool)found, $"the call for {document}");

    /// <summary>As much time as another film takes for the same step.</summary>
    private async Task AnotherFilmGoesOnAsync()
    {
        var other = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await _owner.ApproveAsync(other, "ideas");
        await _owner.UntilAsync(other, "synopsis", "awaitingApproval");
    }
}
