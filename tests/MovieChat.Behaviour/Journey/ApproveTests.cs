using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class ApproveTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Approve_OneOptionOfSeveral_MakesItPartOfTheFilmAndTheNextIsDraftedFromIt()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var ideas = await _owner.UntilAsync(project, "ideas", "awaitingApproval");

        var reply = await _owner.DecideAsync(project, "ideas", "approve", 1, body => body["option"] = 3);

        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        Assert.Equal($"/api/projects/{project}/documents/ideas", reply.Location?.ToString());
        Assert.Equal("drafting", reply.Json.Document("synopsis").Status());
        Assert.InRange(ideas.Options().Length, 3, 5);
        Assert.Equal((1, 3), (await _owner.DocumentAsync(project, "ideas")).Approved());
        var synopsis = await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        Assert.Equal((1, 3), (synopsis["draft"]!["madeFrom"]!["ideas"]!.Number("draft"), synopsis["draft"]!["madeFrom"]!["ideas"]!.Number("option")));
    }

    [Fact]
    public async Task Approve_WithoutAnOption_TakesTheOnlyOne()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("cast"));
        await _owner.UntilAsync(project, "cast", "awaitingApproval");

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.DecideAsync(project, "cast", "approve", 1)).Status);

        Assert.Equal((1, 1), (await _owner.DocumentAsync(project, "cast")).Approved());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(9)]
    public async Task Approve_WithoutAnOptionThatIsThere_IsRefusedNamingThem(int? option)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");

        var problem = (await _owner.DecideAsync(project, "ideas", "approve", 1, body => body["option"] = option)).Problem(HttpStatusCode.UnprocessableEntity, "unknown-option");

        Assert.Contains("1, 2, 3", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_OfWhatWasSeenToAwait_CountsOnce()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");

        var answers = await Task.WhenAll(Enumerable.Range(1, 3).Select(option => _owner.DecideAsync(project, "ideas", "approve", 1, body => (body["option"], body["ifStatus"]) = (option, "awaitingApproval"))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Accepted);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Accepted), answer => Assert.Equal("ifStatus", answer.Problem(HttpStatusCode.Conflict, "already-decided").Text("path")));
        Assert.Single(await _owner.JournalAsync(project), line => line.Text("type") == "draftApproved");

        // Who does not ask for it may choose another option at any time.
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.DecideAsync(project, "ideas", "approve", 1, body => body["option"] = 4)).Status);
    }

    [Fact]
    public async Task Approve_AnOlderDraft_IsRefusedWithTheCurrentOne()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("cast"));
        await _owner.UntilAsync(project, "cast", "awaitingApproval");
        await _owner.EditAsync(project, "cast", Writing.Cast());

        var problem = (await _owner.DecideAsync(project, "cast", "approve", 1)).Problem(HttpStatusCode.Conflict, "stale-decision");

        Assert.Equal(2, problem.Number("currentDraft"));
        Assert.Equal(2, problem["draft"]!.Number("number"));
        Reading.Same(Writing.Cast(), problem["draft"]!.List("options")[0]["content"]);
    }

    [Theory]
    [InlineData("synopsis", "approve", "verb-does-not-fit")]
    [InlineData("synopsis", "revise", "verb-does-not-fit")]
    [InlineData("synopsis", "options", "verb-does-not-fit")]
    [InlineData("synopsis", "reopen", "verb-does-not-fit")]
    [InlineData("synopsis", "keep", "verb-does-not-fit")]
    [InlineData("synopsis", "redraft", "verb-does-not-fit")]
    [InlineData("synopsis", "stuck", "verb-does-not-fit")]
    [InlineData("synopsis", "skip", "verb-does-not-fit")]
    [InlineData("brief", "revise", "verb-does-not-fit")]
    [InlineData("brief", "options", "verb-does-not-fit")]
    [InlineData("brief", "redraft", "verb-does-not-fit")]
    [InlineData("synopsis", "edit", "invalid-value")]
    [InlineData("synopsis", "applaud", "invalid-value")]
    [InlineData("synopsis", "Approve", "invalid-value")]
    public async Task Decision_ThatDoesNotFit_IsRefused(string document, string verb, string kind)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), pictures: true);

        var problem = (await _owner.DecideAsync(project, document, verb, 0, body => body["notes"] = "As you like.")).Problem(HttpStatusCode.UnprocessableEntity, kind);

        Assert.NotEqual("", problem.Text("detail"));
        Assert.Equal(1, (await _owner.ProjectAsync(project)).Number("revision"));
    }

    [Theory]
    [InlineData("posters")]
    [InlineData("profile:nobody")]
    [InlineData("BRIEF")]
    [InlineData("dialogue:s1")]
    [InlineData("profile:..%2F..%2Fcast")]
    public async Task Decision_OnAnUnknownDocument_IsNotFound(string document)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        (await _owner.DecideAsync(project, document, "approve", 1)).Problem(HttpStatusCode.NotFound, "unknown-document");
        (await _owner.GetAsync($"/api/projects/{project}/documents/{document}")).Problem(HttpStatusCode.NotFound, "unknown-document");
        (await _owner.GetAsync($"/api/projects/{project}/documents/{document}/drafts")).Problem(HttpStatusCode.NotFound, "unknown-document");
    }

    [Fact]
    public async Task Decision_WithoutDraftNumber_IsRefusedNamingTheCurrent()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("synopsis"));

        var problem = (await _owner.PostAsync($"/api/projects/{project}/documents/synopsis/decisions", new JsonObject { ["verb"] = "reopen" }))
            .Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");

        Assert.Contains("'draft'", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WhileARevisionIsWritten_WithdrawsIt()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Before("cast"));
        await _owner.UntilAsync(project, "cast", "awaitingApproval");
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "cast", Answers.After(gate.Task));
        Assert.Equal("drafting", (await _owner.DecideAsync(project, "cast", "revise", body => body["notes"] = "Older people.")).Document("cast").Status());

        await _owner.DecideAsync(project, "cast", "approve");
        gate.SetResult();

        var cast = await _owner.DocumentAsync(project, "cast");
        Assert.Equal("approved", cast.Status());
        Assert.Equal((1, 1), cast.Approved());
        await _owner.ApproveUntilAsync(project, state => state.Document("plot").Status() == "awaitingApproval");
        Assert.Single(await _owner.PagesAsync($"/api/projects/{project}/documents/cast/drafts", 50));
    }

    [Fact]
    public async Task Decisions_OnADocumentBeingDrafted_AreRefusedButForTheWritersOwnText()
    {
        var title = HeadFixture.NewTitle();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "cast", Answers.After(gate.Task));
        var project = await _owner.BeginAsync(title, start: Writing.Before("cast"));
        await _owner.UntilAsync(project, "cast", "drafting");

        foreach (var verb in (string[])["approve", "revise", "options", "reopen", "keep", "redraft", "skip"])
        {
            (await _owner.DecideAsync(project, "cast", verb, 0, body => body["notes"] = "Now.")).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
        }

        await _owner.EditAsync(project, "cast", Writing.Cast());
        gate.SetResult();
        var cast = await _owner.UntilAsync(project, "cast", "approved");
        Assert.Equal("writer", cast["draft"]!.Text("by"));
        await _owner.UntilAsync(project, "profile:mara", "awaitingApproval");
        Assert.Single(await _owner.PagesAsync($"/api/projects/{project}/documents/cast/drafts", 50));
    }
}
