using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>How much of the printed screenplay each scene takes.</summary>
internal static class PrintedLengths
{
    /// <summary>In pages, one for each scene of the list: from its heading to the next one, what a page leaves empty at its foot included. Together they are the
    /// length of the script.</summary>
    public static IReadOnlyList<double> Of(Screenplay film)
    {
        var pages = Pagination.Of(ScriptBlocks.Of(film));
        if (pages.Count == 0) return [];
        var starts = pages.SelectMany(page => page.Lines.Index().Where(line => line.Item.Scene is not null).Select(line => Place(page.Number, line.Index))).ToList();
        var end = Place(pages[^1].Number, pages[^1].Lines.Count);
        return [.. starts.Select((start, at) => (at + 1 < starts.Count ? starts[at + 1] : end) - start)];
    }

    private static double Place(int page, int line) => page - 1 + ((double)line / PageRules.Lines);
}
