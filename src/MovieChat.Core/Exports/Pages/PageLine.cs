namespace MovieChat.Core.Exports.Pages;

/// <summary>One line of a page.</summary>
/// <param name="Text">In the order in which it is read; empty on a blank line.</param>
/// <param name="Column">How many columns of Courier from the left margin it begins; of a transition, where it ends.</param>
internal sealed record PageLine(string Text, int Column = 0)
{
    public static PageLine Blank { get; } = new("");

    /// <summary>Whether it ends at its column instead of beginning there.</summary>
    public bool IsFlushRight { get; init; }

    /// <summary>Of the first line of a heading: its scene's number.</summary>
    public string? Scene { get; init; }
}

/// <summary>One page of the script, the title page not counted.</summary>
internal sealed record ScriptPage(int Number, IReadOnlyList<PageLine> Lines);
