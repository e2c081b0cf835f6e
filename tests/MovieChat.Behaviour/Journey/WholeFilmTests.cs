using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

/// <summary>A film from a brief to its last scene by approvals alone, as the tests of this class read it.</summary>
public sealed class FinishedFilm(HeadFixture head) : IAsyncLifetime
{
    public string Title { get; } = HeadFixture.NewTitle("A finished film");

    public string Id { get; private set; } = "";

    public JsonNode State { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // A short film, for its frames are many.
        var brief = Writing.Brief();
        brief["lengthMinutes"] = 30;
        Id = await head.Owner.BeginAsync(Title, brief, pictures: true);
        State = await head.Owner.ApproveUntilAsync(Id, state => state.Status() == "complete");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The approved content of a document.</summary>
    public async Task<JsonNode> ContentAsync(string document)
    {
        var found = await head.Owner.DocumentAsync(Id, document);
        return found["draft"]!.List("options").Single(option => option.Number("number") == found.Approved()!.Value.Option)["content"]!;
    }
}

public sealed class WholeFilmTests(HeadFixture head, FinishedFilm film) : IClassFixture<FinishedFilm>
{
    [Fact]
    public void Film_ApprovedStepByStep_IsCompleteWithEveryDocumentApproved()
    {
        Assert.All(film.State.List("documents"), document => Assert.Equal("approved", document.Status()));
        Assert.Empty(film.State.List("awaiting"));
        Assert.Empty(film.State.List("parked"));
        var kinds = film.State.List("documents").Select(document => document.Text("id")!.Split(':')[0]).Distinct();
        Assert.Equal(["brief", "ideas", "synopsis", "cast", "look", "profile", "portrait", "plot", "scenes", "dialogue", "shots", "frame"], kinds);
    }

    [Fact]
    public async Task Journal_OfACompleteFilm_HoldsADecisionOfTheWriterForEveryDocument()
    {
        var journal = await head.Owner.JournalAsync(film.Id);

        Assert.Equal(Enumerable.Range(1, journal.Count), journal.Select(line => line.Number("sequence")));
        var approvals = journal.Where(line => line.Text("type") == "draftApproved").ToArray();
        Assert.All(approvals, line => Assert.Equal("owner", line.Text("by")));
        var brought = journal.Single(line => line.Text("type") == "documentsBrought").Texts("documents");
        Assert.Equal(film.State.List("documents").Select(document => document.Text("id")).Order(), approvals.Select(line => line.Text("document")).Concat(brought).Order());
        Assert.Equal("filmCompleted", journal[^1].Text("type"));
    }

    [Fact]
    public async Task Fountain_OfACompleteFilm_HoldsTitlePageNumberedHeadingsAndEveryLine()
    {
        var reply = await head.Owner.GetAsync($"/api/projects/{film.Id}/exports/fountain");

        Assert.Equal("text/plain", reply.MediaType);
        var screenplay = reply.Body.Replace("\\", "", StringComparison.Ordinal);
        Assert.StartsWith($"Title: {film.Title}\n", screenplay, StringComparison.Ordinal);
        Assert.Matches(@"Draft date: \d{4}-\d\d-\d\d\n", screenplay);
        var at = 0;
        foreach (var scene in (await film.ContentAsync("scenes")).List("scenes"))
        {
            at = Find(screenplay, $"{scene["heading"]!.Text("place")!.ToUpperInvariant()} - {scene["heading"]!.Text("time")!.ToUpperInvariant()} #{scene.Number("number")}#\n", at);
            foreach (var element in (await film.ContentAsync($"dialogue:{scene.Text("id")}")).List("elements"))
            {
                foreach (var line in element.Text("text")!.Split('\n')) at = Find(screenplay, line.Trim(), at);
            }
        }
    }

    [Fact]
    public async Task ProjectJson_OfACompleteFilm_HoldsEveryApprovedContent()
    {
        var export = (await head.Owner.GetAsync($"/api/projects/{film.Id}/exports/project.json")).Ok();

        Assert.Equal((film.Id, film.Title), (export.Text("id"), export.Text("title")));
        Reading.Same(await film.ContentAsync("brief"), export["brief"]);
        Assert.Equal(film.State.List("documents").Select(document => document.Text("id")), export.List("documents").Select(document => document.Text("id")));
        foreach (var document in export.List("documents"))
        {
            Assert.Equal("approved", document.Status());
            Assert.Equal(document.Text("id") == "brief" ? "writer" : "model", document.Text("by"));
            Reading.Same(await film.ContentAsync(document.Text("id")!), document["content"]);
        }
    }

    [Fact]
    public async Task Fountain_WithSynopses_HoldsTheScenesSummaries()
    {
        var plain = (await head.Owner.GetAsync($"/api/projects/{film.Id}/exports/fountain")).Body;

        var told = (await head.Owner.GetAsync($"/api/projects/{film.Id}/exports/fountain?synopses=true")).Body;

        var scenes = (await film.ContentAsync("scenes")).List("scenes").Length;
        Assert.DoesNotContain("\n= ", plain, StringComparison.Ordinal);
        Assert.Equal(scenes, told.Split('\n').Count(line => line.StartsWith("= ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Budget_OfACompleteFilm_HasSpentWhatItsDraftsCost()
    {
        var spent = 0;
        foreach (var id in film.State.List("documents").Select(document => document.Text("id")))
        {
            var drafts = await head.Owner.PagesAsync($"/api/projects/{film.Id}/documents/{id}/drafts", 50);
            spent += drafts.Sum(draft => (int?)draft["tokens"] ?? 0);
        }

        Assert.True(spent > 0);
        Assert.Equal(spent, film.State["budget"]!["tokens"]!.Number("spent"));
    }

    private static int Find(string text, string part, int from)
    {
        var at = text.IndexOf(part, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{part}' does not stand in the screenplay after place {from}.");
        return at + part.Length;
    }
}
