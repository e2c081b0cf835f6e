using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>What a script changes in a film.</summary>
/// <param name="Changes">The cast first, then the list of scenes, then the dialogues in the order of the script, those of scenes that are gone last.</param>
/// <param name="Same">The documents that the script tells as the film does.</param>
/// <param name="Remarks">What of the file was left out or taken otherwise than it stands.</param>
public sealed record ScriptDifference(IReadOnlyList<ScriptChange> Changes, IReadOnlyList<DocumentId> Same, IReadOnlyList<ScriptRemark> Remarks)
{
    /// <summary>Who speaks in the script and is in no cast of the film, also while the film has none.</summary>
    public IReadOnlyList<NewSpeaker> NewSpeakers { get; init; } = [];
}

/// <param name="Id">By which the script's scenes and dialogues would name them.</param>
public sealed record NewSpeaker(string Id, string Name);

/// <summary>What becomes of one document.</summary>
public sealed record ScriptChange(DocumentId Document, ChangeKind Kind)
{
    /// <summary>Of a dialogue: its scene's heading.</summary>
    public string? Heading { get; init; }

    /// <summary>The document as it would be; null when it is removed with its scene.</summary>
    public string? Content { get; init; }

    /// <summary>The content's parts that become documents of their own.</summary>
    public ValueList<Part> Outline { get; init; } = [];

    /// <summary>The changes without which this one can not be taken.</summary>
    public IReadOnlyList<DocumentId> Needs { get; init; } = [];

    /// <summary>Why it can not be taken.</summary>
    public IReadOnlyList<PlacedFault> Faults { get; init; } = [];

    /// <summary>Of a dialogue: its elements in the film and in the script.</summary>
    public IReadOnlyList<ScriptElement> Before { get; init; } = [];

    public IReadOnlyList<ScriptElement> After { get; init; } = [];

    /// <summary>Of the list of scenes: what becomes of each that does not stay as it is.</summary>
    public IReadOnlyList<SceneChange> Scenes { get; init; } = [];

    /// <summary>Of the cast: who is new.</summary>
    public IReadOnlyList<Character> People { get; init; } = [];
}

public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>What becomes of one scene.</summary>
/// <param name="Before">Null for a new scene.</param>
/// <param name="After">Null for one that is gone.</param>
/// <param name="IsMoved">Whether it stands elsewhere among the others.</param>
public sealed record SceneChange(Scene? Before, Scene? After, bool IsMoved);

/// <summary>What is wrong with a change, and where in the script.</summary>
/// <param name="Line">From 1; null when it is not one place.</param>
/// <param name="Heading">Of the scene that it is in.</param>
/// <param name="Path">In the document's content.</param>
public sealed record PlacedFault(int? Line, string? Heading, string Path, string Message);
