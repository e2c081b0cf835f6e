using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Insights.Charts;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Bible;

/// <summary>The page of the bible and its types: in points.</summary>
internal static class BibleType
{
    public const double Width = 612, Height = 792, Left = 78, Right = 546, Top = 84, Bottom = 716, Foot = 750;

    public static XBrush Ink { get; } = Brush(ChartColours.Ink);
    public static XBrush Muted { get; } = Brush(ChartColours.Muted);
    public static XBrush Rule { get; } = Brush(ChartColours.Rule);
    public static XBrush Pale { get; } = Brush(ChartColours.Pale);
    public static XBrush Accent { get; } = Brush(ChartColours.Accent);

    public static Lettering Cover { get; } = new(TypeFace.SansBold, 38, Ink);
    public static Lettering Section { get; } = new(TypeFace.SansBold, 25, Ink);
    public static Lettering Name { get; } = new(TypeFace.SansBold, 17, Ink);
    public static Lettering Part { get; } = new(TypeFace.SansBold, 12.5, Ink);
    public static Lettering Body { get; } = new(TypeFace.Sans, 10.5, Ink);
    public static Lettering Strong { get; } = new(TypeFace.SansBold, 10.5, Ink);
    public static Lettering Aside { get; } = new(TypeFace.SansItalic, 10.5, Muted);
    public static Lettering Lead { get; } = new(TypeFace.SansItalic, 14, Ink);
    public static Lettering Small { get; } = new(TypeFace.Sans, 9, Muted);
    public static Lettering Label { get; } = new(TypeFace.SansBold, 9, Muted);
    public static Lettering Number { get; } = new(TypeFace.SansBold, 9, Accent);
    public static Lettering Script { get; } = new(TypeFace.Courier, 10.5, Ink);
    public static Lettering ScriptSmall { get; } = new(TypeFace.Courier, 10, Muted);

    public static XBrush Brush(string colour) => new XSolidBrush(XColor.FromArgb(Convert.ToInt32("FF" + colour[1..], 16)));

    /// <summary>From one line to the next.</summary>
    public static double Leading(Lettering lettering) => Math.Round(lettering.Size * 1.38, 1);
}
