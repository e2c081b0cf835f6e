using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>A text in its place: where it begins, and what its letters stand on.</summary>
/// <param name="Text">Printable (<see cref="PrintText"/>), of one line.</param>
internal sealed record TextMark(double X, double Y, string Text, Lettering Lettering)
{
    public TextMark At(double left, double top) => this with { X = X + left, Y = Y + top };

    /// <summary>A text that ends at <paramref name="right"/>.</summary>
    public static TextMark EndingAt(double right, double y, string text, Lettering lettering) => new(right - lettering.Width(text), y, text, lettering);
}

/// <summary>A frame in its place.</summary>
/// <param name="Hash">The picture's; null where none is drawn.</param>
internal sealed record FrameMark(XRect Place, string? Hash);
