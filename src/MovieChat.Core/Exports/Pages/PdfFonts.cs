using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Pages;

/// <summary>What PDFsharp says of embedded fonts, said better: their names, which it draws by lot and with spaces, and which text their glyphs stand for, where
/// it cuts what is beyond U+FFFF.</summary>
internal static class PdfFonts
{
    private const int MostPerBlock = 100;

    private static readonly string[] NameKeys = ["/BaseFont", "/FontName"];

    public static void Complete(PdfDocument document, Dictionary<FontFile, SortedSet<Rune>> used)
    {
        foreach (var part in document.Internals.GetAllObjects().OfType<PdfDictionary>())
            foreach (var key in NameKeys)
                if (part.Elements.ContainsKey(key) && part.Elements.GetName(key) is ['/', _, _, _, _, _, _, '+', .. var name])
                    Complete(document, part, key, name, used);
    }

    private static void Complete(PdfDocument document, PdfDictionary part, string key, string name, Dictionary<FontFile, SortedSet<Rune>> used)
    {
        var at = used.Keys.ToList().FindIndex(file => Bare(file.Name) == Bare(name));
        if (at < 0) return;
        var (font, runes) = used.ElementAt(at);
        // Six letters in front tell that a part of the font is embedded.
        part.Elements.SetName(key, $"/MOVIE{(char)('A' + at)}+{font.Name}");
        if (!part.Elements.ContainsKey("/ToUnicode")) return;
        var map = new PdfDictionary(document);
        map.CreateStream(Encoding.ASCII.GetBytes(Map(font, runes)));
        document.Internals.AddObject(map);
        part.Elements.SetReference("/ToUnicode", map);
    }

    /// <summary>A font is named "Source Sans 3,Italic" there: it may leave out that it is the regular one of its family, and write Italic in full.</summary>
    private static string Bare(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).Replace("Regular", "", StringComparison.Ordinal).Replace("Italic", "It", StringComparison.Ordinal);

    private static string Map(FontFile font, SortedSet<Rune> runes)
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """);
        foreach (var block in runes.DistinctBy(font.Glyph).OrderBy(font.Glyph).Chunk(MostPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var rune in block)
                map.Append(CultureInfo.InvariantCulture, $"<{font.Glyph(rune):X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Letter(rune)))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Letter(Rune rune) => (ArabicShapes.LetterOf(rune) ?? rune).ToString();
}
