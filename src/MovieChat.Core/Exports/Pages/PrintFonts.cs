using System.Globalization;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>The fonts of a printed page, in the order in which a character looks for one that has it. Each is read when a film first needs it.</summary>
internal static class PrintFonts
{
    private static readonly Lazy<FontFile>[] Files =
    [
        .. new[]
        {
            "CourierPrime-Regular", "DejaVuSansMono", "DejaVuSans", "DroidSansFallback", "NotoSansSymbols2-Regular", "NotoSansDevanagari-Regular",
            "NotoSansBengali-Regular", "NotoSansTamil-Regular", "NotoSansTelugu-Regular", "NotoSansThai-Regular",
        }.Select(name => new Lazy<FontFile>(() => Read(name))),
    ];

    /// <summary>The width of every character of Courier, in thousandths of the font's size.</summary>
    public const int Column = 600;

    /// <summary>The font for a character; null when none has it. Courier Prime has a few letters of scripts between Latin and punctuation: a word is of one font.</summary>
    public static FontFile? For(Rune rune)
    {
        for (var at = rune.Value is >= 0x370 and < 0x1E00 ? 1 : 0; at < Files.Length; at++)
            if (Files[at].Value.Has(rune)) return Files[at].Value;
        return null;
    }

    public static FontFile Named(string name) => Files.First(file => file.Value.Name == name).Value;

    /// <summary>The width of a text in thousandths of the font's size. Courier's own, a shade narrower than 600 in this font, counts as 600.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>As many as half a per cent too wide pass for a column, so that a line of another monospaced font holds as much. A mark upon a letter takes no room.</summary>
    public static int Width(Rune rune)
    {
        if (rune.Value is >= ' ' and <= '~') return Column;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        var width = For(rune)?.Width(rune) ?? 0;
        return Math.Abs(width - Column) <= Column / 200 ? Column : width;
    }

    private static FontFile Read(string name)
    {
        using var stream = typeof(PrintFonts).Assembly.GetManifestResourceStream($"Fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"Fonts/{name}.ttf is not in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new FontFile(name, data);
    }
}
