using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>The journey as a writer goes it, from the brief to the last line, and from wherever they begin.</summary>
public sealed class JourneyTests
{
    [Fact]
    public void Journey_ByApprovalsOnly_GoesFromTheBriefToTheWholeFilm()
    {
        var desk = new Desk().Begin();
        Assert.Equal(ProjectStatus.AwaitingWriter, desk.FilmStatus);
        Assert.Empty(desk.Owed);

        desk.Edit("brief");
        Assert.Equal(ProjectStatus.Working, desk.FilmStatus);
        string[] journey = ["ideas", "synopsis", "cast"];
        foreach (var document in journey)
        {
            Assert.Equal([$"{document}@1"], desk.Owed);
            desk.Deliver($"{document}@1");
            Assert.Equal(DocumentStatus.AwaitingApproval, desk.Status(document));
            Assert.Empty(desk.Owed);
            desk.Approve(document, 1);
        }

        Assert.Equal(["profile:mara@1", "profile:tom@1"], desk.Owed);
        desk.ApproveAll(upTo: "plot");
        Assert.Equal(["plot@1"], desk.Owed);
        desk.ApproveAll(upTo: "scenes");
        desk.ApproveAll(upTo: "dialogue");
        Assert.Equal(["dialogue:s1@1"], desk.Owed);
        desk.ApproveAll();

        Assert.Equal(ProjectStatus.Complete, desk.FilmStatus);
        Assert.IsType<FilmCompleted>(desk.Branch.Journal[^1].Event);
        Assert.All(desk.Graph.Documents, id => Assert.Equal(DocumentStatus.Approved, desk.Graph.Status(id)));
    }

    [Fact]
    public void Dialogue_InFilmOrder_WaitsForTheSceneBeforeUnlessAskedForSooner()
    {
        var desk = new Desk().Begin().ApproveAll(upTo: "dialogue");
        Assert.Equal(["dialogue:s1@1"], desk.Owed);
        Assert.Equal(DocumentStatus.Waiting, desk.Status("dialogue:s2"));

        desk.Redraft("dialogue:s2");

        Assert.Equal(["dialogue:s1@1", "dialogue:s2@1"], desk.Owed);
    }

    [Fact]
    public void Dialogue_WhenTheSceneBeforeIsReopenedMeanwhile_CanStillBeAskedForSooner()
    {
        var desk = new Desk().Begin().ApproveAll(upTo: "dialogue:s2");
        desk.Reopen("dialogue:s1");
        Assert.Equal(DocumentStatus.Waiting, desk.Status("dialogue:s2"));
        Assert.Empty(desk.Owed);

        desk.Redraft("dialogue:s2");

        Assert.Equal(["dialogue:s2@2"], desk.Owed);
    }

    [Fact]
    public void Start_WithASynopsis_PassesTheIdeasOverAndGoesOnFromThere()
    {
        var desk = new Desk().Begin("synopsis");

        Assert.Equal(DocumentStatus.Skipped, desk.Status("ideas"));
        Assert.Equal("The film began with the synopsis.", desk.Project.Document(DocumentId.Ideas).Skipped);
        Assert.Equal(DocumentStatus.Approved, desk.Status("synopsis"));
        Assert.Equal(["cast@1"], desk.Owed);
        Assert.Equal(ProjectStatus.Complete, desk.ApproveAll().FilmStatus);
    }

    [Fact]
    public void Start_WithABriefAlone_PassesNothingOver()
    {
        var desk = new Desk().Begin("brief");

        Assert.Equal(["ideas@1"], desk.Owed);
    }

    [Fact]
    public void Start_WithAPlotOnly_DraftsSynopsisAndCastAndLeavesThePlotUpToDate()
    {
        var desk = new Desk().Begin("plot");
        Assert.Equal(DocumentStatus.Approved, desk.Status("plot"));
        Assert.Equal(["synopsis@1", "scenes@1"], desk.Owed);

        desk.Deliver("synopsis@1");
        desk.Approve("synopsis", 2);
        desk.Deliver("cast@1");
        desk.Approve("cast");

        Assert.Equal(DocumentStatus.Approved, desk.Status("plot"));
        Assert.Equal(ProjectStatus.Complete, desk.ApproveAll().FilmStatus);
    }

    [Fact]
    public void Start_WithAProfileOfNobody_IsRefused()
    {
        var drafts = new Dictionary<DocumentId, Draft> { [DocumentId.Profile("ana")] = Desk.Written(DocumentId.Profile("ana")) }.ToDocumentMap();

        var rejection = new Desk().Refuse(new StartProject("film", "The Ferry", Budget.Of(1, 1), drafts) { Id = "start", By = "writer" });

        Assert.Equal(RejectionKinds.UnknownDocument, rejection.Kind);
        Assert.Contains("'profile:ana'", rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_OfAProjectThatExists_IsRefused()
    {
        var rejection = new Desk().Begin().Refuse(new StartProject("film", "The Ferry", Budget.Of(1, 1), DocumentMap<Draft>.Empty) { Id = "again", By = "writer" });

        Assert.Equal(new(RejectionKinds.AlreadyStarted, "Project 'film' exists already: choose another id."), rejection);
    }

    [Fact]
    public void Command_ToNoProject_IsRefused() =>
        Assert.Equal(RejectionKinds.NotStarted, new Desk().Refuse(new PauseProject { Id = "pause", By = "writer" }).Kind);
}
