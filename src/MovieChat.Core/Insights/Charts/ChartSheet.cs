using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Pages;
using ScottPlot;

namespace MovieChat.Core.Insights.Charts;

/// <summary>A chart while it is made: marks, which ScottPlot draws, and words, which stand beside them as data. The words are written by whoever shows the chart,
/// so that they are text in SVG and PDF, in the fonts of the house, and never markup.</summary>
internal sealed class ChartSheet
{
    public const double Margin = 16;

    private const int MostTitle = 300;

    private readonly List<ChartWord> words = [];

    public ChartSheet(string title, string note, ChartSize size)
    {
        (Title, Note, Width, Height) = (title, note, size.Width, size.Height);
        Plot.FigureBackground.Color = Colors.White;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.HideAxesAndGrid();
        WriteHead(title, note);
    }

    public string Title { get; }

    /// <summary>The chart in words, for those who do not see it.</summary>
    public string Note { get; }

    public int Width { get; }

    public int Height { get; }

    public Plot Plot { get; } = new();

    public IReadOnlyList<ChartWord> Words => words;

    /// <summary>Where the head ends, in pixels from the top.</summary>
    public double Top { get; private set; } = Margin;

    public static Color Colour(string name) => Color.FromHex(name);

    /// <summary>Says what the marks stand in: a rectangle in pixels, and the values at its edges.</summary>
    public ChartFrame Frame(double left, double top, double right, double bottom, double x0, double x1, double y0, double y1)
    {
        var frame = new ChartFrame(left, top, Math.Max(right, left + 10), Math.Max(bottom, top + 10), x0, x1, y0, y1);
        Plot.Layout.Fixed(new PixelPadding((float)frame.Left, (float)Math.Max(0, Width - frame.Right), (float)Math.Max(0, Height - frame.Bottom), (float)frame.Top));
        Plot.Axes.SetLimits(x0, x1, y0, y1);
        return frame;
    }

    /// <summary>Writes a word, unless it would meet another or leave the chart.</summary>
    /// <param name="room">How wide it may be, in pixels; what is longer is cut.</param>
    /// <returns>Whether it stands.</returns>
    public bool Write(string text, double x, double y, WordStyle style, Anchor anchor = Anchor.Start, double room = double.PositiveInfinity)
    {
        var word = new ChartWord(Fit(text, style, Math.Min(room, Width - (2 * Margin))), x, y, anchor, style);
        if (word.Text.Length == 0 || word.Left < 0 || word.Right > Width || word.Top < 0 || word.Bottom > Height || words.Exists(word.Meets)) return false;
        words.Add(word);
        return true;
    }

    /// <summary>The text in one line, with an ellipsis where it is cut.</summary>
    public static string Fit(string text, WordStyle style, double room)
    {
        var whole = PrintText.Of(CleanText.Line(text.Length > MostTitle ? text[..MostTitle] : text));
        if (style.Width(whole) <= room) return whole;
        var end = whole.Length;
        while (end > 0 && style.Width(whole[..end].TrimEnd() + "…") > room) end -= end > 1 && char.IsLowSurrogate(whole[end - 1]) ? 2 : 1;
        return end == 0 ? "" : whole[..end].TrimEnd() + "…";
    }

    private void WriteHead(string title, string note)
    {
        Write(title, Margin, Top + 16, WordStyle.Title);
        Top += 24;
        foreach (var line in LineBreaker.Lines(PrintText.Of(CleanText.Line(note)), Width - (2 * Margin), WordStyle.Note.Lettering(1)).Take(3))
        {
            Top += 16;
            Write(line, Margin, Top, WordStyle.Note);
        }
        Top += 14;
    }
}
