using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What a companion of a chat may do to a film: propose, charge, and keep what the writer stated.</summary>
public sealed class ProposalTests
{
    private static readonly ChatTurn s_turn = new("chat", "t1");

    [Fact]
    public void Propose_OnWhatAwaits_TakesItsPlaceAndAwaits()
    {
        var desk = Awaiting("ideas");

        var made = desk.Take(Proposing(desk, "ideas"));

        var received = Assert.IsType<DraftReceived>(Assert.Single(made).Event);
        Assert.Equal((2, s_turn, WritingProject.Companion), (received.Draft.Number, received.Draft.ProposedIn, made[0].By));
        Assert.Equal((DocumentStatus.AwaitingApproval, 2), (desk.Status("ideas"), desk.Seen("ideas")));
        Assert.Null(desk.Project.ApprovedRef(DocumentId.Ideas));
        desk.Approve("ideas", 3);
        Assert.Equal(["synopsis@1"], desk.Owed);
    }

    [Fact]
    public void Propose_OnABriefThatIsNotWritten_AwaitsTheWriter()
    {
        var desk = new Desk().Begin();

        desk.Take(Proposing(desk, "brief"));

        Assert.Equal((DocumentStatus.AwaitingApproval, 1), (desk.Status("brief"), desk.Seen("brief")));
        Assert.Empty(desk.Owed);
        desk.Approve("brief");
        Assert.Equal(["ideas@1"], desk.Owed);
    }

    [Fact]
    public void Propose_OnWhatWaitsForOthers_AwaitsAndOrdersNothing()
    {
        var desk = new Desk().Begin("brief", "ideas").ApproveAll(upTo: "cast");
        Assert.Equal(DocumentStatus.Waiting, desk.Status("plot"));

        desk.Take(Proposing(desk, "plot"));

        Assert.Equal((DocumentStatus.AwaitingApproval, 1), (desk.Status("plot"), desk.Seen("plot")));
        Assert.Equal(["cast@1"], desk.Owed);
    }

    [Fact]
    public void Propose_OnWhatIsBeingDrafted_IsRefused()
    {
        var desk = new Desk().Begin("brief");
        Assert.Equal(RejectionKinds.VerbDoesNotFit, desk.Refuse(Proposing(desk, "ideas")).Kind);

        desk.Deliver("ideas@1");
        desk.Revise("ideas", "Darker.");
        Assert.Equal("'ideas' is being drafted as the writer asked: propose once that draft is there.", desk.Refuse(Proposing(desk, "ideas")).Message);
        Assert.Equal(["ideas@2"], desk.Owed);
    }

    [Fact]
    public void Propose_OnWhatSomethingIsBeingDraftedFrom_IsRefusedAndWithdrawsNothing()
    {
        var desk = new Desk().Begin("brief", "ideas").ApproveAll(upTo: "cast");
        Assert.Equal(["cast@1"], desk.Owed);

        var message = desk.Refuse(Proposing(desk, "synopsis")).Message;

        Assert.Equal("'cast' is being drafted from 'synopsis': propose once that draft is there.", message);
        Assert.Equal(["cast@1"], desk.Owed);
    }

    [Fact]
    public void Propose_OnWhatIsApproved_LeavesTheFilmAsItIsUntilTheWriterDecides()
    {
        var desk = new Desk().Begin("brief").ApproveAll();
        var before = Approved(desk);

        desk.Take(Proposing(desk, "plot"));

        Assert.Equal(before, Approved(desk));
        Assert.Equal((DocumentStatus.AwaitingApproval, 2), (desk.Status("plot"), desk.Seen("plot")));
        Assert.Empty(desk.Owed);
        desk.Reopen("ideas");
        desk.Take(desk.About("plot", Verbs.Restore(desk.Project.Document(DocumentId.Plot).Approved!.Draft)));
        desk.Approve("plot");
        Assert.Equal(before, Approved(desk));
        Assert.Equal(DocumentStatus.Approved, desk.Status("plot"));
    }

    [Fact]
    public void Propose_OnWhatFailed_IsADraftToDecideOn()
    {
        var desk = new Desk().Begin("brief");
        desk.Fail("ideas@1");

        desk.Take(Proposing(desk, "ideas"));

        Assert.Equal((DocumentStatus.AwaitingApproval, 2), (desk.Status("ideas"), desk.Seen("ideas")));
    }

