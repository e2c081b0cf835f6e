using System.Text.Json;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Chatting;

/// <summary>A chat for tests that read as stories: what is asked of it, and a companion that always answers.</summary>
internal sealed class Talk
{
    public const string Project = "film";

    private static readonly DateTimeOffset s_start = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);

    private int _commands;

    public ChatSession Session { get; private set; } = ChatSession.None;

    public List<ChatEntry> Entries { get; } = [];

    /// <summary>The chat as its transcript alone tells it.</summary>
    public ChatSession Folded => Entries.Aggregate(ChatSession.None, (session, entry) => session.On(entry));

    public string Json => JsonSerializer.Serialize(Session, ChatJson.Readable.ChatSession);

    public static Talk Begun(string? title = "The ferry", DocumentId? focus = null)
    {
        var talk = new Talk();
        talk.Take(new StartChat("chat", Project, title, focus));
        return talk;
    }

    public ChatOutcome Do(ChatCommand command)
    {
        var outcome = Session.Decide(command, s_start.AddMinutes(++_commands));
        if (outcome is not ChatOutcome.Accepted accepted) return outcome;
        Entries.AddRange(accepted.Entries);
        Session = accepted.Session;
        return outcome;
    }

    /// <summary>The events that an accepted command makes.</summary>
    public IReadOnlyList<ChatEvent> Take(ChatCommand command) => [.. Assert.IsType<ChatOutcome.Accepted>(Do(command)).Entries.Select(entry => entry.Event)];

    public Rejection Refuse(ChatCommand command) => Assert.IsType<ChatOutcome.Rejected>(Do(command)).Rejection;

    public IReadOnlyList<ChatEvent> Ask(string turn, string text = "Who is she?") => Take(new Ask(turn, text));

    public IReadOnlyList<ChatEvent> Answer(string turn, string text = "A pilot.", TurnEnd end = TurnEnd.Answered) => Take(new EndTurn(new(turn, end, text)));

    /// <summary>Asks and answers one after the other, and does nothing else that is owed.</summary>
    public Talk Exchange(int count, string question = "Who is she?", string answer = "A pilot.")
    {
        for (var at = 0; at < count; at++)
        {
            var turn = $"t{Entries.Count}";
            Ask(turn, question);
            Answer(turn, answer);
        }

        return this;
    }

    /// <summary>Does one thing that is owed, as the service does it.</summary>
    public ChatCommand? Work(string answer = "A pilot.", TurnEnd end = TurnEnd.Answered, string summary = "They spoke of her.")
    {
        ChatCommand? command = Session.Owed() switch
        {
            ChatWork.Take take => new EndTurn(new(take.Turn.Id, end, answer)),
            ChatWork.Name => new ProposeTitle("The ferry"),
            ChatWork.Fold fold => new FoldChat(new(fold.From, fold.To, summary)),
            _ => null,
        };
        if (command is not null) Take(command);
        return command;
    }
}
