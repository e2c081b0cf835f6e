using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Pages;

/// <summary>How a text is printed.</summary>
/// <param name="Size">In points.</param>
internal sealed record Lettering(TypeFace Face, double Size, XBrush Brush)
{
    /// <summary>The width of a text in points.</summary>
    public double Width(ReadOnlySpan<char> text) => Face.Width(text) * Size / 1000;
}
