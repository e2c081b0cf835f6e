using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>What becomes of a film when something further up changes.</summary>
public sealed class StaleTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Ideas_WhenTheBriefChanges_TurnStaleWithCauseCostAndWhatFollows()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        Assert.Equal("complete", (await _owner.ProjectAsync(project)).Status());
        Assert.Equal(Writing.Documents.Skip(1), (await _owner.DocumentAsync(project, "brief")).Texts("ifChanged"));

        var state = await _owner.EditAsync(project, "brief", Writing.Brief());

        Assert.Equal("awaitingWriter", state.Status());
        Assert.Equal(["ideas"], state.Texts("awaiting"));
        var ideas = state.Document("ideas");
        Assert.Equal("stale", ideas.Status());
        Reading.Same(
            JsonNode.Parse("""[{"document":"brief","was":{"draft":1,"option":1},"now":{"draft":2,"option":1}}]"""),
            ideas["staleBecause"]);
        Assert.True(ideas["redo"]!.Number("tokens") > 0);
        Assert.Equal(0, ideas["redo"]!.Number("pictures"));
        Assert.Equal(Writing.Documents.Skip(2), ideas["redo"]!.Texts("then"));
        Assert.All(Writing.Documents.Skip(2), id => Assert.Equal("approved", state.Document(id).Status()));
        var told = (await _owner.JournalAsync(project)).Single(line => line.Text("type") == "documentTurnedStale");
        Reading.Same(ideas["staleBecause"], told["because"]);
        Reading.Same(ideas["redo"], (await _owner.DocumentAsync(project, "ideas"))["redo"]);
    }

    [Fact]
    public async Task Keep_OfAStaleDocument_CompletesTheFilmAgain()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.EditAsync(project, "brief", Writing.Brief());

        (await _owner.DecideAsync(project, "ideas", "approve", 1)).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
        var state = await _owner.DecideAsync(project, "ideas", "keep");

        Assert.Equal("complete", state.Status());
        Assert.Null(state.Document("ideas")["staleBecause"]);
        Assert.Equal((1, 1), state.Document("ideas").Approved());
        Assert.Equal(2, (await _owner.DocumentAsync(project, "ideas"))["draft"]!["madeFrom"]!["brief"]!.Number("draft"));
    }

    [Fact]
    public async Task Redraft_OfStaleDocuments_GoesDownTheGraphStepByStep()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.EditAsync(project, "brief", Writing.Brief());

        foreach (var (document, next) in new[] { ("ideas", "synopsis"), ("synopsis", "cast") })
        {
            await _owner.DecideAsync(project, document, "redraft");
            var redrafted = await _owner.UntilAsync(project, document, "awaitingApproval");
            Assert.Equal((2, (1, 1)), (redrafted.Draft(), redrafted.Approved()));
            Assert.Equal("approved", (await _owner.DocumentAsync(project, next)).Status());

            var state = await _owner.DecideAsync(project, document, "approve", body => body["option"] = 2);

            Assert.Equal("stale", state.Document(next).Status());
            Assert.Equal(document, state.Document(next).List("staleBecause").Single(cause => cause.Text("document") == document).Text("document"));
        }
    }

    [Fact]
    public async Task Profiles_WhenTheCastChanges_AreStaleAndThePlotAsWell()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var state = await _owner.EditAsync(project, "cast", Writing.Cast());

        Assert.Equal(["profile:mara", "profile:jonas", "plot"], state.Texts("awaiting"));
        Assert.Equal("approved", state.Document("scenes").Status());
    }

    [Fact]
    public async Task LaterScene_WhenAnEarlierOnesDialogueChanges_GetsAHintAndIsNotStale()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("dialogue:s2"));
        await _owner.ApproveAsync(project, "dialogue:s2");

        var state = await _owner.EditAsync(project, "dialogue:s1", Writing.Dialogue("s1"));

        Assert.Equal("complete", state.Status());
        Assert.Equal(["dialogue:s1"], state.Document("dialogue:s2").Texts("hints"));
        Assert.Null(state.Document("dialogue:s2")["staleBecause"]);
        Assert.Null(state.Document("dialogue:s1")["hints"]);
    }

    [Fact]
    public async Task Document_MadeFromWhatWasReopened_IsNotStaleBeforeSomethingElseIsApproved()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var reopened = await _owner.DecideAsync(project, "synopsis", "reopen");
        var approved = await _owner.DecideAsync(project, "synopsis", "approve");

        Assert.Equal("approved", reopened.Document("cast").Status());
        Assert.Equal("complete", approved.Status());
    }

    [Fact]
    public async Task Edit_OfAStaleDocument_MakesItFresh()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        await _owner.EditAsync(project, "synopsis", Writing.Synopsis());

        var state = await _owner.EditAsync(project, "cast", Writing.Cast());

        Assert.Equal("approved", state.Document("cast").Status());
        Assert.Equal("stale", state.Document("plot").Status());
        Assert.Equal(["synopsis", "cast"], state.Document("plot").List("staleBecause").Select(cause => cause.Text("document")));
    }
}
