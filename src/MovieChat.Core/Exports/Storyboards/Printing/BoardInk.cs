using MovieChat.Core.Exports.Pages;
using PdfSharp.Drawing;

namespace MovieChat.Core.Exports.Storyboards.Printing;

/// <summary>What a board is printed in: sans serif, but the words that are heard, which are in the script's Courier.</summary>
internal static class BoardInk
{
    public static readonly XBrush Black = new XSolidBrush(XColor.FromArgb(0x1C, 0x1C, 0x1E));
    public static readonly XBrush Grey = new XSolidBrush(XColor.FromArgb(0x6E, 0x6E, 0x73));
    public static readonly XBrush Accent = new XSolidBrush(XColor.FromArgb(0xA8, 0x32, 0x1E));
    public static readonly XBrush Empty = new XSolidBrush(XColor.FromArgb(0xF3, 0xF2, 0xEF));
    public static readonly XPen Border = new(XColor.FromArgb(0x1C, 0x1C, 0x1E), 0.6);
    public static readonly XPen Rule = new(XColor.FromArgb(0x1C, 0x1C, 0x1E), 0.8);

    public static readonly Lettering Header = new(TypeFace.Sans, 8, Grey);
    public static readonly Lettering SceneNumber = new(TypeFace.SansBold, 11, Accent);
    public static readonly Lettering Heading = new(TypeFace.SansBold, 11, Black);
    public static readonly Lettering Aside = new(TypeFace.Sans, 8.5, Grey);
    public static readonly Lettering Summary = new(TypeFace.Sans, 9.5, Black);
    public static readonly Lettering Placeholder = new(TypeFace.Sans, 9, Grey);
}