    [Fact]
    public void Propose_OnWhatWasSkipped_IsRefused()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");
        desk.Take(desk.About("portrait:mara", Verbs.Skip("Her face is never seen.")));

        Assert.Equal("'portrait:mara' was skipped: reopen it.", desk.Refuse(Proposing(desk, "portrait:mara")).Message);
        Assert.Equal(DocumentStatus.Skipped, desk.Status("portrait:mara"));
    }

    [Theory]
    [InlineData("profile:zoe")]
    [InlineData("dialogue:s9")]
    [InlineData("look")]
    public void Propose_OnADocumentThatThereIsNot_IsRefused(string document)
    {
        var desk = new Desk().Begin("brief").ApproveAll();

        Assert.Equal(RejectionKinds.UnknownDocument, desk.Refuse(Proposing(desk, document)).Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Propose_FromAnotherDraftThanTheCurrentOne_IsRefused(int seen)
    {
        var desk = Awaiting("ideas");
        desk.Revise("ideas", "Darker.");
        desk.Deliver("ideas@2");

        var rejection = desk.Refuse(Proposing(desk, "ideas") with { Draft = seen });

        Assert.Equal((RejectionKinds.StaleDecision, 2), (rejection.Kind, rejection.CurrentDraft));
    }

    [Fact]
    public void Propose_Repeated_CountsOnce()
    {
        var desk = Awaiting("ideas");
        var proposal = Proposing(desk, "ideas");

        Assert.Single(desk.Take(proposal));
        Assert.Empty(desk.Take(proposal));

        Assert.Equal(2, desk.Seen("ideas"));
    }

    [Fact]
    public void Propose_CostsNothingByItself()
    {
        var desk = Awaiting("ideas");
        var spent = desk.Project.Budget;

        desk.Take(Proposing(desk, "ideas"));

        Assert.Equal(spent, desk.Project.Budget);
    }

    [Fact]
    public void Charge_OfATurn_CountsOnce()
    {
        var desk = new Desk().Begin("brief");
        var charge = Charging(70);

        Assert.Equal(new ChatCharged(s_turn, new(70, 0)), Assert.Single(desk.Take(charge)).Event);
        Assert.Empty(desk.Take(charge));

        Assert.Equal(70, desk.Project.Budget.Tokens.Spent);
        Assert.Empty(desk.Take(Charging(0) with { Id = "nothing" }));
    }

    [Fact]
    public void Charge_ThatSpendsTheBudget_ParksWhatIsOwedUntilItIsRaised()
    {
        var desk = new Desk().Begin("brief");
        Assert.Equal(["ideas@1"], desk.Owed);

        desk.Take(Charging(1_000_000));

        Assert.Empty(desk.Owed);
        Assert.Equal(["ideas@1"], desk.Project.Parked().Select(order => order.Id));
        Assert.Equal(new(1_000_000, 1_000_000), desk.Project.Budget.Tokens);
        desk.Take(new ChangeBudget(2_000_000, 0) { Id = "more", By = "writer" });
        Assert.Equal(["ideas@1"], desk.Owed);
    }

    [Fact]
    public void Charge_WhileNothingIsOwed_OrdersNothing()
    {
        var desk = Awaiting("ideas");

        Assert.Single(desk.Take(Charging(70)));
        Assert.Empty(desk.Owed);
    }

    private static Propose Proposing(Desk desk, string document) => desk.About(
        document,
        new Propose(Desk.Written(DocumentId.Parse(document)) with { Origin = $"chat:{document}", ProposedIn = s_turn }) { Id = "", By = WritingProject.Companion, Document = DocumentId.Brief, Draft = 0 });

    private static ChargeChat Charging(long tokens) => new(s_turn, new(tokens, 0)) { Id = "charge:chat:t1", By = WritingProject.Companion };

    private static IReadOnlyList<(DocumentId, DraftRef?)> Approved(Desk desk) => [.. desk.Graph.Documents.Select(id => (id, desk.Project.ApprovedRef(id)))];

    private static Desk Awaiting(string document)
    {
        var desk = new Desk().Begin().ApproveAll(upTo: document);
        desk.Deliver($"{document}@1");
        return desk;
    }
}
