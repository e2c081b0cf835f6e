using System.Text;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;

namespace MovieChat.Core.Authorship.Print;

/// <summary>Draws text in the house's sans serif.</summary>
internal sealed class SansPen
{
    private readonly Pen _pen = new();

    /// <summary>What has been drawn, by font.</summary>
    public Dictionary<FontFile, SortedSet<Rune>> Used => _pen.Used;

    /// <summary>In points.</summary>
    public static double Width(ReadOnlySpan<char> text, double size) => TypeFace.Sans.Width(text) * size / 1000;

    /// <summary>A text as it can be printed, on one line.</summary>
    public static string Line(string text) => PrintText.Of(CleanText.Line(text));

    /// <summary>What fits on one line.</summary>
    /// <param name="width">In points.</param>
    public static string Fit(string text, double width, double size) => FittedText.Line(CleanText.Line(text), width, new(TypeFace.Sans, size, XBrushes.Black));

    /// <summary>As many lines as there may be; the last one tells that there is more.</summary>
    /// <param name="width">In points.</param>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int most) => FittedText.Lines(CleanText.Line(text), width, most, new(TypeFace.Sans, size, XBrushes.Black));

    /// <param name="y">What the letters stand on.</param>
    public void Draw(XGraphics page, string text, double x, double y, double size, XBrush brush) =>
        _pen.Draw(page, text, x, y, new(TypeFace.Sans, size, brush));
}
