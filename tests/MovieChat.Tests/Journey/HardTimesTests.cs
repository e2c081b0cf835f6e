using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>Failure, an empty budget and a pause are states that the writer leads out of.</summary>
public sealed class HardTimesTests
{
    [Fact]
    public void Failure_OfAModel_IsToldAndRetriedOnTheWritersWord()
    {
        var desk = new Desk().Begin("brief");

        desk.Fail("ideas@1", FailureKinds.Refused);
        Assert.Equal(DocumentStatus.Failed, desk.Status("ideas"));
        Assert.Equal("Try again later.", desk.Project.Document(DocumentId.Ideas).Failed?.Failure.Remedy);
        Assert.Equal(5, desk.Project.Budget.Tokens.Spent);
        Assert.Empty(desk.Owed);

        desk.Redraft("ideas", "Tamer.");
        Assert.Equal((Verb.Write, "Tamer."), (desk.Order("ideas@2").Request.Verb, desk.Order("ideas@2").Request.Notes));
        desk.Deliver("ideas@2");
        Assert.Equal(DocumentStatus.AwaitingApproval, desk.Status("ideas"));
    }

    [Fact]
    public void Failure_OfARevision_LeavesTheDraftToBeApproved()
    {
        var desk = new Desk().Begin("brief");
        desk.Deliver("ideas@1");
        desk.Revise("ideas", "Darker.");
        desk.Fail("ideas@2");

        desk.Approve("ideas", 3);

        Assert.Equal(DocumentStatus.Approved, desk.Status("ideas"));
    }

    [Fact]
    public void Failure_AnsweredByAnEdit_IsOver()
    {
        var desk = new Desk().Begin("brief");
        desk.Fail("ideas@1");

        desk.Edit("ideas");

        Assert.Equal(DocumentStatus.Approved, desk.Status("ideas"));
    }

    [Fact]
    public void Budget_WhenSpent_ParksWhatIsOwedUntilItIsRaised()
    {
        var desk = new Desk().Begin("brief");
        desk.Take(new ChangeBudget(100, 0) { Id = "low", By = "writer" });
        desk.Deliver("ideas@1");
        desk.Approve("ideas", 1);

        Assert.Empty(desk.Owed);
        Assert.Equal(["synopsis@1"], desk.Project.Parked().Select(order => order.Id));
        Assert.Equal(ProjectStatus.AwaitingWriter, desk.FilmStatus);

        desk.Take(new ChangeBudget(100_000, 0) { Id = "high", By = "writer" });
        Assert.Equal(["synopsis@1"], desk.Owed);
        Assert.Equal(new(100_000, 200), desk.Project.Budget.Tokens);
    }

    [Fact]
    public void Budget_OfPictures_ParksPicturesAlone()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");

        desk.Take(new ChangeBudget(1_000_000, 0) { Id = "none", By = "writer" });

        Assert.DoesNotContain(desk.Owed, order => order.StartsWith("portrait", StringComparison.Ordinal));
        Assert.Equal(["portrait:mara@1", "portrait:tom@1"], desk.Project.Parked(DocumentTable.Film).Select(order => order.Id));
    }

    [Fact]
    public void Pause_OwesNothingButTakesWhatIsUnderWay()
    {
        var desk = new Desk().Begin("brief");
        var order = desk.Order("ideas@1");

        desk.Take(new PauseProject { Id = "pause", By = "writer" });
        Assert.Empty(desk.Owed);
        Assert.Equal(ProjectStatus.Paused, desk.FilmStatus);
        Assert.NotEmpty(desk.Take(desk.Answer(order)));

        desk.Take(new ResumeProject { Id = "resume", By = "writer" });
        desk.Approve("ideas", 1);
        Assert.Equal(["synopsis@1"], desk.Owed);
    }

    [Fact]
    public void Decision_SentTwice_CountsOnce()
    {
        var desk = new Desk().Begin("brief");
        desk.Deliver("ideas@1");
        var decision = desk.About("ideas", Verbs.Revise("Darker."));

        Assert.NotEmpty(desk.Take(decision));
        Assert.Empty(desk.Take(decision));
        Assert.Equal(["ideas@2"], desk.Owed);
    }

    [Fact]
    public void Wake_WithATableThatKnowsMoreDocuments_OrdersThem()
    {
        var desk = new Desk().Begin("brief").ApproveAll();

        var woken = Assert.IsType<Outcome.Accepted>(
            desk.Project.Decide(new WakeProject { Id = "wake", By = "service" }, DateTimeOffset.UnixEpoch, DocumentTable.Film));

        Assert.Equal(["look@1"], woken.Project.Owed(DocumentTable.Film).Select(order => order.Id));
        Assert.Equal(ProjectStatus.Working, woken.Project.Status(DocumentTable.Film));
    }

    [Fact]
    public void Delete_EndsAllWork()
    {
        var desk = new Desk().Begin("brief");

        desk.Take(new DeleteProject { Id = "delete", By = "writer" });

        Assert.Empty(desk.Owed);
        Assert.Equal(RejectionKinds.NotStarted, desk.Refuse(desk.About("ideas", Verbs.Redraft())).Kind);
    }
}
