using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Bible;

/// <summary>Something on a page. Measures are in points from the page's upper left corner.</summary>
internal abstract record BibleMark
{
    private BibleMark()
    {
    }

    /// <param name="Y">What the letters stand on.</param>
    public sealed record Words(string Text, double X, double Y, Lettering Lettering) : BibleMark;

    public sealed record Box(double X, double Y, double Width, double Height, XBrush Brush) : BibleMark;

    /// <param name="Bytes">A JPEG or PNG.</param>
    public sealed record Image(double X, double Y, double Width, double Height, byte[] Bytes) : BibleMark;

    /// <summary>Leads to a page when it is pressed.</summary>
    /// <param name="Page">Of the body, the first is 0.</param>
    public sealed record Link(double X, double Y, double Width, double Height, int Page) : BibleMark;
}

/// <summary>One page of the bible.</summary>
internal sealed class BiblePage
{
    public List<BibleMark> Marks { get; } = [];

    /// <summary>Whether the film's title and the page's number stand at its foot.</summary>
    public bool HasFoot { get; init; } = true;
}

/// <summary>Something that can be found by the contents and the outlines.</summary>
/// <param name="Level">0 for a section, 1 for what is in it.</param>
/// <param name="Page">Of the body, the first is 0.</param>
/// <param name="IsListed">Whether it stands in the contents too, and not only in the outlines.</param>
internal sealed record BibleEntry(string Title, int Level, int Page, bool IsListed);
