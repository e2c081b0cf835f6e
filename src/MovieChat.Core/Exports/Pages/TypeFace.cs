using System.Globalization;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>A face of the printed page: a character is taken from the first of its fonts that has it, and from the same ones in whatever face, so that a text
/// which can be printed in one (<see cref="PrintText"/>) can be in all.</summary>
internal sealed class TypeFace
{
    /// <summary>The width of every character of Courier, in thousandths of the font's size.</summary>
    public const int Column = 600;

    private static readonly string[] Scripts =
    [
        "DroidSansFallback", "NotoSansSymbols2-Regular", "NotoSansDevanagari-Regular", "NotoSansBengali-Regular", "NotoSansTamil-Regular", "NotoSansTelugu-Regular",
        "NotoSansThai-Regular",
    ];

    private readonly Lazy<FontFile>[] fonts;
    private readonly bool isMonospaced;

    private TypeFace(bool isMonospaced, IEnumerable<string> fonts)
    {
        this.isMonospaced = isMonospaced;
        this.fonts = [.. fonts.Select(PrintFonts.Lazily)];
    }

    /// <summary>What scripts are printed in.</summary>
    public static TypeFace Courier { get; } = new(isMonospaced: true, ["CourierPrime-Regular", "DejaVuSansMono", "DejaVuSans", .. Scripts]);

    public static TypeFace Sans { get; } = OfSans("SourceSans3-Regular");

    /// <summary>Bold where it is Latin, Greek or Cyrillic.</summary>
    public static TypeFace SansBold { get; } = OfSans("SourceSans3-Bold");

    /// <summary>Italic where it is Latin, Greek or Cyrillic.</summary>
    public static TypeFace SansItalic { get; } = OfSans("SourceSans3-It");

    /// <summary>The font for a character; null when none has it. Courier Prime has a few letters of scripts between Latin and punctuation: a word is of one font.</summary>
    public FontFile? For(Rune rune)
    {
        for (var at = isMonospaced && rune.Value is >= 0x370 and < 0x1E00 ? 1 : 0; at < fonts.Length; at++)
            if (fonts[at].Value.Has(rune)) return fonts[at].Value;
        return null;
    }

    /// <summary>The width of a text in thousandths of the font's size. Courier's own, a shade narrower than 600 in this font, counts as 600.</summary>
    public int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>Of Courier as many as half a per cent too wide pass for a column, so that a line of another monospaced font holds as much. A mark upon a letter
    /// takes no room.</summary>
    public int Width(Rune rune)
    {
        if (isMonospaced && rune.Value is >= ' ' and <= '~') return Column;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        var width = For(rune)?.Width(rune) ?? 0;
        return isMonospaced && Math.Abs(width - Column) <= Column / 200 ? Column : width;
    }

    private static TypeFace OfSans(string first) => new(isMonospaced: false, [first, "SourceSans3-Regular", "DejaVuSans", .. Scripts, "CourierPrime-Regular", "DejaVuSansMono"]);
}
