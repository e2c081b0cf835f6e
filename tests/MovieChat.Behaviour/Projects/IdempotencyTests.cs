using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

/// <summary>The same Idempotency-Key counts once.</summary>
public sealed class IdempotencyTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;
    private readonly string _key = $"key-{Guid.NewGuid():N}";

    [Fact]
    public async Task Project_StartedTwice_IsOne()
    {
        using var writer = await head.NewWriterAsync();
        var body = new JsonObject { ["title"] = HeadFixture.NewTitle(), ["start"] = Writing.WholeFilm, ["pictures"] = false };

        var first = await writer.PostAsync("/api/projects", body, _key);
        var again = await writer.PostAsync("/api/projects", body, _key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal((first.Location, first.Body), (again.Location, again.Body));
        Assert.Single((await writer.GetAsync("/api/projects")).Ok().List("items"));
    }

    [Fact]
    public async Task Project_StartedTwentyTimesAtOnce_IsOne()
    {
        using var writer = await head.NewWriterAsync();
        var body = new JsonObject { ["title"] = HeadFixture.NewTitle(), ["start"] = Writing.WholeFilm, ["pictures"] = false }.ToJsonString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => writer.SendAsync(HttpMethod.Post, "/api/projects", body, _key)));

        Assert.All(replies, reply => Assert.True(reply.Status == HttpStatusCode.Created, reply.Body));
        Assert.Single(replies.Select(reply => reply.Json.Text("id")).Distinct());
        Assert.Equal(1, (await writer.JournalAsync(replies[0].Json.Text("id")!)).Count(line => line.Text("type") == "projectStarted"));
    }

    [Fact]
    public async Task Key_OfAnotherWriter_IsAnotherKey()
    {
        using var writer = await head.NewWriterAsync();
        var body = new JsonObject { ["title"] = HeadFixture.NewTitle() };

        var mine = (await _owner.PostAsync("/api/projects", body, _key)).Ok().Text("id");
        var theirs = (await writer.PostAsync("/api/projects", body, _key)).Ok().Text("id");

        Assert.NotEqual(mine, theirs);
    }

    [Fact]
    public async Task Decision_SentTwice_CountsOnceHoweverLate()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        Task<Reply> Reopen() => _owner.DecideAsync(project, "plot", "reopen", 1, id: _key);
        Assert.Equal(HttpStatusCode.Accepted, (await Reopen()).Status);
        await _owner.EditAsync(project, "plot", Writing.Plot());

        var late = await Reopen();

        Assert.Equal(HttpStatusCode.Accepted, late.Status);
        Assert.Equal((2, 1), late.Json.Document("plot").Approved());
        Assert.Equal(1, (await _owner.JournalAsync(project)).Count(line => line.Text("type") == "documentReopened"));
    }

    [Fact]
    public async Task Decision_SentAHundredTimesAtOnce_CountsOnce()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("synopsis"));
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _owner.DecideAsync(project, "synopsis", "approve", 1, body => body["option"] = 2, _key)));

        Assert.All(replies, reply => Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Body));
        var journal = await _owner.JournalAsync(project);
        Assert.Equal(1, journal.Count(line => line.Text("type") == "draftApproved" && line.Text("document") == "synopsis"));
        Assert.Equal(1, journal.Count(line => line.Text("type") == "draftOrdered" && line.Text("document") == "cast"));
    }

    [Fact]
    public async Task Edit_SentTwentyTimesAtOnce_IsOneDraft()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _owner.DecideAsync(project, "plot", "edit", 1, body => body["content"] = Writing.Plot(), _key)));

        Assert.All(replies, reply => Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Body));
        Assert.Equal(2, (await _owner.PagesAsync($"/api/projects/{project}/documents/plot/drafts", 10)).Count);
    }

    [Fact]
    public async Task Edits_OfOneDraftByManyAtOnce_LetOneThroughAndShowTheOthersWhatIsNew()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        JsonObject Mine(int number)
        {
            var synopsis = Writing.Synopsis();
            synopsis["lines"]![0] = $"Mara number {number} steers the ferry.";
            return synopsis;
        }

        var replies = await Task.WhenAll(Enumerable.Range(0, 25).Select(number => _owner.DecideAsync(project, "synopsis", "edit", 1, body => body["content"] = Mine(number))));

        var winner = Assert.Single(replies.Index(), reply => reply.Item.Status == HttpStatusCode.Accepted).Index;
        var synopsis = await _owner.DocumentAsync(project, "synopsis");
        Reading.Same(Mine(winner), synopsis["draft"]!.List("options")[0]["content"]);
        foreach (var refused in replies.Where(reply => reply.Status != HttpStatusCode.Accepted))
        {
            var problem = refused.Problem(HttpStatusCode.Conflict, "stale-decision");
            Reading.Same(synopsis["draft"]!["options"], problem["draft"]!["options"]);
        }

        var journal = await _owner.JournalAsync(project);
        Assert.Equal(Enumerable.Range(1, journal.Count), journal.Select(line => line.Number("sequence")));
        Assert.Equal(2, (await _owner.PagesAsync($"/api/projects/{project}/documents/synopsis/drafts", 50)).Count);
        Assert.Equal(1, journal.Count(line => line.Text("type") == "draftApproved" && line.Text("document") == "synopsis"));
    }

    [Fact]
    public async Task Approvals_OfDifferentOptionsAtOnce_StandInTheJournalOneAfterTheOther()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("ideas"));
        var options = (await _owner.UntilAsync(project, "ideas", "awaitingApproval")).Options();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => _owner.DecideAsync(project, "ideas", "approve", 1, body => body["option"] = options[number % options.Length])));

        Assert.All(replies, reply => Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Body));
        var journal = await _owner.JournalAsync(project);
        Assert.Equal(Enumerable.Range(1, journal.Count), journal.Select(line => line.Number("sequence")));
        var approvals = journal.Where(line => line.Text("type") == "draftApproved" && line.Text("document") == "ideas").Select(line => line.Number("option")).ToArray();
        Assert.All(approvals.Zip(approvals.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal((1, approvals[^1]), (await _owner.DocumentAsync(project, "ideas")).Approved());
    }

    [Fact]
    public async Task Fork_SentTwice_IsOne()
    {
        using var writer = await head.NewWriterAsync();
        var project = await writer.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var body = new JsonObject { ["title"] = "Another way" };

        var first = await writer.PostAsync($"/api/projects/{project}/fork", body, _key);
        var again = await writer.PostAsync($"/api/projects/{project}/fork", body, _key);

        Assert.Equal((HttpStatusCode.Created, first.Body), (again.Status, again.Body));
        Assert.Equal(2, (await writer.GetAsync("/api/projects")).Ok().List("items").Length);
    }

    [Fact]
    public async Task Pause_SentAgainAfterAResume_StaysCountedOnce()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        Assert.Equal("paused", (await _owner.PostAsync($"/api/projects/{project}/pause", id: _key)).Ok().Status());
        await _owner.PostAsync($"/api/projects/{project}/resume");

        var late = await _owner.PostAsync($"/api/projects/{project}/pause", id: _key);

        Assert.Equal("awaitingWriter", late.Ok().Status());
    }

    [Fact]
    public async Task Budget_SentAgainAfterAnother_StaysCountedOnce()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 5 }, _key);
        await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 7 });

        var late = await _owner.PutAsync($"/api/projects/{project}/budget", new JsonObject { ["tokens"] = 5 }, _key);

        Assert.Equal(7, late.Ok()["budget"]!["tokens"]!.Number("limit"));
    }

    [Fact]
    public async Task WriterKey_AskedForTwice_IsOne()
    {
        var body = new JsonObject { ["writer"] = $"writer-{Guid.NewGuid():N}", ["name"] = "A desk" };

        var first = await _owner.PostAsync("/api/keys", body, _key);
        var again = await _owner.PostAsync("/api/keys", body, _key);

        Assert.Equal((HttpStatusCode.Created, first.Body), (again.Status, again.Body));
        body["name"] = "Another desk";
        (await _owner.PostAsync("/api/keys", body, _key)).Problem(HttpStatusCode.Conflict, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    public async Task Key_ThatIsNone_IsRefused(string key) =>
        Assert.Equal("Idempotency-Key", (await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = "T" }, key)).Problem(HttpStatusCode.BadRequest, "malformed-request").Text("path"));

    [Fact]
    public async Task Key_ThatIsTooLong_IsRefused() =>
        (await _owner.PostAsync("/api/projects", new JsonObject { ["title"] = "T" }, new string('k', 201))).Problem(HttpStatusCode.BadRequest, "malformed-request");
}
