using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Draws lines of text, each character in the first font that has it.</summary>
internal sealed class Pen
{
    private readonly Dictionary<(FontFile File, double Size), XFont> fonts = [];

    static Pen() => GlobalFontSettings.FontResolver = new Resolver();

    /// <summary>What has been drawn, by font.</summary>
    public Dictionary<FontFile, SortedSet<Rune>> Used { get; } = [];

    /// <param name="text">As it is read, and can be printed (<see cref="PrintText"/>).</param>
    /// <param name="left">In points from the page's left edge.</param>
    /// <param name="y">What the letters stand on, in points from the page's upper edge.</param>
    public void Draw(XGraphics page, string text, double left, double y, Lettering lettering)
    {
        foreach (var run in TextRuns.Of(text, lettering.Face))
        {
            if (!Used.TryGetValue(run.Font, out var used)) Used[run.Font] = used = [];
            used.UnionWith(run.Text.EnumerateRunes());
            page.DrawString(run.Text, Font(run.Font, lettering.Size), lettering.Brush, left + (run.Left * lettering.Size / 1000), y);
        }
    }

    private XFont Font(FontFile file, double size) => fonts.TryGetValue((file, size), out var font) ? font : fonts[(file, size)] =
        new XFont(file.Name, size, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset));

    private sealed class Resolver : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);

        public byte[] GetFont(string faceName) => PrintFonts.Named(faceName).Data.ToArray();
    }
}
