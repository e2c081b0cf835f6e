using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Something of a scene that a shot can be made of: what one sees, or what somebody says, in the order of the page.</summary>
/// <param name="Seen">One or two sentences; empty for a speech.</param>
/// <param name="Who">Those of the scene's people who are in it.</param>
internal sealed record Piece(string Seen, IReadOnlyList<Person> Who)
{
    /// <summary>Whose speech it is; null for an action, and for somebody whom the film does not know.</summary>
    public Person? Speaker { get; init; }

    /// <summary>As the page has it, with the name before it; empty for an action.</summary>
    public string Line { get; init; } = "";

    /// <summary>A sound of the page that belongs to it, and can not be seen.</summary>
    public string Sound { get; init; } = "";

    /// <summary>What is planted or paid off in it; null where nothing is.</summary>
    public string? Thing { get; init; }

    public bool IsSpeech => Line.Length > 0;
}

/// <summary>A piece that is to be shot, with the speech that is heard over it.</summary>
internal sealed record Take(Piece Piece)
{
    public string Line { get; init; } = "";

    public Person? Speaker { get; init; }

    /// <summary>To whom the line is said, or who is looked at.</summary>
    public Person? Other { get; init; }

    public bool IsPlace { get; init; }

    /// <summary>Whether the scene turns in it.</summary>
    public bool IsTurn { get; init; }

    /// <summary>The thing in it fills the picture.</summary>
    public bool IsInsert { get; init; }
}
