using MovieChat.Core.Journey;

namespace MovieChat.Tests.Journey;

/// <summary>What the verbs refuse, in words that name the value and the remedy.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string, string, string?> Refusals => new()
    {
        { "approve plot", RejectionKinds.VerbDoesNotFit, "'plot' has no draft to approve yet: it is waiting.", null },
        { "approve synopsis", RejectionKinds.UnknownOption, "Draft 1 holds several options: name one of 1, 2, 3.", null },
        { "approve synopsis 7", RejectionKinds.UnknownOption, "Draft 1 has no option 7: name one of 1, 2, 3.", null },
        { "approve profile:ana", RejectionKinds.UnknownDocument, "The film has no document 'profile:ana' now: its documents are listed with the project.", null },
        { "revise brief", RejectionKinds.VerbDoesNotFit, "'brief' is the writer's own: edit it.", null },
        { "revise synopsis -", RejectionKinds.InvalidValue, "A revision needs notes that say what to change.", "notes" },
        { "revise synopsis both", RejectionKinds.InvalidValue, "A revision changes a passage or a part: give one of the two.", "passage" },
        { "revise synopsis long", RejectionKinds.InvalidValue, "'notes' has 4001 characters and may have 4000: shorten it.", "notes" },
        { "revise plot", RejectionKinds.VerbDoesNotFit, "'plot' has no draft to revise yet: it is waiting.", null },
        { "options synopsis 6", RejectionKinds.InvalidValue, "A count of 6 options is not possible: ask for 1 to 5.", "count" },
        { "stuck plot", RejectionKinds.VerbDoesNotFit, "It is too early to give tips for 'plot': it needs 'synopsis', 'cast' approved first.", null },
        { "skip synopsis", RejectionKinds.VerbDoesNotFit, "'synopsis' can not be skipped: pictures may be, words may not.", null },
        { "reopen synopsis", RejectionKinds.VerbDoesNotFit, "'synopsis' is not approved, so there is nothing to reopen: decide on what awaits.", null },
        { "restore synopsis", RejectionKinds.VerbDoesNotFit, "Draft 1 of 'synopsis' is the current one: there is nothing to restore.", null },
        { "keep synopsis", RejectionKinds.VerbDoesNotFit, "'synopsis' is not stale, so there is nothing to keep.", null },
        { "redraft ideas", RejectionKinds.VerbDoesNotFit, "'ideas' is approved and up to date: reopen it, or revise it with notes.", null },
        { "redraft plot", RejectionKinds.VerbDoesNotFit, "It is too early to draft 'plot': it needs 'synopsis', 'cast' approved first.", null },
        { "redraft brief", RejectionKinds.VerbDoesNotFit, "'brief' is the writer's own: edit it.", null },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Verb_WhereItDoesNotFit_IsRefusedWithTheRemedy(string decision, string kind, string message, string? path)
    {
        var desk = SynopsisAwaits();
        var before = desk.Project;

        Assert.Equal(new(kind, message, Path: path), desk.Refuse(Decision(desk, decision.Split(' '))));
        Assert.Same(before, desk.Project);
    }

    [Fact]
    public void Start_UnderTheIdOfADeletedProject_IsRefusedAndTheDeletionIsARepetition()
    {
        var desk = new Desk().Begin();
        var delete = new DeleteProject { Id = "delete", By = "writer" };
        desk.Take(delete);

        var again = new StartProject("film", "The Ferry", Budget.Of(1, 1), DocumentMap<Draft>.Empty) { Id = "start", By = "writer" };

        Assert.Equal(new(RejectionKinds.AlreadyStarted, "Project 'film' was deleted just now: begin another one, with another key."), desk.Refuse(again));
        Assert.Empty(desk.Take(delete));
    }

    [Fact]
    public void Approve_OfABriefNobodyWrote_SaysWhoWritesIt()
    {
        var desk = new Desk().Begin();

        Assert.Equal("'brief' is the writer's own: edit it.", desk.Refuse(desk.About("brief", Verbs.Approve())).Message);
    }

    [Fact]
    public void Decision_OnAnOlderDraft_IsRefusedWithTheCurrentOne()
    {
        var desk = SynopsisAwaits();
        var seen = desk.About("synopsis", Verbs.Approve(1));
        desk.Revise("synopsis", "Shorter.");
        desk.Deliver("synopsis@2");

        Assert.Equal(
            new(RejectionKinds.StaleDecision, "The decision names draft 1 of 'synopsis', but draft 2 is the current one: look at it and decide again.", 2),
            desk.Refuse(seen));
    }

    [Fact]
    public void Redraft_OfWhatIsBeingDrafted_IsRefused()
    {
        var desk = new Desk().Begin("brief");

        Assert.Equal("'ideas' is being drafted already.", desk.Refuse(desk.About("ideas", Verbs.Redraft())).Message);
    }

    [Fact]
    public void Skip_WithoutAReason_IsRefused()
    {
        var desk = new Desk(DocumentTable.Film).Begin().ApproveAll(upTo: "portrait");

        Assert.Equal("Skipping needs the reason, in notes: it is kept with the film.", desk.Refuse(desk.About("portrait:mara", Verbs.Skip(" "))).Message);
    }

    [Fact]
    public void Options_BeyondTheMost_AreRefused()
    {
        var desk = SynopsisAwaits();
        var many = Desk.Written(DocumentId.Synopsis) with { Options = Enumerable.Range(1, 10).Select(DraftOption.Plain).ToValueList() };
        desk.Take(desk.About("synopsis", Verbs.Edit(many)));

        Assert.Equal("'synopsis' holds 10 options and may hold 12: ask for fewer, or revise one.", desk.Refuse(desk.About("synopsis", Verbs.Options(3))).Message);
    }

    [Theory]
    [InlineData(-1, 0, "A budget of -1 tokens is not possible: give 0 to 1000000000000.")]
    [InlineData(0, -2, "A budget of -2 pictures is not possible: give 0 to 1000000000000.")]
    public void Budget_BelowNothing_IsRefused(long tokens, long pictures, string message) =>
        Assert.Equal(message, new Desk().Begin().Refuse(new ChangeBudget(tokens, pictures) { Id = "budget", By = "writer" }).Message);

    public static TheoryData<string, TitlePage, string> TitlePages => new()
    {
        { " ", TitlePage.Empty, "A project needs a title." },
        { "T", TitlePage.Empty with { Authors = ["Wren", " "] }, "An author needs a name: leave the empty one out." },
        { "T", TitlePage.Empty with { Authors = [new('a', 101)] }, "'authors' has 101 characters and may have 100: shorten it." },
        { "T", TitlePage.Empty with { Authors = Enumerable.Repeat("Wren", 11).ToValueList() }, "A title page with 11 authors is not possible: name at most 10." },
        { "T", TitlePage.Empty with { Source = new('s', 301) }, "'source' has 301 characters and may have 300: shorten it." },
        { "T", TitlePage.Empty with { Contact = new('c', 501) }, "'contact' has 501 characters and may have 500: shorten it." },
    };

    [Theory]
    [MemberData(nameof(TitlePages), DisableDiscoveryEnumeration = true)]
    public void TitlePage_ThatCanNotBePrinted_IsRefused(string title, TitlePage page, string message) =>
        Assert.Equal(message, new Desk().Begin().Refuse(new ChangeTitlePage(title, page) { Id = "title", By = "writer" }).Message);

    private static Desk SynopsisAwaits()
    {
        var desk = new Desk().Begin().ApproveAll(upTo: "synopsis");
        desk.Deliver("synopsis@1");
        return desk;
    }

    private static Decide Decision(Desk desk, string[] words)
    {
        var document = words[1];
        var how = words.ElementAtOrDefault(2);
        Decide verb = words[0] switch
        {
            "approve" => Verbs.Approve(how is null ? null : int.Parse(how)),
            "revise" => Revision(how),
            "options" => Verbs.Options(int.Parse(how!)),
            "stuck" => Verbs.Stuck(),
            "skip" => Verbs.Skip("No time."),
            "reopen" => Verbs.Reopen,
            "restore" => Verbs.Restore(desk.Project.Document(DocumentId.Parse(document)).Draft!),
            "keep" => Verbs.Keep,
            _ => Verbs.Redraft(),
        };
        return desk.About(document, verb);
    }

    private static Revise Revision(string? how) => how switch
    {
        "-" => Verbs.Revise(" "),
        "both" => Verbs.Revise("Shorter.", passage: "a line", part: "lines[0]"),
        "long" => Verbs.Revise(new('x', WritingProject.MostNotes + 1)),
        _ => Verbs.Revise("Shorter."),
    };
}
