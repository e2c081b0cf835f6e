using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Chatting;

/// <summary>What a chat makes of each command.</summary>
public sealed class ChatSessionTests
{
    [Fact]
    public void Start_WithATitleAndAFocus_IsTheFirstEvent()
    {
        var talk = new Talk();

        Assert.Equal([new ChatStarted("chat", Talk.Project, "Mara", DocumentId.Cast)], talk.Take(new StartChat("chat", Talk.Project, " Mara ", DocumentId.Cast)));

        var session = talk.Session;
        Assert.Equal(("chat", Talk.Project, "Mara", DocumentId.Cast, 1L, 0L), (session.Id, session.Project, session.Title, session.Focus!.Value, session.Revision, session.Messages));
        Assert.Equal(session.StartedAt, session.ChangedAt);
    }

    [Fact]
    public void Start_OfWhatHasBegun_MakesNothing()
    {
        var talk = Talk.Begun();

        Assert.Empty(talk.Take(new StartChat("chat", Talk.Project, "Another", null)));
        Assert.Equal("The ferry", talk.Session.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData(null, ChatSession.MostTitle + 1)]
    public void Title_EmptyOrTooLong_IsRefused(string? title, int length = 0)
    {
        title ??= new string('x', length);

        Assert.Equal((RejectionKinds.InvalidValue, "title"), Told(new Talk().Refuse(new StartChat("chat", Talk.Project, title, null))));
        Assert.Equal((RejectionKinds.InvalidValue, "title"), Told(Talk.Begun().Refuse(new RenameChat(title))));
    }

    [Fact]
    public void Title_OfTheMostCharacters_IsTaken() =>
        Assert.Single(Talk.Begun().Take(new RenameChat(new string('x', ChatSession.MostTitle))));

    public static TheoryData<ChatCommand> AllButStart =>
    [
        new Ask("t1", "Who?"), new StopTurn("t1"), new RenameChat("Mara"), new ChangeFocus(DocumentId.Plot), new DeleteChat(),
        new EndTurn(new("t1", TurnEnd.Answered, "She.")), new ProposeTitle("Mara"), new FoldChat(new(0, 2, "All.")),
    ];

    [Theory]
    [MemberData(nameof(AllButStart), DisableDiscoveryEnumeration = true)]
    public void Command_BeforeTheStartOrAfterTheEnd_IsRefused(ChatCommand command)
    {
        var ended = Talk.Begun();
        ended.Take(new DeleteChat());

        Assert.Equal(RejectionKinds.UnknownChat, new Talk().Refuse(command).Kind);
        Assert.Equal(RejectionKinds.UnknownChat, ended.Refuse(command).Kind);
    }

    [Fact]
    public void Start_OfWhatWasDeleted_IsRefused()
    {
        var talk = Talk.Begun();
        talk.Take(new DeleteChat());

        Assert.Equal(RejectionKinds.UnknownChat, talk.Refuse(new StartChat("chat", Talk.Project, null, null)).Kind);
        Assert.True(talk.Session.Deleted);
    }

    [Fact]
    public void Ask_BeginsATurnAtTheEndOfTheWindow()
    {
        var talk = Talk.Begun();

        Assert.Equal([new MessageAsked("t1", "Who is she?")], talk.Ask("t1"));

        Assert.Equal([new Turn("t1", 2, false)], talk.Session.Turns);
        Assert.Equal([new Exchange("t1", 2, "Who is she?", null)], talk.Session.Window);
        Assert.Equal(1, talk.Session.Messages);
    }

    [Fact]
    public void Ask_Repeated_CountsOnceBeforeAndAfterItsAnswer()
    {
        var talk = Talk.Begun();
        talk.Ask("t1");

        Assert.Empty(talk.Ask("t1", "In other words?"));
        talk.Answer("t1");
        Assert.Empty(talk.Ask("t1"));

        Assert.Equal(2, talk.Session.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Ask_WithoutAText_IsRefused(string text) =>
        Assert.Equal((RejectionKinds.InvalidValue, "text"), Told(Talk.Begun().Refuse(new Ask("t1", text))));

    [Fact]
    public void Ask_TooLong_IsRefusedAndTheLongestIsNot()
    {
        var talk = Talk.Begun();

        Assert.Equal((RejectionKinds.InvalidValue, "text"), Told(talk.Refuse(new Ask("t1", new string('x', ChatSession.MostText + 1)))));
        Assert.Single(talk.Ask("t1", new string('x', ChatSession.MostText)));
        Assert.InRange(talk.Session.Window[0].Question.Length, Exchange.MostRemembered, Exchange.MostRemembered + 10);
    }

    [Fact]
    public void Ask_TooLongAtAPair_IsNotCutThroughIt()
    {
        var talk = Talk.Begun();
        talk.Ask("t1", new string('x', Exchange.MostRemembered - 1) + "🎬 and more");

        Assert.DoesNotContain(talk.Session.Window[0].Question, char.IsSurrogate);
    }

    [Fact]
    public void Ask_WhileTooManyWait_IsRefusedUntilOneHasEnded()
    {
        var talk = Talk.Begun();
        for (var at = 1; at <= ChatSession.MostTurns; at++) talk.Ask($"t{at}");

        Assert.Equal(RejectionKinds.ChatBusy, talk.Refuse(new Ask("more", "Who?")).Kind);
        Assert.Empty(talk.Ask("t3"));
        talk.Answer("t1");

        Assert.Single(talk.Ask("more"));
    }

    /// <summary>Whoever asks and stops, again and again, behind an answer that takes its time.</summary>
    [Fact]
    public void Ask_AndStopBehindOneAnswer_DoesNotGoOnForEver()
    {
        var talk = Talk.Begun();
        talk.Ask("first");

        var taken = 0;
        while (taken < 1_000 && talk.Do(new Ask($"t{taken}", new string('x', 5_000))) is ChatOutcome.Accepted)
        {
            talk.Take(new StopTurn($"t{taken}"));
            taken++;
        }

        Assert.InRange(taken, ChatSession.MostTurns - 1, 100);
        Assert.Equal(RejectionKinds.ChatBusy, talk.Refuse(new Ask("more", "Who?")).Kind);
        talk.Answer("first");
        while (talk.Session.Owed() is not null) talk.Work();
        Assert.Single(talk.Ask("more"));
    }

    [Fact]
    public void Stop_OfTheTurnBeingTaken_IsToldToItOnce()
    {
        var talk = Talk.Begun();
        talk.Ask("t1");

        Assert.Equal([new StopAsked("t1")], talk.Take(new StopTurn("t1")));
        Assert.Empty(talk.Take(new StopTurn("t1")));

        Assert.Equal([new Turn("t1", 2, true)], talk.Session.Turns);
        Assert.Null(talk.Session.Window[0].Answer);
    }

    [Fact]
    public void Stop_OfAWaitingTurn_EndsItAtOnce()
    {
        var talk = Talk.Begun();
        talk.Ask("t1");
        talk.Ask("t2");

        Assert.Equal([new StopAsked("t2"), new TurnEnded("t2", TurnEnd.Stopped, "")], talk.Take(new StopTurn("t2")));

        Assert.Equal(["t1"], talk.Session.Turns.Select(turn => turn.Id));
        Assert.Equal("", talk.Session.Window[1].Answer);
    }

    [Theory]
    [InlineData("t1")]
    [InlineData("nowhere")]
    public void Stop_OfWhatIsNotUnderWay_MakesNothing(string turn) => Assert.Empty(Talk.Begun().Exchange(1).Take(new StopTurn(turn)));

    [Fact]
    public void End_OfATurnTwice_TheFirstCounts()
    {
        var talk = Talk.Begun();
        talk.Ask("t1");

        Assert.Single(talk.Answer("t1", "A pilot."));
        Assert.Empty(talk.Answer("t1", "A spy.", TurnEnd.Interrupted));

        Assert.Equal(("A pilot.", 2L), (talk.Session.Window[0].Answer, talk.Session.Messages));
        Assert.Empty(talk.Session.Turns);
    }

    [Fact]
    public void End_WithProposals_IsRememberedWithTheDrafts()
    {
        var talk = Talk.Begun();
        talk.Ask("t1");

        talk.Take(new EndTurn(new("t1", TurnEnd.Answered, "Here it is.")
        {
            Proposals = [new(ProposalKinds.Draft) { Document = DocumentId.Plot, Draft = 4 }, new(ProposalKinds.Chat) { Title = "The end" }],
        }));

        Assert.Equal("Here it is.\n(proposed: draft 4 of plot)", talk.Session.Window[0].Answer);
    }

    [Fact]
    public void Rename_ToTheSame_MakesNothing()
    {
        var talk = Talk.Begun();

        Assert.Equal([new ChatNamed("Mara", ByWriter: true)], talk.Take(new RenameChat(" Mara ")));
        Assert.Empty(talk.Take(new RenameChat("Mara")));
    }

    [Fact]
    public void Title_OfTheCompanion_NeverTakesThePlaceOfTheWriters()
    {
        var talk = Talk.Begun(title: null);

        Assert.Equal([new ChatNamed("Mara", ByWriter: false)], talk.Take(new ProposeTitle(" Mara ")));
        Assert.Empty(talk.Take(new ProposeTitle("The end")));
        talk.Take(new RenameChat("Her"));
        Assert.Empty(talk.Take(new ProposeTitle("The end")));

        Assert.Equal("Her", talk.Session.Title);
    }

    [Fact]
    public void Title_OfTheCompanionTooLong_IsCutAtAWord()
    {
        var talk = Talk.Begun(title: null);
        talk.Take(new ProposeTitle(string.Join(' ', Enumerable.Repeat("ferries", 40))));

        Assert.InRange(talk.Session.Title.Length, 100, ChatSession.MostTitle);
        Assert.EndsWith("ferries…", talk.Session.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Focus_Changed_IsKeptAndTheSameMakesNothing()
    {
        var talk = Talk.Begun(focus: DocumentId.Plot);

        Assert.Empty(talk.Take(new ChangeFocus(DocumentId.Plot)));
        Assert.Equal([new FocusChanged(null)], talk.Take(new ChangeFocus(null)));
        Assert.Null(talk.Session.Focus);
    }

    [Fact]
    public void Fold_CountsOnceAndOnlyOnTheSummaryThatItGoesOnFrom()
    {
        var talk = Talk.Begun().Exchange(6);
        var second = talk.Session.Window[1].Asked;

        Assert.Empty(talk.Take(new FoldChat(new(1, second, "Wrong."))));
        Assert.Single(talk.Take(new FoldChat(new(0, second, "Two."))));
        Assert.Empty(talk.Take(new FoldChat(new(0, second, "Two again."))));
        Assert.Empty(talk.Take(new FoldChat(new(second, second, "Nothing."))));

        Assert.Equal(("Two.", second, 4), (talk.Session.Summary, talk.Session.FoldedTo, talk.Session.Window.Count));
    }

    [Fact]
    public void Fold_OfTooMuch_IsCut()
    {
        var talk = Talk.Begun().Exchange(6);
        talk.Take(new FoldChat(new(0, talk.Session.Window[0].Asked, new string('x', 50_000))));

        Assert.InRange(talk.Session.Summary.Length, ChatSession.MostSummary - 2, ChatSession.MostSummary);
    }

    [Fact]
    public void Branch_IsTheChatAsItWasThereUnderItsOwnName()
    {
        var source = Talk.Begun(focus: DocumentId.Plot).Exchange(3);
        var at = source.Session;
        var state = at.BranchedAs("other", "The bridge");
        var first = new ChatEntry(1, new(2032, 1, 1, 0, 0, 0, TimeSpan.Zero), new ChatBranched("chat", at.Revision, state));

        var branch = source.Entries.Skip(1).Prepend(first).Aggregate(ChatSession.None, (session, entry) => session.On(entry));

        Assert.Equal(at with { Id = "other", Title = "The bridge", BranchedFrom = new("chat", at.Revision), StartedAt = first.At, ChangedAt = first.At }, branch);
        Assert.Empty(Assert.IsType<ChatOutcome.Accepted>(branch.Decide(new Ask("t1", "Who?"), first.At)).Entries);
        var asked = Assert.IsType<ChatOutcome.Accepted>(branch.Decide(new Ask("new", "Who?"), first.At));
        Assert.Equal(at.Revision + 1, Assert.Single(asked.Entries).Sequence);
    }

    [Fact]
    public void Branch_FromAMessageWithoutAnAnswer_OwesItOnItsOwn()
    {
        var talk = Talk.Begun().Exchange(1);
        talk.Ask("last");

        var branch = talk.Session.BranchedAs("other", "");

        Assert.Equal("last", Assert.IsType<ChatWork.Take>(branch.Owed()).Turn.Id);
        Assert.Equal("", branch.Title);
    }

    [Fact]
    public void Event_SeenBefore_ChangesNothingAndOneTooLateIsRefused()
    {
        var talk = Talk.Begun().Exchange(2);

        Assert.Same(talk.Session, talk.Session.On(talk.Entries[2]));
        Assert.Throws<InvalidOperationException>(() => ChatSession.None.On(talk.Entries[1]));
    }

    [Theory]
    [InlineData("a:b", "a", "b")]
    [InlineData("a", null, null)]
    [InlineData(":b", null, null)]
    [InlineData("a:b:c", null, null)]
    public void Address_IsReadBackOrRefused(string text, string? project, string? chat)
    {
        if (project is null) Assert.Throws<FormatException>(() => ChatAddress.Parse(text));
        else Assert.Equal((new ChatAddress(project, chat!), text), (ChatAddress.Parse(text), $"{ChatAddress.Parse(text)}"));
    }

    private static (string Kind, string? Path) Told(Rejection rejection) => (rejection.Kind, rejection.Path);
}
