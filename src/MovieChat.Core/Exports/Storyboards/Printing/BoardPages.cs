using MovieChat.Core.Exports.Pages;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>Lays a board on pages. A scene begins below the one before it where there is room for its heading and what follows; a page that goes on with a scene
/// says so on its top. A row holds panels of one scene.</summary>
internal sealed class BoardPages
{
    /// <summary>Most lines of the summary of a scene without shots.</summary>
    private const int MostSummary = 6;

    private readonly List<BoardPage> pages = [];
    private List<BoardBand> page = [];

    private BoardPages()
    {
    }

    private double Room => BoardLayout.Bottom - BoardLayout.Top - page.Sum(band => band.Height);

    public static IReadOnlyList<BoardPage> Of(Storyboard board, BoardLayout layout)
    {
        var pages = new BoardPages();
        foreach (var scene in board.Scenes)
            pages.Add(scene, [.. Bands(scene, layout)]);
        pages.EndPage();
        return pages.pages;
    }

    private static IEnumerable<BoardBand> Bands(BoardScene scene, BoardLayout layout) => scene.Panels.Count == 0
        ? [new BoardBand.Summary(FittedText.Lines(scene.Summary, BoardLayout.Right - BoardLayout.Left, MostSummary, BoardInk.Summary))]
        : scene.Panels.Chunk(layout.Columns).Select(panels => new BoardBand.Row(panels, layout.RowHeight));

    private void Add(BoardScene scene, IReadOnlyList<BoardBand> bands)
    {
        foreach (var (place, band) in bands.Index())
        {
            var heading = new BoardBand.Heading(scene, IsContinued: place > 0);
            var begins = place == 0;
            if (page.Count > 0 && (begins ? heading.Height : 0) + band.Height > Room) EndPage();
            if (begins || page.Count == 0) page.Add(heading);
            page.Add(band);
        }
    }

    private void EndPage()
    {
        if (page.Count == 0) return;
        pages.Add(new BoardPage(pages.Count + 1, page));
        page = [];
    }
}
