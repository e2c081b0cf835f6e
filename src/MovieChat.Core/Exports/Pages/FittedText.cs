using System.Globalization;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Texts in as much room as there is: what is longer ends in an ellipsis.</summary>
internal static class FittedText
{
    private const string Ellipsis = "…";

    /// <summary>What an ellipsis does not follow.</summary>
    private const string Loose = " .,;:…-–—";

    /// <param name="text">Clean (<see cref="CleanText"/>).</param>
    /// <param name="width">In points.</param>
    /// <param name="most">Most lines.</param>
    public static IReadOnlyList<string> Lines(string text, double width, int most, Lettering lettering)
    {
        if (text.Length == 0 || most < 1) return [];
        var lines = LineBreaker.Lines(PrintText.Of(text), width, lettering).Take(most + 1).ToList();
        if (lines.Count <= most) return lines;
        lines.RemoveAt(most);
        lines[^1] = Cut(lines[^1], width - lettering.Width(Ellipsis), lettering) + Ellipsis;
        return lines;
    }

    public static string Line(string text, double width, Lettering lettering) => Lines(text, width, 1, lettering) is [var line] ? line : "";

    private static string Cut(string line, double room, Lettering lettering)
    {
        var fits = 0;
        for (int at = 0, length; at < line.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(line, at);
            room -= lettering.Width(line.AsSpan(at, length));
            if (room < 0) break;
            fits = at + length;
        }
        return line[..fits].TrimEnd([.. Loose]);
    }
}
