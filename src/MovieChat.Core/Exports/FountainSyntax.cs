using System.Text;

namespace MovieChat.Core.Exports;

/// <summary>The shapes by which Fountain knows an unmarked line (fountain.io/syntax). The <c>May…</c> rules are wider: they also hold for what
/// other readers take for such a line, so that a writer can mark its text where it could be misread anywhere.</summary>
internal static class FountainSyntax
{
    /// <summary>One of these at the beginning of a line makes it a forced element, a lyric, a section, a synopsis or a page break.</summary>
    public const string Marks = ".>@~#=!";

    private static readonly string[] HeadingStarts = ["INT./EXT", "INT/EXT", "INT", "EXT", "EST", "I/E"];
    private static readonly string[] MayBeHeadingStarts = [.. HeadingStarts, "I./E", "EXT./INT", "EXT/INT"];

    /// <summary>Not in the syntax, but read as transitions by its authors' own parser and by others.</summary>
    private static readonly string[] Endings = ["FADE OUT.", "CUT TO BLACK.", "FADE TO BLACK."];
    private static readonly string[] TransitionEnds = ["TO:", "OUT.", "BLACK."];

    public static bool IsHeading(string line) => HeadingStarts.Any(start => IsHeading(line, start));

    private static bool IsHeading(string line, string start) =>
        line.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && line.AsSpan(start.Length) is ['.' or ' ', .. var place]
        && !place.IsWhiteSpace();

    public static bool MayBeHeading(string line) => MayBeHeadingStarts.Any(start =>
        line.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && (line.Length == start.Length || !char.IsLetterOrDigit(line[start.Length])));

    /// <summary>Capitals before any extension, which may be in any case. Letters of scripts without case are neither.</summary>
    public static bool IsCue(string line) => IsCapitals(CueName(line));

    /// <summary>Readers differ about which letters are capitals; all agree that a to z are not.</summary>
    public static bool MayBeCue(string line) => !line.Split('(', 2)[0].Any(char.IsAsciiLetterLower);

    public static string CueName(string cue)
    {
        var bracket = cue.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && cue.EndsWith(')') ? cue[..bracket].TrimEnd() : cue;
    }

    public static bool IsTransition(string line) =>
        Endings.Contains(line) || (line.EndsWith("TO:", StringComparison.Ordinal) && IsCapitals(line));

    public static bool MayBeTransition(string line) =>
        Endings.Contains(line) || line.EndsWith("TO:", StringComparison.Ordinal);

    /// <summary>How a cue must not end: some readers refuse one whose last word is a transition's.</summary>
    public static bool EndsLikeTransition(string cue) =>
        TransitionEnds.Any(end => cue.EndsWith(end, StringComparison.Ordinal));

    public static bool IsParenthetical(string line) => line.StartsWith('(') && line.EndsWith(')');

    public static bool IsPageBreak(string line) => line.Length >= 3 && line.All(mark => mark == '=');

    private static bool IsCapitals(string text)
    {
        var capital = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLower(rune)) return false;
            capital |= Rune.IsUpper(rune);
        }
        return capital;
    }
}
