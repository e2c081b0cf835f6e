using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class StatusTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Project_WithoutABrief_AwaitsIt()
    {
        var state = await _owner.ProjectAsync(await _owner.BeginAsync(HeadFixture.NewTitle(), pictures: true));

        Assert.Equal("awaitingWriter", state.Status());
        Assert.Equal(["brief"], state.Texts("awaiting"));
        Assert.Null(state.Document("brief")["draft"]);
        Assert.Equal("awaitingApproval", state.Document("brief").Status());
        Assert.All(state.List("documents").Skip(1), document => Assert.Equal("waiting", document.Status()));
        Assert.Equal(["synopsis", "cast"], state.Document("plot").Texts("needs"));
    }

    [Fact]
    public async Task Project_WhileAModelWrites_Works()
    {
        var title = HeadFixture.NewTitle();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "ideas", Answers.After(gate.Task));
        var project = await _owner.BeginAsync(title, Writing.Brief());

        var state = await _owner.ProjectAsync(project);
        gate.SetResult();

        Assert.Equal(("working", "drafting"), (state.Status(), state.Document("ideas").Status()));
        Assert.Empty(state.List("awaiting"));
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
        Assert.Equal("awaitingWriter", (await _owner.ProjectAsync(project)).Status());
    }

    [Fact]
    public async Task Dialogues_OfSeveralScenes_AreDraftedInTheOrderOfTheFilmUnlessAskedForSooner()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("dialogue:s1"));
        await _owner.UntilAsync(project, "dialogue:s1", "awaitingApproval");
        Assert.Equal("waiting", (await _owner.DocumentAsync(project, "dialogue:s2")).Status());

        await _owner.DecideAsync(project, "dialogue:s2", "redraft");

        await _owner.UntilAsync(project, "dialogue:s2", "awaitingApproval");
        Assert.Equal("awaitingApproval", (await _owner.DocumentAsync(project, "dialogue:s1")).Status());
    }

    [Fact]
    public async Task Snapshot_OfAProject_TellsTimesRevisionAndBudget()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var begun = await _owner.ProjectAsync(project);

        var changed = await _owner.DecideAsync(project, "plot", "reopen");

        Assert.EndsWith("Z", begun.Text("startedAt")!.Replace("+00:00", "Z", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(begun.Text("startedAt"), changed.Text("startedAt"));
        Assert.True(DateTimeOffset.Parse(changed.Text("changedAt")!, null) >= DateTimeOffset.Parse(begun.Text("changedAt")!, null));
        Assert.Equal(begun.Number("revision") + 1, changed.Number("revision"));
        Assert.Equal(0, begun["budget"]!["tokens"]!.Number("spent"));
        Assert.True(begun["budget"]!["tokens"]!.Number("limit") > 0);
        Assert.True(begun["budget"]!["pictures"]!.Number("limit") > 0);
    }

    [Fact]
    public async Task List_OfProjects_FollowsTheirTitleAndStatus()
    {
        using var writer = await head.NewWriterAsync();
        var title = HeadFixture.NewTitle();
        var project = await writer.BeginAsync(title, start: Writing.WholeFilm);

        var listed = Assert.Single((await writer.GetAsync("/api/projects")).Ok().List("items"));
        await writer.DecideAsync(project, "plot", "reopen");

        Assert.Equal((project, title, "complete", 0), (listed.Text("id"), listed.Text("title"), listed.Status(), listed.Number("awaiting")));
        await Client.UntilAsync(
            async () => (await writer.GetAsync("/api/projects")).Ok().List("items").Single(),
            item => item.Status() == "awaitingWriter" && item.Number("awaiting") == 1,
            "the list to follow");
    }
}
