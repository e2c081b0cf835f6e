using System.Text.Json.Serialization;

namespace MovieChat.Core.Journey;

/// <summary>Something the service owes the writer: a draft to write, or tips to give. Doing it twice is harmless: only the first result counts.</summary>
public sealed record WorkOrder
{
    public required DocumentId Document { get; init; }

    /// <summary>The number that the draft (or, for tips, the round of tips) will have.</summary>
    public required int Number { get; init; }

    public required Request Request { get; init; }

    /// <summary>The approved drafts to make it from, fixed when the order was given.</summary>
    public DocumentMap<DraftRef> MadeFrom { get; init => field = value ?? DocumentMap<DraftRef>.Empty; } = DocumentMap<DraftRef>.Empty;

    /// <summary>The trace of the command that led to it, so that its work belongs to that trace however much later it is done, and by
    /// whichever process. Null when nobody traced.</summary>
    public string? Trace { get; init; }

    [JsonIgnore] public bool IsTips => Request.Verb == Verb.Stuck;

    /// <summary>Deterministic: <c>synopsis@3</c> is the third draft of the synopsis, <c>synopsis~1</c> the first tips for it.</summary>
    [JsonIgnore] public string Id => $"{Document}{(IsTips ? '~' : '@')}{Number}";
}

/// <summary>What is asked of the author of the next draft.</summary>
public sealed record Request
{
    /// <summary><see cref="Journey.Verb.Write"/> for a first draft; else the writer's verb that led to it.</summary>
    public required Verb Verb { get; init; }

    /// <summary>The draft to start from, when there is one.</summary>
    public DraftKey? Base { get; init; }

    /// <summary>The option of <see cref="Base"/> to work on; null for all of them.</summary>
    public int? Option { get; init; }

    /// <summary>What the writer wants changed, in their words.</summary>
    public string? Notes { get; init; }

    /// <summary>The words of the option that alone may change.</summary>
    public string? Passage { get; init; }

    /// <summary>The part of the option that alone may change: a property's name, or the id or number of an item.</summary>
    public string? Part { get; init; }

    /// <summary>How many new options are wanted; null for the usual number.</summary>
    public int? Count { get; init; }

    internal Request StoredIn(string project) => Base is null ? this : this with { Base = Base with { Home = Base.Home ?? project } };
}

/// <summary>What a writer can do with a document, and <see cref="Write"/>, which the journey itself asks for.</summary>
public enum Verb
{
    Write,
    Approve,
    Revise,
    Edit,
    Options,
    Stuck,
    Skip,
    Reopen,
    Restore,
    Keep,
    Redraft,
}
