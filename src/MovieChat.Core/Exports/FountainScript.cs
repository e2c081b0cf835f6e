namespace MovieChat.Core.Exports;

/// <summary>A Fountain file as its reader understands it: the title page's fields and the script's elements, in the file's order.</summary>
public sealed record FountainScript(IReadOnlyList<TitleField> TitlePage, IReadOnlyList<FountainElement> Elements)
{
    /// <summary>The first value of a field of the title page, its key in any case; null when there is none.</summary>
    public string? TitleValue(string key) =>
        TitlePage.FirstOrDefault(field => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>One field of the title page. Lines of the value, without markup and indentation, are joined by <c>\n</c>.</summary>
public sealed record TitleField(string Key, string Value);

public enum FountainKind
{
    SceneHeading,
    Action,
    Character,
    Parenthetical,
    Dialogue,
    Lyrics,
    Transition,
    Centered,
    Section,
    Synopsis,
    Note,
    PageBreak,
}

/// <summary>One element of a script.</summary>
/// <param name="Markup">The element without the marks that make it one (<c>! @ ^ . # &gt;</c> …), but with its emphasis and escapes as the file has
/// them; lines are joined by <c>\n</c>. A parenthetical keeps its brackets.</param>
public sealed record FountainElement(FountainKind Kind, string Markup)
{
    /// <summary>Of a scene heading: the number written between <c>#</c>, such as <c>12A</c>.</summary>
    public string? SceneNumber { get; init; }

    /// <summary>Of a character: whether this speech stands beside the one before it (<c>^</c>).</summary>
    public bool IsDual { get; init; }

    /// <summary>Of lyrics: whether they are sung in a speech.</summary>
    public bool IsSpoken { get; init; }

    /// <summary>Where the element begins in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Of a section: 1 for <c>#</c>, 2 for <c>##</c> and so on; otherwise 0.</summary>
    public int Depth { get; init; }

    /// <summary>The text as a reader sees it: without marks of emphasis, escapes resolved.</summary>
    public string Text => FountainText.Plain(Markup);

    /// <summary>Of a character: the cue without its extensions. Of any other element: the text.</summary>
    public string Name => Kind == FountainKind.Character ? FountainSyntax.CueName(Text) : Text;

    /// <summary>Of a character: what follows the name, with its brackets, such as <c>(V.O.)</c>; otherwise empty.</summary>
    public string Extension => Text[Name.Length..].Trim();
}
