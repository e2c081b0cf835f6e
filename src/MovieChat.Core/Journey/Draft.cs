using System.Text.Json.Serialization;

namespace MovieChat.Core.Journey;

/// <summary>What the journey knows of one draft of a document. The text itself is stored apart, under the same document, number and origin.</summary>
public sealed record Draft
{
    /// <summary>From 1, per document, in the order in which drafts were asked for. A number is never used twice; a draft that was asked
    /// for and withdrawn leaves a gap.</summary>
    public required int Number { get; init; }

    /// <summary>What made it: an order's id (<c>synopsis@3</c>), or the writer's command. Its storage key within the document, so that an
    /// attempt whose event was never appended can not stand where another draft belongs.</summary>
    public required string Origin { get; init; }

    /// <summary>The project in whose partition the text is stored, when this is another one: a fork's drafts from before the fork.</summary>
    public string? Home { get; init; }

    public required Author Author { get; init; }

    public required ValueList<DraftOption> Options { get; init; }

    /// <summary>The approved drafts of what the document needs that this one was made from. <c>keep</c> brings it up to date.</summary>
    public DocumentMap<DraftRef> MadeFrom { get; init => field = value ?? DocumentMap<DraftRef>.Empty; } = DocumentMap<DraftRef>.Empty;

    /// <summary>The journal's sequence when the author looked at the film. What was shown beside <see cref="MadeFrom"/> and has changed
    /// since is a hint, never stale. Below 0 before a fork; 0 when it is not known.</summary>
    public long SawAt { get; init; }

    /// <summary>The chat in which the companion proposed it; null for every other draft.</summary>
    public ChatTurn? ProposedIn { get; init; }

    public Usage Usage { get; init => field = value ?? Usage.None; } = Usage.None;

    [JsonIgnore] public DraftKey Key => new(Number, Origin, Home);

    internal Draft StoredIn(string project, long revision) =>
        this with { Home = Home ?? project, SawAt = SawAt == 0 ? 0 : SawAt - revision - 1 };

    public DraftOption? Option(int number) => Options.FirstOrDefault(option => option.Number == number);
}

/// <summary>Where a draft's text is stored.</summary>
public sealed record DraftKey(int Number, string Origin, string? Home);

/// <summary>One option of one draft: what the writer approves.</summary>
public readonly record struct DraftRef(int Draft, int Option);

/// <param name="Number">From 1; keeps its number in every later draft that still holds the option.</param>
/// <param name="Outline">The parts that become documents of their own (people of a cast, scenes of a scene list); empty for most kinds.</param>
public sealed record DraftOption(int Number, ValueList<Part> Outline)
{
    public static DraftOption Plain(int number) => new(number, []);
}

/// <summary>One part of a document that other documents are about.</summary>
/// <param name="Id">As in the document: a character's id, a scene's id, a shot's number.</param>
/// <param name="People">The characters in it, for parts that have some.</param>
public sealed record Part(string Id, ValueList<string> People);

/// <summary>Who wrote a draft.</summary>
/// <param name="Kind"><c>writer</c> or <c>model</c>.</param>
/// <param name="Name">The writer's id, or the model's name.</param>
public sealed record Author(string Kind, string Name)
{
    public static Author Writer(string id) => new("writer", id);

    public static Author Model(string name) => new("model", name);

    public bool IsWriter => Kind == "writer";
}

/// <summary>What a draft cost.</summary>
/// <param name="Tokens">Model tokens, in and out together.</param>
/// <param name="Pictures">Pictures rendered.</param>
public sealed record Usage(long Tokens, int Pictures)
{
    public static Usage None { get; } = new(0, 0);

    public static Usage operator +(Usage left, Usage right) => new(left.Tokens + right.Tokens, left.Pictures + right.Pictures);
}
