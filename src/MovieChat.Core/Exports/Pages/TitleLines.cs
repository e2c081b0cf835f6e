using System.Globalization;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Pages;

/// <summary>The title page: what stands in its middle, from a third of its height on, and what stands at its foot on either side.</summary>
internal sealed record TitleLines(IReadOnlyList<string> Middle, IReadOnlyList<string> FootLeft, IReadOnlyList<string> FootRight)
{
    /// <summary>The line of the page on which the title begins.</summary>
    public const int First = 17;

    /// <summary>Room for one side of the foot.</summary>
    private const int FootWidth = 28;

    public static TitleLines Of(Screenplay film, CoverPage cover)
    {
        var authors = Lines(string.Join('\n', cover.Authors), PageRules.ActionWidth);
        var source = Lines(cover.Source, PageRules.ActionWidth);
        List<string> middle = [.. Lines(ScriptText.Title(film).ToUpperInvariant(), PageRules.ActionWidth)];
        if (authors.Count > 0) middle.AddRange(["", "", "written by", "", .. authors]);
        if (source.Count > 0) middle.AddRange(["", "", .. source]);
        var date = cover.DraftDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return new TitleLines(middle, Lines(cover.Contact, FootWidth), Lines(date, FootWidth));
    }

    /// <summary>Its pages. A title is text like any other: one that is longer than a page goes on upon the next.</summary>
    public IEnumerable<IReadOnlyList<(int Line, string Text)>> Pages()
    {
        var lines = Middle.Select((text, at) => (Line: First + at, Text: text)).ToList();
        return lines.Count == 0 ? [[]] : lines.GroupBy(line => line.Line / PageRules.Lines, line => (line.Line % PageRules.Lines, line.Text)).Select(page => page.ToList());
    }

    private static IReadOnlyList<string> Lines(string text, int width)
    {
        var clean = CleanText.Block(text);
        return clean.Length == 0 ? [] : [.. LineBreaker.Lines(PrintText.Of(clean), width)];
    }
}
