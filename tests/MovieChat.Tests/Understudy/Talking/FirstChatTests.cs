using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Understudy.Talking;

/// <summary>The first chat, led by writers who answer differently.</summary>
public sealed class FirstChatTests
{
    private static readonly string[] s_terse = ["hi", "heat, alien, the conversation", "thriller. tense", "you can't listen your way out of guilt", "adults", "100", "gore, dead dogs", "Lisbon", "a man with headphones"];

    private static readonly string[] s_rambling =
    [
        "Hello! So I have been carrying this around for ages. I adore The Lives of Others and Paris, Texas, mostly for how much happens while nobody speaks, and I suppose I would like to make something like that before I get too old.",
        "Well, a drama I think, something quiet and bittersweet, maybe with a bit of mystery in it, but not too dark.",
        "I keep coming back to my father, really. That you can forgive somebody only after they have stopped asking for it.",
        "People who like to sit in the cinema until the lights go on, I suppose.",
        "Oh, about two hours, maybe a little less.",
        "No happy ending that is glued on. And please no flashbacks.",
        "On the Baltic coast in the 1980s, when the ferries still went over.",
        "There is a woman who repairs clocks that nobody collects.",
    ];

    [Fact]
    public void TerseWriter_AnswersAll_HasABriefWithEveryAnswer()
    {
        var (chat, brief) = Led(s_terse);

        Assert.Equal(["Heat", "Alien", "The Conversation"], brief.Likes);
        Assert.Equal(("thriller", "tense", 100, "adults"), (Assert.Single(brief.Genres), brief.Tone, brief.LengthMinutes, brief.Audience));
        Assert.Contains("guilt", brief.Message);
        Assert.Equal(["gore", "dead dogs"], brief.Avoid);
        Assert.Contains("Lisbon", brief.Notes);
        Assert.Contains("headphones", brief.Notes);
        Assert.Contains("awaits you", chat.Lines[^1].Companion);
        Assert.DoesNotContain('?', chat.Lines[^1].Companion);
    }

    [Fact]
    public void RamblingWriter_IsHeard()
    {
        var (_, brief) = Led(s_rambling);

        Assert.Equal(["The Lives of Others", "Paris, Texas"], brief.Likes);
        Assert.Contains("drama", brief.Genres);
        Assert.Contains("bittersweet", brief.Tone);
        Assert.Contains("forgive", brief.Message);
        Assert.Equal(120, brief.LengthMinutes);
        Assert.Contains(brief.Avoid, item => item.Contains("flashbacks"));
        Assert.Contains("Baltic", brief.Notes);
        Assert.Contains("clocks", brief.Notes);
        Assert.StartsWith("you can forgive", brief.Message);
    }

    [Fact]
    public void SameTalk_TwiceOver_IsTheSame() => Assert.Equal(Led(s_rambling).Chat.Lines, Led(s_rambling).Chat.Lines);

    [Fact]
    public void EverythingAtOnce_IsTakenForAllThatItAnswers()
    {
        var chat = new Chat(new TalkDesk());
        chat.Say("a slow thriller like The Conversation about guilt, 100 minutes, no gore");
        var brief = chat.Desk.Text<Brief>("brief");

        Assert.Equal(("thriller", "slow", "The Conversation", "guilt", 100, "gore"), (Assert.Single(brief.Genres), brief.Tone, Assert.Single(brief.Likes), brief.Message, brief.LengthMinutes, Assert.Single(brief.Avoid)));
        Assert.Contains("slow thriller", chat.Lines[0].Companion);
        Assert.Contains("under “brief”", chat.Lines[0].Companion);
        // Only what is still missing is asked for.
        foreach (var answer in new[] { "grown-ups", "nowhere in particular", "nobody yet" }) chat.Say(answer);
        Assert.Equal(3, chat.Lines.Count(line => line.Companion.Contains('?')));
    }

    [Fact]
    public void WriterWhoLeavesEverythingOpen_HasABriefAllTheSame()
    {
        var (chat, brief) = Led(["hello", "no idea", "you choose", "I don't know", "up to you", "whatever", "skip", "pass", "dunno"]);

        Assert.Single(brief.Genres);
        Assert.Empty(brief.Likes);
        Assert.Contains(chat.Lines, line => line.Companion.Contains("my choice"));
    }

