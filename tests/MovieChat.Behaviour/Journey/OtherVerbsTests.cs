using System.Net;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>options, stuck, skip, reopen, restore, redraft. What concerns stale documents is in <see cref="StaleTests"/>.</summary>
public sealed class OtherVerbsTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Options_Asked_StandBesideTheEarlierOnes()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
        var before = await _owner.GetAsync($"/api/projects/{project}/documents/ideas");

        await _owner.DecideAsync(project, "ideas", "options", body => (body["count"], body["notes"]) = (2, "Funnier."));
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");

        var after = await _owner.GetAsync($"/api/projects/{project}/documents/ideas");
        Assert.Equal(2, after.Json.Draft());
        Assert.Equal(Enumerable.Range(1, before.Json.Options().Length + 2), after.Json.Options());
        Assert.All(before.Json.Options(), option => Assert.Equal(before.RawContent(option), after.RawContent(option)));
        var titles = after.Json["draft"]!.List("options").Select(option => option["content"]!.Text("title"));
        Assert.Equal(titles.Distinct(), titles);
        await _owner.DecideAsync(project, "ideas", "approve", body => body["option"] = after.Json.Options()[^1]);
        Assert.Equal((2, after.Json.Options()[^1]), (await _owner.DocumentAsync(project, "ideas")).Approved());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(6)]
    public async Task Options_OutOfRange_AreRefused(int count)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("synopsis"));

        (await _owner.DecideAsync(project, "synopsis", "options", 1, body => body["count"] = count)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");
    }

    [Fact]
    public async Task Options_AskedAgainAndAgain_EndAtTwelve()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("brief", "synopsis"));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await _owner.DecideAsync(project, "synopsis", "options", body => body["count"] = 5);
            await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        }

        var held = await _owner.DocumentAsync(project, "synopsis");
        Assert.Equal(11, held.Options().Length);
        (await _owner.DecideAsync(project, "synopsis", "options", held.Draft(), body => body["count"] = 2)).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
    }

    [Fact]
    public async Task Stuck_BringsTipsAndThreeWays_AndNoDraft()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("synopsis"));
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        await _owner.DecideAsync(project, "synopsis", "stuck", body => body["notes"] = "The middle sags.");
        var found = await Client.UntilAsync(() => _owner.DocumentAsync(project, "synopsis"), document => document["tips"] is not null, "tips");

        Assert.Equal(1, found["tips"]!.Number("number"));
        Assert.NotEmpty(found["tips"]!.Texts("tips"));
        Assert.Equal(3, found["tips"]!.List("ways").Length);
        Assert.All(found["tips"]!.List("ways"), way => Assert.NotEqual("", way.Text("title") + way.Text("text")));
        Assert.Null(found["tipsPending"]);
        Assert.Equal((1, "awaitingApproval"), (found.Draft(), found.Status()));
        Assert.Single(await _owner.PagesAsync($"/api/projects/{project}/documents/synopsis/drafts", 10));
    }

    [Fact]
    public async Task Stuck_WhenTheModelFails_SaysSoAndLeavesTheDocumentAlone()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Start("brief", "synopsis"));
        head.Models.Script(title, "synopsis", Answers.Filtered);

        await _owner.DecideAsync(project, "synopsis", "stuck");
        var found = await Client.UntilAsync(() => _owner.DocumentAsync(project, "synopsis"), document => document["tipsFailure"] is not null, "the failure of the tips");

        Assert.Equal("refused", found["tipsFailure"]!.Text("kind"));
        Assert.Equal("approved", found.Status());
    }

    [Theory]
    [InlineData("synopsis")]
    [InlineData("dialogue:s1")]
    public async Task Skip_OfWords_IsRefused(string document)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        (await _owner.DecideAsync(project, document, "skip", 1, body => body["notes"] = "Nobody reads it.")).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
    }

    [Fact]
    public async Task Reopen_OfAnApprovedDocument_PutsItBeforeTheWriterAgain()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var state = await _owner.DecideAsync(project, "scenes", "reopen");

        Assert.Equal("awaitingWriter", state.Status());
        Assert.Equal(["scenes"], state.Texts("awaiting"));
        Assert.Equal("awaitingApproval", state.Document("scenes").Status());
        Assert.Equal((1, 1), state.Document("scenes").Approved());
        (await _owner.DecideAsync(project, "scenes", "reopen", 1)).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
        Assert.Equal("complete", (await _owner.DecideAsync(project, "scenes", "approve")).Status());
    }

    [Fact]
    public async Task Restore_OfAnOlderDraft_LetsItAwaitAgain()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("synopsis"));
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        var first = (await _owner.GetAsync($"/api/projects/{project}/documents/synopsis")).RawContent(2);
        await _owner.EditAsync(project, "synopsis", Writing.Synopsis());

        var reply = await _owner.DecideAsync(project, "synopsis", "restore", 1);

        Assert.Equal("awaitingApproval", reply.Ok().Document("synopsis").Status());
        var restored = await _owner.GetAsync($"/api/projects/{project}/documents/synopsis");
        Assert.Equal((1, (2, 1)), (restored.Json.Draft(), restored.Json.Approved()));
        Assert.Equal(first, restored.RawContent(2));
        await _owner.DecideAsync(project, "synopsis", "approve", body => body["option"] = 2);
        Assert.Equal((1, 2), (await _owner.DocumentAsync(project, "synopsis")).Approved());
        (await _owner.DecideAsync(project, "synopsis", "restore", 1)).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task Restore_OfADraftThatIsNot_IsNotFound(int draft)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("synopsis"));

        (await _owner.DecideAsync(project, "synopsis", "restore", draft)).Problem(HttpStatusCode.NotFound, "unknown-draft");
    }

    [Fact]
    public async Task Redraft_OfADraftThatAwaits_BringsAnother()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("cast"));
        await _owner.UntilAsync(project, "cast", "awaitingApproval");

        await _owner.DecideAsync(project, "cast", "redraft", body => body["notes"] = "Fewer people.");

        Assert.Equal(2, (await _owner.UntilAsync(project, "cast", "awaitingApproval")).Draft());
    }

    [Fact]
    public async Task Redraft_OfAnApprovedDocument_IsRefused()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("synopsis"));

        (await _owner.DecideAsync(project, "synopsis", "redraft", 1)).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
        (await _owner.DecideAsync(project, "synopsis", "keep", 1)).Problem(HttpStatusCode.UnprocessableEntity, "verb-does-not-fit");
    }

    [Fact]
    public async Task Drafts_OfADocument_NeverChange()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Start("brief", "synopsis"));
        var first = await _owner.GetAsync($"/api/projects/{project}/documents/synopsis/drafts/1");

        await _owner.DecideAsync(project, "synopsis", "revise", body => body["notes"] = "Begin at night.");
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        Assert.Equal(first.RawContent(), (await _owner.GetAsync($"/api/projects/{project}/documents/synopsis/drafts/1")).RawContent());
        foreach (var number in (string[])["0", "3", "99999999"])
        {
            (await _owner.GetAsync($"/api/projects/{project}/documents/synopsis/drafts/{number}")).Problem(HttpStatusCode.NotFound, "unknown-draft");
        }
    }
}
