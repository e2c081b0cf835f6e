using System.Text.Json.Serialization;
using MovieChat.Web.Approvals;

namespace MovieChat.Web.Slack;

/// <summary>Something that came from Slack, as it is stored until it is answered.</summary>
/// <param name="From">Who did it, and where.</param>
/// <param name="Scope">What tells it from everything else that came, and is the same when it comes again.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(Submission), "submission")]
internal abstract record SlackItem(SlackOrigin From, string Scope)
{
    /// <param name="Text">What stands after <c>/movie</c>.</param>
    public sealed record Command(SlackOrigin From, string Scope, string Text) : SlackItem(From, Scope);

    /// <param name="IsAddressed">Whether it was said to us; what was not counts in a thread that is a talk.</param>
    public sealed record Message(SlackOrigin From, string Scope, string Text, bool IsAddressed) : SlackItem(From, Scope);

    /// <param name="Value">What the button carries.</param>
    /// <param name="IsForm">Whether it asks for some words first.</param>
    public sealed record Press(SlackOrigin From, string Scope, string Value, bool IsForm) : SlackItem(From, Scope);

    /// <param name="Answer">As <see cref="Core.Notices.Answer"/> writes it.</param>
    /// <param name="Filled">What was filled in, by the names of the form's blocks.</param>
    public sealed record Submission(SlackOrigin From, string Scope, string Answer, IReadOnlyDictionary<string, string> Filled) : SlackItem(From, Scope);
}

/// <summary>Who did something in Slack, and where.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Name">What the user is called there.</param>
internal sealed record SlackOrigin(string Team, string User, string Name, string Channel)
{
    /// <summary>The first message of the thread; null outside of one.</summary>
    public string? Thread { get; init; }

    /// <summary>The message that was said, or whose button was pressed.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the user alone sees that message.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Where it may be answered for half an hour, also where the app is no member.</summary>
    public string? ResponseUrl { get; init; }

    [JsonIgnore]
    public Speaker Speaker => new(SlackChannel.Surface, Team, User, Name);

    [JsonIgnore]
    public Place Place => new(SlackChannel.Surface, Team, Channel, Thread);

    [JsonIgnore]
    public SlackReference? Reference => Message is null ? null : new(Channel, Message);
}
