using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What becomes of the film when something further up is decided otherwise.</summary>
public sealed class StaleTests
{
    [Fact]
    public void Synopsis_WhenAnotherIdeaIsApproved_TurnsStaleWithCauseAndCost()
    {
        var desk = new Desk().Begin().ApproveAll();

        var told = AnotherIdea(desk).Select(entry => entry.Event).OfType<DocumentTurnedStale>().Single();

        Assert.Equal(DocumentId.Synopsis, told.Document);
        Assert.Equal([new(DocumentId.Ideas, new(1, 1), new(1, 2))], told.Because);
        Assert.Equal(DocumentStatus.Stale, desk.Status("synopsis"));
        Assert.Equal(DocumentStatus.Approved, desk.Status("cast"));
        Assert.Equal(new(200, 0), desk.Graph.Cost(DocumentId.Synopsis));
        Assert.Equal(desk.Graph.Documents.Skip(2), desk.Graph.MadeFrom(DocumentId.Ideas));
        Assert.Empty(desk.Owed);
        Assert.Equal(ProjectStatus.AwaitingWriter, desk.FilmStatus);
    }

    [Fact]
    public void Cost_BeforeAnyDraft_IsTheTablesUsual() =>
        Assert.Equal(new(2_000, 0), new Desk().Begin().Graph.Cost(DocumentId.Synopsis));

    [Fact]
    public void Keep_OfAStaleSynopsis_LeavesTheFilmAsItWas()
    {
        var desk = new Desk().Begin().ApproveAll();
        AnotherIdea(desk);

        desk.Keep("synopsis");

        Assert.Equal(new DraftRef(1, 1), desk.Project.ApprovedRef(DocumentId.Synopsis));
        Assert.Equal(ProjectStatus.Complete, desk.FilmStatus);
    }

    [Fact]
    public void Keep_ThenAnotherChange_TurnsItStaleAgain()
    {
        var desk = new Desk().Begin().ApproveAll();
        AnotherIdea(desk);
        desk.Keep("synopsis");

        desk.Approve("ideas", 3);

        Assert.Equal([new(DocumentId.Ideas, new(1, 2), new(1, 3))], desk.Graph.StaleBecause(DocumentId.Synopsis));
    }

    [Fact]
    public void Redraft_OfAStaleSynopsis_OwesOneFromWhatIsApprovedNow()
    {
        var desk = new Desk().Begin().ApproveAll();
        AnotherIdea(desk);

        desk.Redraft("synopsis", "Keep the ferry.");

        var order = desk.Order("synopsis@2");
        Assert.Equal(new DraftRef(1, 2), order.MadeFrom[DocumentId.Ideas]);
        Assert.Equal((Verb.Redraft, "Keep the ferry.", 1), (order.Request.Verb, order.Request.Notes, order.Request.Base?.Number));
        desk.Deliver("synopsis@2");
        desk.Approve("synopsis", 1);
        Assert.Equal(DocumentStatus.Stale, desk.Status("cast"));
        Assert.Equal(DocumentStatus.Stale, desk.Status("plot"));
    }

    [Fact]
    public void Order_WhenItsInputChangesUnderway_IsGivenAnewAndTheFirstIsLate()
    {
        var desk = new Desk().Begin().ApproveAll(upTo: "synopsis");
        var first = desk.Order("synopsis@1");

        desk.Approve("ideas", 3);

        Assert.Equal(["synopsis@2"], desk.Owed);
        Assert.Equal(new UsageCharged(1, false, new(200, 0)) { Document = DocumentId.Synopsis }, Assert.Single(desk.Take(desk.Answer(first))).Event);
    }

    [Fact]
    public void Hint_OfWhatWasOnlySeen_IsNoStaleness()
    {
        var desk = new Desk().Begin().ApproveAll();

        desk.Edit("brief");
        desk.Keep("ideas");

        Assert.Equal([DocumentId.Brief], desk.Graph.Hints(DocumentId.Cast));
        Assert.Empty(desk.Graph.StaleBecause(DocumentId.Cast));
        Assert.Equal(ProjectStatus.Complete, desk.FilmStatus);
    }

    [Fact]
    public void Hint_OfDialogueBefore_IsGivenForLaterScenesOnly()
    {
        var desk = new Desk().Begin().ApproveAll();

        desk.Edit("dialogue:s1");

        Assert.Equal([DocumentId.Dialogue("s1")], desk.Graph.Hints(DocumentId.Dialogue("s2")));
        Assert.Empty(desk.Graph.Hints(DocumentId.Dialogue("s1")));
    }

    [Fact]
    public void Hint_InAFork_IsAsInItsSourceAndFollowsItsOwnChanges()
    {
        var fork = new Desk().Begin().ApproveAll().Fork();
        Assert.Empty(fork.Graph.Hints(DocumentId.Cast));

        fork.Edit("brief");
        fork.Keep("ideas");
        Assert.Equal([DocumentId.Brief], fork.Graph.Hints(DocumentId.Cast));

        fork.Revise("cast", "Older.");
        fork.Deliver("cast@2");
        Assert.Empty(fork.Graph.Hints(DocumentId.Cast));
    }

    [Fact]
    public void Fork_DecidedOtherwise_LeavesItsSourceAlone()
    {
        var desk = new Desk().Begin().ApproveAll();
        var fork = desk.Fork();
        var before = desk.Project;

        AnotherIdea(fork);

        Assert.Same(before, desk.Project);
        Assert.Equal(("fork", "other", "The Bridge"), (fork.Project.Id, fork.Project.Owner, fork.Project.Title));
        Assert.Equal(DocumentStatus.Stale, fork.Status("synopsis"));
        Assert.Equal("film", fork.Project.Document(DocumentId.Synopsis).Draft?.Home);
    }

    private static ValueList<JournalEntry> AnotherIdea(Desk desk)
    {
        desk.Reopen("ideas");
        return desk.Approve("ideas", 2);
    }
}
