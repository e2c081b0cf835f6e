using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>Films that begin with documents the writer has already.</summary>
public sealed class StartTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Film_BegunWithASynopsis_SkipsTheIdeasAndGoesOnFromIt()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("synopsis"));

        var cast = await _owner.UntilAsync(project, "cast", "awaitingApproval");
        var state = await _owner.ProjectAsync(project);

        Assert.Equal(1, cast["draft"]!["madeFrom"]!["synopsis"]!.Number("draft"));
        Assert.Equal("skipped", state.Document("ideas").Status());
        Assert.Contains("synopsis", state.Document("ideas").Text("skipped"), StringComparison.Ordinal);
        Assert.Equal("approved", state.Document("synopsis").Status());
        Assert.Equal("writer", (await _owner.DocumentAsync(project, "synopsis"))["draft"]!.Text("by"));
        Reading.Same(Writing.Synopsis(), (await _owner.DocumentAsync(project, "synopsis"))["draft"]!.List("options")[0]["content"]);
    }

    [Fact]
    public async Task Film_BegunWithSynopsisAndCast_GoesOnWithTheProfiles()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("cast", "synopsis"));

        var state = await _owner.ApproveUntilAsync(project, found => found.Document("plot").Status() is "awaitingApproval" or "failed", exceptBrief: true);

        Assert.Equal("awaitingApproval", state.Document("plot").Status());
        Assert.Equal("approved", state.Document("profile:jonas").Status());
        Assert.Equal("skipped", state.Document("ideas").Status());
    }

    [Fact]
    public async Task Film_BegunWithAPlotAlone_GetsTheSynopsisOfThatPlot()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Start("plot"));

        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        var call = head.Models.CallsFor(title).First(each => each.Document == "synopsis");
        Reading.Same(Writing.Plot()["middle"], call.Request["film"]!["plot"]!["middle"]);
        Assert.Equal("approved", (await _owner.DocumentAsync(project, "plot")).Status());
    }

    [Fact]
    public async Task Film_BegunWithEverything_IsComplete()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        Assert.Equal("complete", (await _owner.ProjectAsync(project)).Status());
        Assert.Contains("You are late for s2.", (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ideas_SkippedAtTheStart_CanBeReopened()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("brief", "synopsis"));

        await _owner.DecideAsync(project, "ideas", "reopen");

        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
    }

    [Theory]
    [InlineData("""{"genres":["drama"]}""")]
    [InlineData("""{"notes":"A film about a ferry."}""")]
    [InlineData("""{"message":"Forgive.","unknown":{"kept":"🎬\u0000"}}""")]
    public async Task Film_BegunWithABriefThatLeavesThingsOut_IsWrittenAllTheSame(string brief)
    {
        var reply = await _owner.SendAsync(HttpMethod.Post, "/api/projects", $$"""{"title":"A short brief","brief":{{brief}}}""", null);
        var project = reply.Ok().Text("id")!;

        var ideas = await _owner.UntilAsync(project, "ideas", "awaitingApproval", "failed");

        Assert.True(ideas.Status() == "awaitingApproval", ideas.ToJsonString());
        Assert.Equal(brief, (await _owner.GetAsync($"/api/projects/{project}/documents/brief")).RawContent());
        (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok();
    }

    public static TheoryData<string, string> Unsound => new()
    {
        { """{"synopsis":{"lines":["one"]}}""", "start.synopsis.lines" },
        { """{"synopsis":{"lines":["1","2","3","4",""]}}""", "start.synopsis.lines[4]" },
        { """{"cast":{"characters":[]}}""", "start.cast.characters" },
        { """{"brief":{"genres":["drama"],"lengthMinutes":601}}""", "start.brief.lengthMinutes" },
        { """{"plot":"once upon a time"}""", "start.plot" },
        { """{"synopsis":null}""", "start.synopsis" },
        { """{"brief":{"genres":["drama"],"unknown":{"half":["\ud83c"]}}}""", "start.brief.unknown.half[0]" },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public async Task Start_WithUnsoundDocuments_IsRefusedSayingWhere(string start, string path)
    {
        var problem = (await _owner.SendAsync(HttpMethod.Post, "/api/projects", $$"""{"title":"Unsound","start":{{start}}}""", null))
            .Problem(HttpStatusCode.UnprocessableEntity, "invalid-content");

        Assert.Contains(path, problem.List("errors").Select(error => error.Text("path")));
    }

    [Fact]
    public async Task Start_WithAnUnsoundBrief_NamesItsPlaceInTheBody()
    {
        var brief = Writing.Brief();
        brief["lengthMinutes"] = -5;

        var problem = (await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = HeadFixture.NewTitle(), ["brief"] = brief }))
            .Problem(HttpStatusCode.UnprocessableEntity, "invalid-content");

        Assert.Equal("brief.lengthMinutes", problem.List("errors").Single().Text("path"));
        Assert.Equal("brief.lengthMinutes", problem.Text("path"));
    }

    [Theory]
    [InlineData("posters")]
    [InlineData("profile")]
    [InlineData("profile:nobody")]
    [InlineData("dialogue:s1")]
    [InlineData("cast:mara")]
    [InlineData("")]
    public async Task Start_WithADocumentThatTheFilmDoesNotHave_IsRefusedNamingIt(string document)
    {
        var reply = await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = HeadFixture.NewTitle(), ["start"] = new JsonObject { [document] = Writing.Profile("nobody", "mara") } });

        Assert.Contains(document, reply.Problem(HttpStatusCode.UnprocessableEntity).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithTheBriefTwice_IsRefused()
    {
        var reply = await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = HeadFixture.NewTitle(), ["brief"] = Writing.Brief(), ["start"] = Writing.Start("brief") });

        reply.Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData(null)]
    public async Task Start_WithoutATitle_IsRefused(string? title)
    {
        var reply = await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = title });

        Assert.InRange((int)reply.Status, 400, 422);
        reply.Problem(reply.Status);
    }

    [Fact]
    public async Task Start_WithATooLongTitle_IsRefused() =>
        (await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = new string('x', 201) })).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");
}
