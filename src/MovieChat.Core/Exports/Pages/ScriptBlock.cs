namespace MovieChat.Core.Exports.Pages;

/// <summary>Lines that belong together: a heading, an action, a speech with its cue, a transition. A blank line stands before each, but at the head of a page.</summary>
/// <param name="Breaks">Before which of its lines a page may end.</param>
internal sealed record ScriptBlock(IReadOnlyList<PageLine> Lines, IReadOnlySet<int> Breaks)
{
    private static readonly IReadOnlySet<int> None = new HashSet<int>();

    public ScriptBlock(IReadOnlyList<PageLine> lines)
        : this(lines, None)
    {
    }

    /// <summary>Whether it must not be the last on its page.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Of a speech: the cue that stands above it where it goes on. The page before then ends with <see cref="PageRules.More"/>.</summary>
    public PageLine? Continued { get; init; }

    /// <summary>How many lines a page must have left for it to begin there.</summary>
    public int Beginning => Breaks.Count == 0 ? Lines.Count : Math.Min(Lines.Count, Breaks.Min() + (Continued is null ? 0 : 1));
}
