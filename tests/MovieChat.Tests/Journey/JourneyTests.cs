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
    public void Journey_WithPictures_GoesFromTheLookByPortraitsAndShotsToTheFrames()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll(upTo: "look");
        Assert.Equal(["cast@1", "look@1"], desk.Owed);
        desk.Deliver("look@1");
        desk.Approve("look");
        desk.Deliver("cast@1");
        desk.Approve("cast");
        Assert.Equal(["profile:mara@1", "profile:tom@1", "portrait:mara@1", "portrait:tom@1"], desk.Owed);
        desk.ApproveAll(upTo: "shots");
        Assert.Equal(["dialogue:s1@1", "shots:s1@1", "shots:s2@1"], desk.Owed);
        desk.Deliver("shots:s2@1");
        desk.Approve("shots:s2");
        Assert.Equal(["dialogue:s1@1", "shots:s1@1", "frame:s2.1@1", "frame:s2.2@1"], desk.Owed);
        Assert.Equal(["shots:s2", "portrait:mara", "look"], desk.Graph.Needs(DocumentId.Parse("frame:s2.1")).Select(id => $"{id}"));
        Assert.Equal(["shots:s2", "look"], desk.Graph.Needs(DocumentId.Parse("frame:s2.2")).Select(id => $"{id}"));

        Assert.Equal(ProjectStatus.Complete, desk.ApproveAll().FilmStatus);
    }

    [Fact]
    public void Frames_OfWhomAnotherPortraitIsApproved_TurnStaleAndNoOthers()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll();

        desk.Revise("portrait:mara", "Older.");
        desk.Deliver("portrait:mara@2");
        desk.Approve("portrait:mara", 1);

        Assert.Equal(["frame:s1.1", "frame:s2.1"], desk.Graph.Documents.Where(id => desk.Graph.Status(id) is DocumentStatus.Stale).Select(id => $"{id}"));
        Assert.Equal(new StaleCause(new("portrait", "mara"), new(1, 1), new(2, 1)), Assert.Single(desk.Graph.StaleBecause(DocumentId.Parse("frame:s1.1"))));
    }

    [Fact]
    public void Frames_DrawnWithoutAPortrait_TurnStaleOnceThereIsOneAndNoOthers()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll(upTo: "portrait:mara");
        desk.Take(desk.About("portrait:mara", Verbs.Skip("Nobody has found her yet.")));
        desk.ApproveAll();

        desk.Reopen("portrait:mara");
        var drawn = Assert.Single(desk.Owed, order => order.StartsWith("portrait:mara", StringComparison.Ordinal));
        desk.Deliver(drawn);
        desk.Approve("portrait:mara", 1);

        Assert.Equal(["frame:s1.1", "frame:s2.1"], desk.Graph.Documents.Where(id => desk.Graph.Status(id) is DocumentStatus.Stale).Select(id => $"{id}"));
        var cause = Assert.Single(desk.Graph.StaleBecause(DocumentId.Parse("frame:s1.1")));
        Assert.Equal((new DocumentId("portrait", "mara"), (DraftRef?)null), (cause.Document, cause.Was));
        desk.Keep("frame:s1.1");
        Assert.Equal(DocumentStatus.Approved, desk.Status("frame:s1.1"));
    }

    [Fact]
    public void Look_Skipped_LeavesAFilmOfWordsAloneAndBringsThePicturesBackWhenReopened()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll(upTo: "look");
        desk.Take(desk.About("look", Verbs.Skip("Words alone.")));

        Assert.Equal(ProjectStatus.Complete, desk.ApproveAll().FilmStatus);
        Assert.Equal(["portrait:mara", "portrait:tom", "shots:s1", "shots:s2"], desk.Graph.Documents.Where(id => desk.Graph.Rule(id).SkippedWith is not null).Select(id => $"{id}"));
        Assert.All(desk.Graph.Documents.Where(id => desk.Graph.Rule(id).SkippedWith is not null), id => Assert.Equal(DocumentStatus.Skipped, desk.Graph.Status(id)));
        Assert.Equal("Words alone.", desk.Graph.SkippedBecause(DocumentId.Parse("shots:s1")));
        Assert.Equal("The film does without 'portrait:mara' because it does without 'look': reopen 'look', or edit 'portrait:mara' with your own.", desk.Refuse(desk.About("portrait:mara", Verbs.Reopen)).Message);

        desk.Reopen("look");
        Assert.Equal(["look@2"], desk.Owed.Where(order => order.StartsWith("look", StringComparison.Ordinal)));
        Assert.Equal(ProjectStatus.Complete, desk.ApproveAll().FilmStatus);
        Assert.Equal(DocumentStatus.Approved, desk.Status("frame:s2.1"));
    }

    [Fact]
    public void Tips_ForWhatIsSkippedWithTheLook_AreOwedNoMore()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll(upTo: "portrait");
        desk.Take(desk.About("portrait:mara", Verbs.Stuck()));
        Assert.Contains("portrait:mara~1", desk.Owed);

        desk.Take(desk.About("look", Verbs.Skip("Words alone.")));

        Assert.DoesNotContain("portrait:mara~1", desk.Owed);
    }

    [Fact]
    public void Portrait_OfTheWritersOwn_IsPartOfAFilmWithoutALook()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll(upTo: "look");
        desk.Take(desk.About("look", Verbs.Skip("Words alone.")));
        desk.ApproveAll();

        desk.Edit("portrait:mara");

        Assert.Equal(DocumentStatus.Approved, desk.Status("portrait:mara"));
        Assert.Equal(DocumentStatus.Skipped, desk.Status("portrait:tom"));
    }

    [Fact]
    public void Approval_OfShots_TellsTheFramesItLeadsToAndTheirCost()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll(upTo: "shots");
        desk.Deliver("shots:s1@1");

        var cost = desk.Project.CostOfApproving(DocumentId.Parse("shots:s1"));

        Assert.Equal(["frame:s1.1", "frame:s1.2"], cost!.Documents.Select(id => $"{id}"));
        Assert.Equal(new Usage(0, 2), cost.Usage);
        Assert.Null(desk.Project.CostOfApproving(DocumentId.Parse("shots:s2")));
    }

    [Fact]
    public void Cost_OfWhatCanBeAskedFor_IsThatOfTheLastOneOrTheTablesUsual()
    {
        var desk = new Desk(DocumentTable.Film).Begin("brief").ApproveAll();
        var portrait = DocumentId.Parse("portrait:mara");
        Usage CostOf(DocumentId id, Verb verb, int count = 1) => desk.Graph.Cost(id, verb, count);

        Assert.Equal(new(200, 0), CostOf(DocumentId.Synopsis, Verb.Revise));
        Assert.Equal([200, 200, 200, 266, 333], Enumerable.Range(1, 5).Select(count => CostOf(DocumentId.Synopsis, Verb.Options, count).Tokens));
        Assert.Equal(1, CostOf(portrait, Verb.Revise).Pictures);
        Assert.Equal(2, CostOf(portrait, Verb.Options, 2).Pictures);
        Assert.Equal(new(DocumentTable.TypicalTipsTokens, 0), CostOf(DocumentId.Synopsis, Verb.Stuck));

        desk.Take(desk.About("synopsis", Verbs.Stuck()));
        desk.Deliver(Assert.Single(desk.Owed));

        Assert.Equal(new(50, 0), CostOf(DocumentId.Synopsis, Verb.Stuck));
        Assert.Equal(desk.Graph.MadeFrom(portrait).Sum(id => desk.Graph.Cost(id).Tokens), desk.Graph.Cost(desk.Graph.MadeFrom(portrait)).Tokens);
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
