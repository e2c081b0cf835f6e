using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What each of the writer's verbs does.</summary>
public sealed class VerbTests
{
    [Fact]
    public void Approve_OfAnOption_MakesItPartOfTheFilm()
    {
        var desk = Awaiting("ideas");

        desk.Approve("ideas", 2);

        Assert.Equal(new DraftRef(1, 2), desk.Project.ApprovedRef(DocumentId.Ideas));
        Assert.Equal(["synopsis@1"], desk.Owed);
    }

    [Fact]
    public void Approve_OfTheSameAgain_MakesNothing()
    {
        var desk = Awaiting("ideas");
        desk.Approve("ideas", 2);

        Assert.Empty(desk.Approve("ideas", 2));
    }

    [Fact]
    public void Revise_OfOnePart_OrdersADraftFromThatOptionAlone()
    {
        var desk = Awaiting("synopsis");

        desk.Take(desk.About("synopsis", Verbs.Revise("Shorter.", option: 2, part: "lines[4]")));

        var request = desk.Order("synopsis@2").Request;
        Assert.Equal((Verb.Revise, 2, "Shorter.", "lines[4]"), (request.Verb, request.Option, request.Notes, request.Part));
        Assert.Equal(new DraftKey(1, "synopsis@1", null), request.Base);
        Assert.Equal(DocumentStatus.Drafting, desk.Status("synopsis"));
    }

    [Fact]
    public void Edit_OfAnyDocument_IsApprovedAtOnceAsTheNextDraft()
    {
        var desk = Awaiting("ideas");

        desk.Edit("ideas");

        Assert.Equal(new DraftRef(2, 1), desk.Project.ApprovedRef(DocumentId.Ideas));
    }

    [Fact]
    public void Edit_WhileADraftIsBeingWritten_MakesThatOneLate()
    {
        var desk = new Desk().Begin("brief");
        var order = desk.Order("ideas@1");

        desk.Edit("ideas");

        Assert.Equal(new UsageCharged(1, false, new(200, 0)) { Document = DocumentId.Ideas }, Assert.Single(desk.Take(desk.Answer(order))).Event);
        Assert.Equal(2, desk.Seen("ideas"));
    }

    [Fact]
    public void Options_MoreOfThem_AreOrderedBesideTheEarlierOnes()
    {
        var desk = Awaiting("ideas");

        desk.Take(desk.About("ideas", Verbs.Options(2)));

        Assert.Equal((Verb.Options, 2, 1), (desk.Order("ideas@2").Request.Verb, desk.Order("ideas@2").Request.Count, desk.Order("ideas@2").Request.Base?.Number));
    }

    [Fact]
    public void Stuck_OnADraft_OwesTipsAndLeavesTheDraftAlone()
    {
        var desk = Awaiting("synopsis");

        desk.Take(desk.About("synopsis", Verbs.Stuck("The end is dull.")));
        Assert.Equal(["synopsis~1"], desk.Owed);
        desk.Deliver("synopsis~1");

        Assert.Equal(1, desk.Project.Document(DocumentId.Synopsis).Tips.Given);
        Assert.Equal((DocumentStatus.AwaitingApproval, 1), (desk.Status("synopsis"), desk.Seen("synopsis")));
    }

    [Fact]
    public void Stuck_AgainAfterAFailure_AsksUnderANumberOfItsOwn()
    {
        var desk = Awaiting("synopsis");
        desk.Take(desk.About("synopsis", Verbs.Stuck("The end is dull.")));
        var first = desk.Order("synopsis~1");
        desk.Fail("synopsis~1");

        desk.Take(desk.About("synopsis", Verbs.Stuck("The beginning is dull.")));

        Assert.Equal(["synopsis~2"], desk.Owed);
        Assert.Empty(desk.Take(desk.Answer(first)));
    }

    [Fact]
    public void Skip_OfAPortrait_KeepsTheReasonAndLetsFramesGoOnWithoutIt()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");

        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        Assert.Equal(DocumentStatus.Skipped, desk.Status("portrait:mara"));
        Assert.Equal("Her face is never seen.", desk.Project.Document(new("portrait", "mara")).Skipped);
        Assert.Equal(ProjectStatus.Complete, desk.ApproveAll().FilmStatus);
    }

    [Fact]
    public void Skip_OnceMore_ReplacesTheReasonUnlessItIsTheSame()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");
        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        var again = desk.Take(desk.About("portrait:mara", Verbs.Skip("She is a voice.")));

        Assert.Equal(new DocumentSkipped("She is a voice.") { Document = new("portrait", "mara") }, Assert.Single(again).Event);
        Assert.Equal("She is a voice.", desk.Project.Document(new("portrait", "mara")).Skipped);
        Assert.Empty(desk.Take(desk.About("portrait:mara", Verbs.Skip("She is a voice."))));
    }

    [Fact]
    public void Skip_WhileTipsAreOwed_WithdrawsThem()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");
        desk.Take(desk.About("portrait:mara", Verbs.Stuck()));
        Assert.Contains("portrait:mara~1", desk.Owed);

        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        Assert.DoesNotContain("portrait:mara~1", desk.Owed);
        desk.Reopen("portrait:mara");
        Assert.DoesNotContain("portrait:mara~1", desk.Owed);
    }

    [Fact]
    public void Stuck_OverASkippedPortrait_IsRefused()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");
        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        Assert.Equal("'portrait:mara' was skipped: reopen it.", desk.Refuse(desk.About("portrait:mara", Verbs.Stuck())).Message);
    }

    [Fact]
    public void Reopen_OfASkippedPortrait_OwesItAgain()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");
        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        desk.Reopen("portrait:mara");

        Assert.Contains("portrait:mara@2", desk.Owed);
    }

    [Fact]
    public void Approve_OfWhatWasApprovedBeforeItWasSkipped_BringsItBack()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll();
        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        desk.Approve("portrait:mara");

        Assert.Equal(DocumentStatus.Approved, desk.Status("portrait:mara"));
    }

    [Fact]
    public void Restore_OfAnOlderDraft_PutsItBeforeTheWriterAgain()
    {
        var desk = Awaiting("synopsis");
        var first = desk.Project.Document(DocumentId.Synopsis).Draft!;
        desk.Revise("synopsis", "Shorter.");
        desk.Deliver("synopsis@2");

        desk.Take(desk.About("synopsis", Verbs.Restore(first)));

        Assert.Equal((DocumentStatus.AwaitingApproval, 1), (desk.Status("synopsis"), desk.Seen("synopsis")));
        desk.Revise("synopsis", "Longer.");
        Assert.Equal(["synopsis@3"], desk.Owed);
    }

    [Fact]
    public void Reopen_ThenApproveTheSame_TouchesNothingFurtherDown()
    {
        var desk = new Desk().Begin().ApproveAll();

        desk.Reopen("ideas");
        Assert.Equal(DocumentStatus.AwaitingApproval, desk.Status("ideas"));
        Assert.Equal(ProjectStatus.AwaitingWriter, desk.FilmStatus);
        desk.Approve("ideas", 1);

        Assert.Equal(ProjectStatus.Complete, desk.FilmStatus);
    }

    private static Desk Awaiting(string document)
    {
        var desk = new Desk().Begin().ApproveAll(upTo: document);
        desk.Deliver($"{document}@1");
        return desk;
    }
}
