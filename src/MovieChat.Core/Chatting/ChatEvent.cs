using System.Text.Json.Serialization;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>One thing that happened in a chat. The transcript of these is the truth; a <see cref="ChatSession"/> is their fold.</summary>
/// <remarks>Stored for good: a property may be added with a default, never renamed or removed.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ChatStarted), "chatStarted")]
[JsonDerivedType(typeof(ChatBranched), "chatBranched")]
[JsonDerivedType(typeof(MessageAsked), "messageAsked")]
[JsonDerivedType(typeof(StopAsked), "stopAsked")]
[JsonDerivedType(typeof(TurnEnded), "turnEnded")]
[JsonDerivedType(typeof(ChatNamed), "chatNamed")]
[JsonDerivedType(typeof(FocusChanged), "focusChanged")]
[JsonDerivedType(typeof(ChatFolded), "chatFolded")]
[JsonDerivedType(typeof(ChatDeleted), "chatDeleted")]
public abstract record ChatEvent
{
    private protected ChatEvent()
    {
    }
}

/// <summary>An event at its place in a chat's transcript.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
public sealed record ChatEntry(long Sequence, DateTimeOffset At, ChatEvent Event);

/// <param name="Title">As the writer gave it; empty when the companion is to propose one.</param>
/// <param name="Focus">The document that it is about; null for the whole film.</param>
public sealed record ChatStarted(string Id, string Project, string Title, DocumentId? Focus) : ChatEvent;

/// <summary>The chat goes on from a message of another one. What was said up to there stands in this transcript too, under the same sequences.</summary>
/// <param name="Source">The id of the other chat.</param>
/// <param name="Sequence">Of the message that is the last in common.</param>
/// <param name="State">The chat as it was there, under this one's own id and title.</param>
public sealed record ChatBranched(string Source, long Sequence, ChatSession State) : ChatEvent;

/// <summary>The writer said something: a turn begins.</summary>
/// <param name="Turn">The turn's id, which is the message's.</param>
public sealed record MessageAsked(string Turn, string Text) : ChatEvent;

/// <summary>The writer wants the turn's answer cut short.</summary>
public sealed record StopAsked(string Turn) : ChatEvent;

/// <summary>The companion answered, or will not.</summary>
/// <param name="Text">The answer, as far as it came.</param>
public sealed record TurnEnded(string Turn, TurnEnd End, string Text) : ChatEvent
{
    /// <summary>Which try at the answer it is from, for those who have read a part of it already.</summary>
    public string Attempt { get; init => field = value ?? ""; } = "";

    public ValueList<Proposal> Proposals { get; init => field = value ?? []; } = [];

    /// <summary>Why there is no answer, or no whole one.</summary>
    public Failure? Failure { get; init; }

    public string? Model { get; init; }

    public Usage Usage { get; init => field = value ?? Usage.None; } = Usage.None;
}

/// <param name="ByWriter">Whether the writer gave the title; the companion proposes one only where the writer has not.</param>
public sealed record ChatNamed(string Title, bool ByWriter) : ChatEvent;

public sealed record FocusChanged(DocumentId? Focus) : ChatEvent;

/// <summary>The oldest exchanges were folded into the summary.</summary>
/// <param name="From">The sequence up to which the summary told before.</param>
/// <param name="To">The sequence of the last message that it tells of now.</param>
public sealed record ChatFolded(long From, long To, string Summary) : ChatEvent;

/// <summary>The last event. What is stored of the chat goes next.</summary>
public sealed record ChatDeleted : ChatEvent;

/// <summary>How a turn ended.</summary>
public enum TurnEnd
{
    Answered,

    /// <summary>The writer cut it short.</summary>
    Stopped,

    /// <summary>The service ended in the middle of it; what had come by then is kept.</summary>
    Interrupted,

    /// <summary>The model gave no answer.</summary>
    Failed,
}
