using System.Buffers;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Draws lines of text, each character in the first font that has it.</summary>
internal sealed class Pen
{
    private readonly Dictionary<FontFile, XFont> fonts = [];

    static Pen() => GlobalFontSettings.FontResolver = new Resolver();

    /// <summary>What has been drawn, by font.</summary>
    public Dictionary<FontFile, SortedSet<Rune>> Used { get; } = [];

    /// <summary>The width of a text in points.</summary>
    public static double Width(ReadOnlySpan<char> text) => PrintFonts.Width(text) * PageRules.FontSize / 1000;

    /// <param name="text">As it is read.</param>
    /// <param name="line">The line of the page, the first is 0.</param>
    public void Draw(XGraphics page, string text, double left, double line)
    {
        var visible = VisualOrder.Of(ArabicShapes.Of(text));
        var letter = 0.0;
        for (int at = 0, length; at < visible.Length; at += length)
        {
            var font = FontAt(visible, at, out var first, out length);
            var isMark = IsWideMark(font, first);
            while (!isMark && at + length < visible.Length && FontAt(visible, at + length, out var next, out var more) == font && !IsWideMark(font, next))
                length += more;
            var run = visible.AsSpan(at, length);
            Draw(page, font, run.ToString(), isMark ? left - letter : left, PageRules.FirstLine + (line * PageRules.LineHeight));
            left += Width(run);
            if (!isMark && Rune.DecodeLastFromUtf16(run, out var last, out _) == OperationStatus.Done)
                letter = PrintFonts.Width(last) * PageRules.FontSize / 1000;
        }
    }

    private void Draw(XGraphics page, FontFile font, string run, double x, double y)
    {
        if (string.IsNullOrWhiteSpace(run)) return;
        if (!Used.TryGetValue(font, out var used)) Used[font] = used = [];
        used.UnionWith(run.EnumerateRunes());
        page.DrawString(run, Font(font), XBrushes.Black, x, y);
    }

    // A printable text has nothing that no font has.
    private static FontFile FontAt(string text, int at, out Rune rune, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out length);
        return PrintFonts.For(rune) ?? PrintFonts.For(new Rune('?'))!;
    }

    /// <summary>Monospaced fonts have marks as wide as letters: they are drawn over the letter before.</summary>
    private static bool IsWideMark(FontFile font, Rune rune) => rune.Value >= 0x300 && PrintFonts.Width(rune) == 0 && font.Width(rune) > 0;

    private XFont Font(FontFile file) => fonts.TryGetValue(file, out var font) ? font : fonts[file] =
        new XFont(file.Name, PageRules.FontSize, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset));

    private sealed class Resolver : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);

        public byte[] GetFont(string faceName) => PrintFonts.Named(faceName).Data.ToArray();
    }
}
