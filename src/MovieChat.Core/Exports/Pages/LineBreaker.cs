using System.Globalization;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Breaks printable text into lines: at spaces, after a hyphen or a long dash between letters, between ideographs; and inside a word only when
/// it is longer than a line. Nothing is lost but the spaces at a break.</summary>
internal static class LineBreaker
{
    private const string NoLineEnd = "([{「『（〈《【“‘";
    private const string NoLineStart = ")]}」』）〉》】、。，．！？：；・ー…々ゝ”’";

    /// <param name="columns">The width in columns of Courier.</param>
    public static IEnumerable<string> Lines(string text, int columns) =>
        text.Split('\n').SelectMany(line => Broken(Indented(line, columns / 2), columns * TypeFace.Column, TypeFace.Courier));

    /// <summary>The lines as they are asked for: of a long text no more are worked out than are taken.</summary>
    /// <param name="width">In points.</param>
    public static IEnumerable<string> Lines(string text, double width, Lettering lettering) =>
        text.Split('\n').SelectMany(line => Broken(line, (int)(width * 1000 / lettering.Size), lettering.Face));

    /// <summary>No more indentation than leaves room for words.</summary>
    private static string Indented(string line, int most)
    {
        var words = line.AsSpan().TrimStart();
        return line.Length - words.Length > most ? new string(' ', most) + words.ToString() : line;
    }

    private static IEnumerable<string> Broken(string line, int width, TypeFace face)
    {
        var start = 0;
        while (NextBreak(line, start, width, face) is var end && end < line.Length)
        {
            yield return line[start..end].TrimEnd();
            start = end;
            while (start < line.Length && IsSpace(line, start)) start++;
        }
        yield return line[start..].TrimEnd();
    }

    /// <summary>Where the line ends that begins at <paramref name="start"/>.</summary>
    private static int NextBreak(string line, int start, int room, TypeFace face)
    {
        var best = start;
        for (int at = start, length; at < line.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(line, at);
            var space = IsSpace(line, at);
            room -= face.Width(line.AsSpan(at, length));
            if (!space && room < 0 && at > start) return best > start ? best : at;
            if (space || MayBreakAfter(line, at, at + length)) best = at + length;
        }
        return line.Length;
    }

    private static bool IsSpace(string line, int at) => char.IsWhiteSpace(line[at]) && line[at] is not ('\u00A0' or '\u202F');

    private static bool MayBreakAfter(string line, int at, int next)
    {
        if (next >= line.Length) return false;
        Rune.DecodeFromUtf16(line.AsSpan(at), out var left, out _);
        Rune.DecodeFromUtf16(line.AsSpan(next), out var right, out _);
        if (left.Value is '-' or '\u2010') return at > 0 && char.IsLetter(line[at - 1]) && Rune.IsLetter(right);
        if (left.Value == '\u2014') return Rune.IsLetterOrDigit(right);
        return (IsIdeograph(left) || IsIdeograph(right)) && !NoLineEnd.Contains(line[at]) && !NoLineStart.Contains(line[next]);
    }

    // Kana, ideographs and their punctuation, full-width letters. Korean has spaces.
    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0xA4CF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF01 and <= 0xFF60) or (>= 0x20000 and <= 0x3FFFF);
}
