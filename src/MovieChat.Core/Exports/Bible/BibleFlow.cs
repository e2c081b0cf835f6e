using MovieChat.Core.Exports.Pages;

namespace MovieChat.Core.Exports.Bible;

/// <summary>Sets texts one below the other, on as many pages as they take.</summary>
internal sealed class BibleFlow
{
    private const double FactIndent = 96;

    private readonly List<BiblePage> pages = [];
    private readonly List<BibleEntry> entries = [];
    private double y = double.PositiveInfinity;

    public IReadOnlyList<BiblePage> Pages => pages;

    public IReadOnlyList<BibleEntry> Entries => entries;

    /// <summary>The upper edge of what is set next, in points from the top.</summary>
    public double Y => y;

    public double Room => BibleType.Bottom - y;

    private bool IsAtTop => y <= BibleType.Top;

    /// <summary>Clean and printable, as every text must be that is set.</summary>
    public static string Printable(string text) => PrintText.Of(CleanText.Block(text));

    public static double HeightOf(string text, Lettering lettering, double width) =>
        text.Length == 0 ? 0 : LineBreaker.Lines(text, width, lettering).Count() * BibleType.Leading(lettering);

    /// <summary>The text in one line, with an ellipsis where it is cut.</summary>
    public static string Fit(string text, Lettering lettering, double width) => FittedText.Line(CleanText.Line(text), width, lettering);

    public void NewPage()
    {
        pages.Add(new BiblePage());
        y = BibleType.Top;
    }

    /// <summary>Goes on upon the next page when there is less room than this.</summary>
    public void Need(double height)
    {
        if (pages.Count == 0 || (height > Room && !IsAtTop)) NewPage();
    }

    /// <summary>Leaves room below what was set; at the head of a page there is enough.</summary>
    public void Space(double height)
    {
        if (!IsAtTop) y += height;
    }

    public void Add(BibleMark mark) => pages[^1].Marks.Add(mark);

    /// <summary>Takes the room that marks stand in which were added beside the flow.</summary>
    public void Take(double height) => y += height;

    public void List(string title, int level, bool isListed = true) => entries.Add(new(Fit(title, BibleType.Body, 380), level, pages.Count - 1, isListed));

    public void Section(string title)
    {
        NewPage();
        List(title, 0);
        Add(new BibleMark.Box(BibleType.Left, y - 18, 28, 3, BibleType.Accent));
        Text(title, BibleType.Section);
        Space(14);
    }

    /// <summary>A heading with as much room below it as a few lines take.</summary>
    public void Part(string title)
    {
        Need(BibleType.Leading(BibleType.Part) + (3 * BibleType.Leading(BibleType.Body)));
        Text(title, BibleType.Part);
        Space(3);
    }

    /// <summary>Sets a text in lines. Never one line of several alone at a page's head or foot.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="left">From the left margin.</param>
    /// <param name="width">0 for all that there is.</param>
    public void Text(string text, Lettering lettering, double left = 0, double width = 0)
    {
        var printable = Printable(text);
        if (printable.Length == 0) return;
        var leading = BibleType.Leading(lettering);
        var lines = LineBreaker.Lines(printable, width > 0 ? width : BibleType.Right - BibleType.Left - left, lettering).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            var rest = lines.Count - at;
            Need(leading * (at == 0 ? Math.Min(2, rest) : rest == 2 ? 2 : 1));
            Line(lines[at], lettering, left);
        }
    }

    /// <summary>A label on the left, and beside it the text that it is about; without a text, nothing.</summary>
    public void Fact(string label, string text, Lettering? lettering = null, double width = 0)
    {
        if (Printable(text).Length == 0) return;
        Need(2 * BibleType.Leading(BibleType.Body));
        Add(new BibleMark.Words(Fit(label, BibleType.Label, FactIndent - 8), BibleType.Left, y + Ascent(lettering ?? BibleType.Body), BibleType.Label));
        Text(text, lettering ?? BibleType.Body, FactIndent, width > 0 ? width - FactIndent : 0);
        Space(5);
    }

    /// <summary>A thin line over the width.</summary>
    public void Rule()
    {
        Add(new BibleMark.Box(BibleType.Left, y, BibleType.Right - BibleType.Left, 0.6, BibleType.Rule));
        y += 8;
    }

    /// <summary>A text of one line at the right margin, beside what is set next.</summary>
    public void AtRight(string text, Lettering lettering)
    {
        var line = PrintText.Of(CleanText.Line(text));
        Add(new BibleMark.Words(line, BibleType.Right - lettering.Width(line), y + Ascent(lettering), lettering));
    }

    /// <summary>How far below a line's upper edge its letters stand.</summary>
    public static double Ascent(Lettering lettering) => lettering.Size;

    private void Line(string line, Lettering lettering, double left)
    {
        if (line.Length > 0) Add(new BibleMark.Words(line, BibleType.Left + left, y + Ascent(lettering), lettering));
        y += BibleType.Leading(lettering);
    }
}
