namespace MovieChat.Core.Journey;

/// <summary>What a project makes of a command.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The events to append, and the project after them. No events: the command changes nothing (it is late, or a repetition).</summary>
    public sealed record Accepted(ValueList<JournalEntry> Entries, WritingProject Project) : Outcome;

    public sealed record Rejected(Rejection Rejection) : Outcome;
}

/// <summary>Why a command is refused.</summary>
/// <param name="Kind">One of <see cref="RejectionKinds"/>.</param>
/// <param name="Message">A sentence that names the value and the remedy.</param>
/// <param name="CurrentDraft">With <see cref="RejectionKinds.StaleDecision"/>: the number of the draft to decide on.</param>
/// <param name="Path">The name of the value that is wrong, as front-ends send it; null when it is not one value.</param>
public sealed record Rejection(string Kind, string Message, int? CurrentDraft = null, string? Path = null);

public static class RejectionKinds
{
    public const string UnknownDocument = "unknown-document";
    public const string UnknownDraft = "unknown-draft";
    public const string UnknownFact = "unknown-fact";
    public const string UnknownChat = "unknown-chat";
    public const string ChatBusy = "chat-busy";
    public const string StaleDecision = "stale-decision";
    public const string AlreadyDecided = "already-decided";
    public const string VerbDoesNotFit = "verb-does-not-fit";
    public const string UnknownOption = "unknown-option";
    public const string InvalidValue = "invalid-value";
    public const string AlreadyStarted = "already-started";
    public const string NotStarted = "not-started";
}
