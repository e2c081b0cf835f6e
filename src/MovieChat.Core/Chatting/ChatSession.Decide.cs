using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

public sealed partial record ChatSession
{
    public const int MostText = 16_000;
    public const int MostTitle = 120;
    public const int MostSummary = 6_000;

    /// <summary>Most turns that have no end yet.</summary>
    public const int MostTurns = 8;

    /// <summary>Most exchanges behind one that has no answer yet: those that were stopped can not be folded before it ends.</summary>
    public const int MostHeld = 3 * MostTurns;

    /// <summary>What becomes of <paramref name="command"/> at <paramref name="at"/>: the events it makes, or why it is refused. What was done
    /// before is accepted and makes nothing.</summary>
    public ChatOutcome Decide(ChatCommand command, DateTimeOffset at)
    {
        if (Deleted || (Revision == 0) != command is StartChat)
        {
            return command is StartChat && !Deleted
                ? new ChatOutcome.Accepted([], this)
                : Refused(RejectionKinds.UnknownChat, "There is no such chat: the project's chats are listed at …/chats.");
        }

        return command switch
        {
            StartChat start => TitleFault(start.Title) is { } fault ? fault : Made(at, new ChatStarted(start.Id, start.Project, start.Title?.Trim() ?? "", start.Focus)),
            Ask ask => Begin(ask, at),
            StopTurn stop => Stop(stop, at),
            RenameChat rename => TitleFault(rename.Title) is { } fault ? fault : rename.Title.Trim() == Title ? Made(at) : Made(at, new ChatNamed(rename.Title.Trim(), ByWriter: true)),
            ChangeFocus change => change.Focus == Focus ? Made(at) : Made(at, new FocusChanged(change.Focus)),
            DeleteChat => Made(at, new ChatDeleted()),
            EndTurn end => Turns.Any(turn => turn.Id == end.Ended.Turn) ? Made(at, end.Ended) : Made(at),
            ProposeTitle title => Title.Length > 0 || string.IsNullOrWhiteSpace(title.Title) ? Made(at) : Made(at, new ChatNamed(Short(title.Title.Trim(), MostTitle), ByWriter: false)),
            FoldChat fold => fold.Folded.From == FoldedTo && fold.Folded.To > FoldedTo ? Made(at, fold.Folded with { Summary = Short(fold.Folded.Summary, MostSummary) }) : Made(at),
            _ => throw new ArgumentException($"No decision is written for the command {command.GetType().Name}."),
        };
    }

    private ChatOutcome Begin(Ask ask, DateTimeOffset at)
    {
        if (Turns.Any(turn => turn.Id == ask.Turn) || Window.Any(exchange => exchange.Turn == ask.Turn)) return Made(at);
        if (string.IsNullOrWhiteSpace(ask.Text)) return Refused(RejectionKinds.InvalidValue, "A message needs a text.", "text");
        if (ask.Text.Length > MostText) return Refused(RejectionKinds.InvalidValue, $"The message has {ask.Text.Length} characters and may have {MostText}: send it in parts, or bring a long text as a document.", "text");
        if (Window.Count - Answered.Count() >= MostHeld) return Refused(RejectionKinds.ChatBusy, "An answer is being written, and many messages behind it were stopped: wait for it, and send this one again.");
        return Turns.Count < MostTurns
            ? Made(at, new MessageAsked(ask.Turn, ask.Text))
            : Refused(RejectionKinds.ChatBusy, $"{Turns.Count} messages wait for an answer already: wait for one, or stop one, and send this one again.");
    }

    /// <summary>A turn that waits for another one ends at once; the one being taken is told to.</summary>
    private ChatOutcome.Accepted Stop(StopTurn stop, DateTimeOffset at)
    {
        if (Turns.FirstOrDefault(turn => turn.Id == stop.Turn) is not { StopAsked: false } turn) return Made(at);
        return turn == Turns[0] ? Made(at, new StopAsked(stop.Turn)) : Made(at, new StopAsked(stop.Turn), new TurnEnded(stop.Turn, TurnEnd.Stopped, ""));
    }

    private ChatOutcome.Accepted Made(DateTimeOffset at, params ReadOnlySpan<ChatEvent> events)
    {
        var session = this;
        var entries = new List<ChatEntry>();
        foreach (var each in events)
        {
            entries.Add(new(session.Revision + 1, at, each));
            session = session.On(entries[^1]);
        }

        return new(entries.ToValueList(), session);
    }

    private static ChatOutcome.Rejected? TitleFault(string? title) => title switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(title) => Refused(RejectionKinds.InvalidValue, "A title needs a letter or two; leave it out for the companion to propose one.", "title"),
        { Length: > MostTitle } => Refused(RejectionKinds.InvalidValue, $"'title' has {title.Length} characters and may have {MostTitle}: shorten it.", "title"),
        _ => null,
    };

    private static ChatOutcome.Rejected Refused(string kind, string message, string? path = null) => new(new(kind, message, Path: path));

    /// <summary>What a model wrote, cut at a word where it is too long.</summary>
    private static string Short(string text, int most)
    {
        if (text.Length <= most) return text;
        var space = text.LastIndexOf(' ', most - 2);
        return Cutting.Upto(text, space > 0 ? space : most - 2) + "…";
    }
}

/// <summary>What a chat makes of a command.</summary>
public abstract record ChatOutcome
{
    private ChatOutcome()
    {
    }

    /// <summary>The events to append, and the chat after them. No events: the command changes nothing.</summary>
    public sealed record Accepted(ValueList<ChatEntry> Entries, ChatSession Session) : ChatOutcome;

    public sealed record Rejected(Rejection Rejection) : ChatOutcome;
}
