using Microsoft.Extensions.AI;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Tests.Writing;
using static MovieChat.Tests.Chatting.Answering;

namespace MovieChat.Tests.Chatting;

/// <summary>What comes of a turn, and of the small work on a chat.</summary>
public sealed class CompanionTests
{
    private static readonly Exchange s_first = new("t1", 2, "Why does she stay on the ferry at all?", "Because of the flood.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_ComesPieceByPiece() =>
        Assert.Equal(["So ", "it ", "is."], (await AnswerAsync(new(Reply.Text("So ", "it ", "is.")))).OfType<CompanionUpdate.Text>().Select(text => text.Words));

    [Fact]
    public async Task Answer_WithToolsInBetween_PausesThere()
    {
        var model = new ScriptedModel(
            new Reply(new TextContent("Let me look."), Reply.Calling("read_document", """{"document":"plot"}""")),
            Reply.Call("read_knowledge", """{"character":"mara"}"""),
            Reply.Text(" \n She knows."));

        var updates = await AnswerAsync(model);

        Assert.Equal("Let me look.\n\nShe knows.", updates.Text());
        Assert.Equal([new("read_document", "plot"), new("read_knowledge", "mara")], updates.OfType<CompanionUpdate.Doing>());
        Assert.IsType<CompanionUpdate.Text>(updates[0]);
    }

    [Fact]
    public async Task Answer_ThatBeginsWithATool_BeginsWithoutAPause() =>
        Assert.Equal("She knows.", (await AnswerAsync(new(Reply.Call("read_film"), Reply.Text("She knows.")))).Text());

    [Fact]
    public async Task Answer_WithoutEnd_IsCutAndTheRestIsNotRead()
    {
        var model = new ScriptedModel(Reply.Text([.. Enumerable.Repeat(new string('a', 5_000), 100)]));

        var updates = await AnswerAsync(model);

        Assert.Equal(Companion.MostAnswer, updates.Text().Length);
        Assert.Equal(7, updates.Count);
    }

    [Fact]
    public async Task Answer_CutAtAPair_HoldsNoHalfOfIt() =>
        Assert.DoesNotContain((await AnswerAsync(new(Reply.Text(new string('a', Companion.MostAnswer - 1), "🎬🎬")))).Text(), char.IsSurrogate);

    [Fact]
    public async Task Answer_OfAToolOfAnEndlessName_IsToldShort()
    {
        var updates = await AnswerAsync(new(Reply.Call(new string('x', 50_000), """{"document":"plot"}"""), Reply.Text("So.")));

        Assert.All(updates.OfType<CompanionUpdate.Doing>(), doing => Assert.InRange(doing.Tool.Length, 1, 100));
    }

    [Fact]
    public async Task Proposals_OfATurnThatBreaksLater_AreTold()
    {
        var model = new ScriptedModel(
            Reply.Call("propose_chat", """{"title":"Her wound"}"""), new Reply { Break = new ModelFailedException(new(FailureKinds.Unavailable, "Gone.", "Again.")) });
        var (talk, told) = (Talk.Begun(), new List<CompanionUpdate>());
        talk.Ask("now", Said);

        await Assert.ThrowsAsync<ModelFailedException>(async () =>
        {
            await foreach (var update in new Companion(model, new(ContextBudget.DefaultTokens)).AnswerAsync(talk.Session, talk.Session.Turns[0], Said, new FakeDesk(), new(1_000), Ct)) told.Add(update);
        });

        Assert.Equal("Her wound", Assert.Single(told.Proposals()).Title);
    }

    [Theory]
    [InlineData("""{"title":"The flood"}""", "The flood")]
    [InlineData("""Here: {"title":" “The flood.” "} I hope you like it.""", "The flood")]
    [InlineData("""{"title":"The\nflood"}""", "The flood")]
    [InlineData("""{"title":""}""", "Why does she stay on the")]
    [InlineData("""{"title":"\" \""}""", "Why does she stay on the")]
    [InlineData("""{"title":". ."}""", "Why does she stay on the")]
    [InlineData("""{"title":null}""", "Why does she stay on the")]
    [InlineData("""{"name":"The flood"}""", "Why does she stay on the")]
    [InlineData("""{"title":"\ud83c"}""", "Why does she stay on the")]
    [InlineData("""{"title":7}""", "Why does she stay on the")]
    [InlineData("The flood", "Why does she stay on the")]
    [InlineData("}{", "Why does she stay on the")]
    [InlineData("", "Why does she stay on the")]
    public async Task Title_OfTheModel_OrElseTheWritersFirstWords(string answer, string title)
    {
        var cost = new TurnCost(1_000);

        Assert.Equal(title, await Named(new(Reply.Text(answer)), cost));
        Assert.Equal(110, cost.Tokens);
    }

    [Fact]
    public async Task Title_TooLong_IsTheWritersFirstWords() =>
        Assert.Equal("Why does she stay on the", await Named(new(Reply.Text($$"""{"title":"{{new string('x', 121)}}"}""")), new(1_000)));

    [Fact]
    public async Task Title_OfAModelThatFailsOrMayNotBeAsked_IsTheWritersFirstWords()
    {
        var failing = new ScriptedModel(new Reply { Break = new ModelFailedException(new(FailureKinds.Unavailable, "Gone.", "Again.")) });
        var unasked = new ScriptedModel(Reply.Text("{}"));

        Assert.Equal("Why does she stay on the", await Named(failing, new(1_000)));
        Assert.Equal("Why does she stay on the", await Named(unasked, new(0)));
        Assert.Empty(unasked.Calls);
    }

    [Fact]
    public async Task Title_FromAMessageInOneWord_IsOneThatAChatTakes()
    {
        var title = await new Companion(new ScriptedModel(Reply.Text("")), new(ContextBudget.DefaultTokens)).NameAsync(s_first with { Question = new string('x', 4_000) }, new(1_000), Ct);

        var talk = Talk.Begun(title: null).Exchange(1);
        Assert.Single(talk.Take(new ProposeTitle(title)));
        Assert.InRange(talk.Session.Title.Length, 1, ChatSession.MostTitle);
    }

    [Fact]
    public async Task Fold_OfTheModel_IsItsSummaryFromTheEarlierOneAndTheExchanges()
    {
        var model = new ScriptedModel(Reply.Text("""{"summary":" They spoke of the flood. "}"""));

        var summary = await Folded(model, new(0, [s_first], "Before."));

        Assert.Equal("They spoke of the flood.", summary);
        Assert.Equal(
            """{"chore":"fold","exchanges":[{"writer":"Why does she stay on the ferry at all?","companion":"Because of the flood."}],"summary":"Before."}""",
            model.Calls[0].Messages[1].Text);
        Assert.Null(model.Calls[0].Options!.Tools);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"summary":" "}""")]
    [InlineData("""{"summary":null}""")]
    [InlineData("""{"text":"They spoke of the flood."}""")]
    [InlineData("They spoke of the flood.")]
    public async Task Fold_OfAModelThatGivesNone_IsTheBeginningsOfWhatWasSaid(string answer) => Assert.Equal(
        "Before.\nThe writer: Why does she stay on the ferry at all? The companion: Because of the flood.", await Folded(new(Reply.Text(answer)), new(0, [s_first], "Before.")));

    [Fact]
    public async Task Fold_OfAModelThatFails_StaysShortAndKeepsTheNewest()
    {
        var failing = new ScriptedModel(new Reply { Break = new ModelFailedException(new(FailureKinds.Unavailable, "Gone.", "Again.")) });
        var exchanges = Enumerable.Range(1, 60).Select(each => s_first with { Question = $"Question {each}. " + GoodFilm.Words("Why?", 900) }).ToValueList();

        var summary = await Folded(failing, new(0, exchanges, new string('s', ChatSession.MostSummary)));

        Assert.InRange(summary.Length, 1, ChatSession.MostSummary);
        Assert.Contains("Question 60.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fold_OfAModelThatFails_CutsNoPair()
    {
        var failing = new ScriptedModel(Reply.Text(""));
        for (var before = 0; before < 2; before++)
        {
            var pairs = new string('x', before) + string.Concat(Enumerable.Repeat("🎬", 1_000));
            var summary = await Folded(failing, new(0, [.. Enumerable.Repeat(s_first with { Question = pairs, Answer = pairs }, 40)], "x"));

            Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(summary)));
        }
    }

    private static Task<string> Named(ScriptedModel model, TurnCost cost) => new Companion(model, new(ContextBudget.DefaultTokens)).NameAsync(s_first, cost, Ct);

    private static Task<string> Folded(ScriptedModel model, ChatWork.Fold fold) => new Companion(model, new(ContextBudget.DefaultTokens)).FoldAsync(fold, new(1_000), Ct);
}