    [Fact]
    public void WriterWhoChangesTheirMind_IsFollowed()
    {
        var chat = new Chat(new TalkDesk());
        foreach (var said in new[] { "hi", "Fargo", "a dark thriller", "that greed makes people stupid", "Actually, make it a comedy.", "adults", "no, wait, 90 minutes, not longer" }) chat.Say(said);
        var brief = chat.Desk.Text<Brief>("brief");

        Assert.Equal(("comedy", 90), (Assert.Single(brief.Genres), brief.LengthMinutes));
        Assert.Contains("greed", brief.Message);
        Assert.Contains(chat.Lines, line => line.Companion.Contains("comedy", StringComparison.Ordinal));
        Assert.True(chat.Desk.Seen(DocumentId.Brief) >= 3);
    }

    [Fact]
    public void Asides_DoNotCountAsAnswers()
    {
        var chat = new Chat(new TalkDesk());
        chat.Say("Hi");
        var open = chat.Say("Why do you ask?");
        var state = chat.Say("Where are we?");
        var approve = chat.Say("Can you approve it?");

        Assert.DoesNotContain('?', open + state + approve);
        Assert.Contains("read_film", Used(chat, "Where are we?"));
        Assert.Contains("yours alone", approve);
        chat.Say("Alien");
        chat.Say("horror");
        chat.Say("that nobody hears you");
        Assert.Equal(["Alien"], chat.Desk.Text<Brief>("brief").Likes);
    }

    [Fact]
    public void LongTalk_AfterFolding_KnowsTheEarlierAnswers()
    {
        var desk = new TalkDesk();
        var chat = new Chat(desk);
        foreach (var said in s_terse.Take(4)) chat.Say(said);
        for (var aside = 0; aside < 18; aside++) chat.Say("What do you mean?");
        Assert.Contains("Films they like: Heat; Alien; The Conversation", chat.Session.Summary);
        foreach (var said in s_terse.Skip(4)) chat.Say(said);
        var brief = desk.Text<Brief>("brief");

        Assert.Equal(["Heat", "Alien", "The Conversation"], brief.Likes);
        Assert.Equal(("thriller", 100), (Assert.Single(brief.Genres), brief.LengthMinutes));
        Assert.True(chat.Lines.Count(line => line.Companion.EndsWith('?')) <= 8);
    }

    [Fact]
    public void WritersOwnBrief_IsNotWrittenOver()
    {
        var desk = new TalkDesk();
        var chat = new Chat(desk);
        chat.Say("a thriller about guilt");
        desk.Bring("brief", desk.Text<Brief>("brief") with { Message = "Guilt is a kind of listening.", Notes = "No phones." });
        chat.Say("Alien");

        Assert.Equal("Guilt is a kind of listening.", desk.Text<Brief>("brief").Message);
        Assert.Equal(["Alien"], desk.Text<Brief>("brief").Likes);
        Assert.Contains("No phones.", desk.Text<Brief>("brief").Notes);
    }

    [Fact]
    public void RefusedBrief_IsToldHonestlyAndNotTriedAgainInTheTurn()
    {
        var chat = new Chat(new TalkDesk { Refusal = "The project is paused." });
        var answer = chat.Say("a thriller about guilt");

        Assert.Contains("The project is paused", answer);
        Assert.Single(chat.Used, "propose_brief");
    }

    [Fact]
    public void EnoughOfQuestions_EndsThem()
    {
        var chat = new Chat(new TalkDesk());
        chat.Say("a thriller about guilt");
        Assert.DoesNotContain('?', chat.Say("That's enough questions."));
    }

    private static List<string> Used(Chat chat, string said)
    {
        chat.Say(said);
        return chat.Used;
    }

    private static (Chat Chat, Brief Brief) Led(IEnumerable<string> answers)
    {
        var chat = new Chat(new TalkDesk());
        foreach (var answer in answers) chat.Say(answer);
        Assert.True(chat.Lines.Count(line => line.Companion.Contains('?')) <= 8);
        Assert.Equal(chat.Lines.Count(line => line.Companion.Contains('?')), chat.Lines.Select(line => line.Companion.Split('\n')[^1]).Where(line => line.Contains('?')).Distinct().Count());
        return (chat, chat.Desk.Text<Brief>("brief"));
    }
}
