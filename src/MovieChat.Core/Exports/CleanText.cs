using System.Text;

namespace MovieChat.Core.Exports;

/// <summary>What every export does to the film's text before it is laid out: nothing a reader of the page could see.
/// Line breaks of any kind become <c>\n</c>, a tab four spaces (as Fountain prints it); other control characters and byte order marks
/// go, an unpaired surrogate becomes U+FFFD; lines lose the space at their end, texts the empty lines around them.</summary>
internal static class CleanText
{
    /// <summary>Text of several lines that keeps its indentation.</summary>
    public static string Indented(string text) =>
        string.Join('\n', Lines(text).Select(line => line.TrimEnd())).Trim('\n');

    /// <summary>Text of several lines, none of them indented.</summary>
    public static string Block(string text) => string.Join('\n', Lines(text).Select(line => line.Trim())).Trim('\n');

    /// <summary>Text in one line: a line break becomes one space.</summary>
    public static string Line(string text) =>
        string.Join(' ', Lines(text).Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string[] Lines(string text) => text.Any(IsUnclean) ? Clean(text).Split('\n') : [text];

    private static bool IsUnclean(char mark) =>
        char.IsControl(mark) || char.IsSurrogate(mark) || mark is '\uFEFF' or '\u2028' or '\u2029';

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            Append(clean, rune);
        return clean.ToString();
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (rune.Value == '\t')
            clean.Append(' ', 4);
        else if (rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029)
            clean.Append('\n');
        else if (!Rune.IsControl(rune) && rune.Value != 0xFEFF)
            clean.Append(rune.ToString());
    }
}
