using System.Globalization;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Clean text (<see cref="CleanText"/>) as it can be printed: what no font has stands as its number, <c>[U+1F9FF]</c>, and can be read and found;
/// what is never seen (joiners, marks of direction, variation selectors) goes; any space without a glyph is a plain one.</summary>
internal static class PrintText
{
    public static string Of(string text)
    {
        if (text.All(letter => letter is (>= ' ' and <= '~') or '\n')) return text;
        var print = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(print, rune);
        return print.ToString();
    }

    private static void Append(StringBuilder print, Rune rune)
    {
        if (rune.Value == '\n' || (!IsInvisible(rune) && TypeFace.Courier.For(rune) is not null))
            print.Append(rune.ToString());
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
            print.Append(' ');
        else if (!IsInvisible(rune))
            print.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
    }

    // Arabic signs that enclose a number (U+0600…) are of the same category, and are seen.
    private static bool IsInvisible(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF)
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && rune.Value is not ((>= 0x600 and <= 0x605) or 0x6DD));
}
