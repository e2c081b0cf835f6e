using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;

namespace MovieChat.Core.Insights.Charts;

/// <summary>The few colours of all charts, as <c>#rrggbb</c>. Blue and orange stay apart for every kind of colour blindness, and in grey.</summary>
internal static class ChartColours
{
    public const string Ink = "#1c242e", Muted = "#5f6b7a", Rule = "#dde2e8", Pale = "#f1f3f6", Main = "#24527a", MainPale = "#a9c2d9", Accent = "#c8641b";
}

/// <summary>How a word of a chart is written.</summary>
/// <param name="Size">In pixels of the chart.</param>
internal sealed record WordStyle(TypeFace Face, double Size, string Colour)
{
    public static WordStyle Title { get; } = new(TypeFace.SansBold, 18, ChartColours.Ink);
    public static WordStyle Note { get; } = new(TypeFace.Sans, 12.5, ChartColours.Muted);
    public static WordStyle Label { get; } = new(TypeFace.Sans, 12.5, ChartColours.Ink);
    public static WordStyle Strong { get; } = new(TypeFace.SansBold, 12.5, ChartColours.Ink);
    public static WordStyle Small { get; } = new(TypeFace.Sans, 11, ChartColours.Muted);

    public double Width(string text) => Face.Width(text) * Size / 1000;

    /// <param name="scale">How many points a pixel of the chart is.</param>
    public Lettering Lettering(double scale) => new(Face, Size * scale, new XSolidBrush(XColor.FromArgb(255, Part(1), Part(3), Part(5))));

    private int Part(int at) => Convert.ToInt32(Colour.Substring(at, 2), 16);
}
