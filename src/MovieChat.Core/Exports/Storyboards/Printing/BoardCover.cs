using System.Globalization;
using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>The first page: a frame as large as it can be, the title with who wrote it, and the board in numbers.</summary>
internal sealed class BoardCover
{
    private const double FrameHeight = 385, FactsLeft = 560, FactsValue = 640, TitleWidth = 480, MiddleTop = 220;

    private static readonly Lettering Label = BoardInk.Aside, Value = new(TypeFace.SansBold, 8.5, BoardInk.Black);
    private static readonly Lettering Kind = new(TypeFace.SansBold, 8.5, BoardInk.Accent), Credit = new(TypeFace.Sans, 10, BoardInk.Black);

    private readonly List<TextMark> marks = [];

    private BoardCover()
    {
    }

    public IReadOnlyList<TextMark> Marks => marks;

    /// <summary>Null when no frame is drawn.</summary>
    public FrameMark? Frame { get; private init; }

    public static BoardCover Of(Screenplay film, Storyboard board, CoverPage page)
    {
        var size = BoardLayout.Box(BoardLayout.Right - BoardLayout.Left, FrameHeight, board.Ratio);
        var hash = Strongest(board)?.Hash;
        var cover = new BoardCover { Frame = hash is null ? null : new FrameMark(new XRect(new XPoint(BoardLayout.Left, BoardLayout.Left), size), hash) };
        var top = cover.Frame?.Place.Bottom + 28 ?? MiddleTop;
        cover.AddTitle(board.Title, page, top);
        cover.AddFacts(Facts(film, board, page), top);
        return cover;
    }

    /// <summary>A wide view tells most of a film: the first that shows where it plays, or else its first frame.</summary>
    private static Picture? Strongest(Storyboard board)
    {
        Panel[] drawn = [.. board.Panels.Where(panel => panel.Picture is not null)];
        return (drawn.FirstOrDefault(panel => panel.Shot.Size is "establishing" or "extreme long" or "long") ?? drawn.FirstOrDefault())?.Picture;
    }

    private void AddTitle(string title, CoverPage page, double top)
    {
        var y = top;
        marks.Add(new(BoardLayout.Left, y, "STORYBOARD", Kind));
        var (lines, lettering) = Title(CleanText.Line(title));
        foreach (var line in lines) marks.Add(new(BoardLayout.Left, y += lettering.Size * 1.2, line, lettering));
        y += 6;
        var authors = string.Join(", ", page.Authors.Select(CleanText.Line).Where(name => name.Length > 0));
        foreach (var text in new[] { authors.Length > 0 ? $"written by {authors}" : "", CleanText.Line(page.Source), CleanText.Line(page.Contact) })
            if (FittedText.Line(text, TitleWidth, Credit) is { Length: > 0 } line) marks.Add(new(BoardLayout.Left, y += 15, line, Credit));
    }

    /// <summary>As large as two lines hold it.</summary>
    private static (IReadOnlyList<string> Lines, Lettering Lettering) Title(string title)
    {
        foreach (var size in new[] { 32.0, 24, 18 })
        {
            var lettering = new Lettering(TypeFace.SansBold, size, BoardInk.Black);
            var lines = FittedText.Lines(title, TitleWidth, 3, lettering);
            if (lines.Count <= 2) return (lines, lettering);
        }
        var small = new Lettering(TypeFace.SansBold, 18, BoardInk.Black);
        return (FittedText.Lines(title, TitleWidth, 2, small), small);
    }

    private static IEnumerable<(string Label, string Value)> Facts(Screenplay film, Storyboard board, CoverPage page)
    {
        var shots = board.Panels.Count();
        var drawn = board.Panels.Count(panel => panel.Picture is not null);
        if (page.DraftDate is { } date) yield return ("Draft", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("Scenes", Number(board.Scenes.Count));
        yield return ("Shots", drawn == shots ? Number(shots) : $"{Number(shots)}, {Number(drawn)} of them drawn");
        yield return ("Running time", RunningTime.Shown(board.Seconds));
        yield return ("Aspect ratio", AspectRatios.Shown(film.Look?.AspectRatio));
    }

    private void AddFacts(IEnumerable<(string Label, string Value)> facts, double y)
    {
        foreach (var (label, value) in facts)
        {
            marks.Add(new(FactsLeft, y, label, Label));
            marks.Add(new(FactsValue, y, value, Value));
            y += 15;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
