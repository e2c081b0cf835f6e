using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Chatting;

/// <summary>What holds of every chat, whatever is asked of it in whatever order.</summary>
public sealed class ChatPropertyTests
{
    private const int Moves = 14;

    /// <summary>What folding leaves before a turn, what one turn and those stopped behind it may add, the summary, and what JSON adds.</summary>
    private const int MostState = ChatSession.FoldFirstFrom + (40 * 8_100) + ChatSession.MostSummary + 20_000;

    private static readonly string[] s_texts = ["Who?", "Żółw 🐢 \"said\" \\ <b>\n\u2028", new('x', 500), new string('y', 3_999) + "🎬🎬", new('z', 16_000)];

    [Fact]
    public void Chat_AfterAnyCommands_IsTheFoldOfItsEvents() => Hold(talk => Assert.Equal(talk.Session, talk.Folded));

    [Fact]
    public void Chat_AfterAnyCommands_IsSmall() => Hold(_ => { }, talk =>
    {
        Assert.InRange(talk.Json.Length, 1, MostState);
        Assert.InRange(talk.Session.Turns.Count, 0, ChatSession.MostTurns);
        Assert.InRange(talk.Session.Summary.Length, 0, ChatSession.MostSummary);
    });

    [Fact]
    public void Chat_AfterAnyCommands_ComesBackFromJson() => Hold(talk =>
    {
        Assert.Equal(talk.Session, JsonSerializer.Deserialize(talk.Json, ChatJson.Readable.ChatSession));
        Assert.All(talk.Entries, entry => Assert.Equal(entry.Event, JsonSerializer.Deserialize(JsonSerializer.Serialize(entry.Event, ChatJson.Readable.ChatEvent), ChatJson.Readable.ChatEvent)));
        var branched = new ChatBranched("chat", talk.Session.Revision, talk.Session.BranchedAs("other", "Żółw 🐢"));
        Assert.Equal(branched, JsonSerializer.Deserialize(JsonSerializer.Serialize<ChatEvent>(branched, ChatJson.Readable.ChatEvent), ChatJson.Readable.ChatEvent));
    });

    [Fact]
    public void Chat_AfterAnyCommands_HasTurnsAndWindowThatAgree() => Hold(_ => { }, talk =>
    {
        var session = talk.Session;
        Assert.Equal(session.Turns.Select(turn => turn.Id), session.Window.Where(exchange => exchange.Answer is null).Select(exchange => exchange.Turn));
        Assert.All(session.Window, exchange => Assert.True(exchange.Asked > session.FoldedTo));
        Assert.Equal(session.Window.OrderBy(exchange => exchange.Asked), session.Window);
        Assert.Equal(Enumerable.Range(1, talk.Entries.Count).Select(each => (long)each), talk.Entries.Select(entry => entry.Sequence));
    });

    [Fact]
    public void Chat_WhoseWorkIsDone_ComesToRest() => Hold(talk =>
    {
        for (var left = 60; !talk.Session.Deleted && talk.Session.Owed() is not null; left--)
        {
            Assert.True(left > 0, $"Still owed: {talk.Session.Owed()}");
            var revision = talk.Session.Revision;
            talk.Work();
            Assert.True(talk.Session.Revision > revision, "What was owed made nothing, and would be owed for ever.");
        }
    });

    private static void Hold(Action<Talk> atTheEnd, Action<Talk>? everywhere = null)
    {
        var choices = Gen.Choose(0, 1_000_000).ArrayOf(150).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(choices, all =>
        {
            var talk = new Talk();
            talk.Take(new StartChat("chat", Talk.Project, all.Length % 2 == 0 ? null : "Mara", DocumentId.Plot));
            foreach (var choice in all)
            {
                Play(talk, choice % Moves, choice / Moves % 40, choice / (Moves * 40));
                everywhere?.Invoke(talk);
            }

            atTheEnd(talk);
        }));
    }

    private static void Play(Talk talk, int move, int place, int how)
    {
        var text = s_texts[how % s_texts.Length];
        var turn = talk.Session.Turns.Count > 0 ? talk.Session.Turns[place % talk.Session.Turns.Count].Id : "none";
        ChatCommand? command = move switch
        {
            0 or 1 or 2 => new Ask($"new{talk.Entries.Count}", text),
            3 => new Ask(turn, text),
            4 => new Ask("long", new string('x', ChatSession.MostText + 1)),
            5 or 6 => new StopTurn(turn),
            7 => how % 4 == 0 ? new RenameChat($"Mara {place}") : new ProposeTitle(text),
            8 => new ChangeFocus(place % 3 == 0 ? null : DocumentId.Profile($"p{place}")),
            9 => new EndTurn(new(place % 2 == 0 ? "gone" : turn, TurnEnd.Failed, text)
            {
                Failure = new(FailureKinds.Unavailable, "No.", "Again."),
                Proposals = [new(ProposalKinds.Ways) { Document = DocumentId.Plot, Ways = [new("One", text)] }, new(ProposalKinds.Draft) { Document = DocumentId.Cast, Draft = place }],
                Usage = new(how, 0),
                Model = "double",
                Attempt = "a1",
            }),
            10 => new FoldChat(new(talk.Session.FoldedTo + 1 + how, talk.Session.FoldedTo + 2 + how + place, text)),
            11 when place == 0 && how % 40 == 0 => new DeleteChat(),
            _ => null,
        };
        if (command is not null) talk.Do(command);
        else if (!talk.Session.Deleted) talk.Work(text, place % 3 == 0 ? TurnEnd.Stopped : TurnEnd.Answered, text + text);
    }
}
