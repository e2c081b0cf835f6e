using System.Globalization;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Joins Arabic letters: each is drawn in the form that its neighbours ask for, which Unicode has as characters of their own (the presentation forms).</summary>
internal static class ArabicShapes
{
    /// <summary>How many forms the letters from U+0621 to U+063A and from U+0641 to U+064A have, in the order in which their forms stand from U+FE80 on:
    /// alone; alone and final; alone, final, initial and medial.</summary>
    private const string Forms = "122224242444442222444444444444444224";

    private static readonly Dictionary<int, (int First, int Count)> Letters = Arabic().Concat(Persian()).ToDictionary();

    /// <summary>What a drawn form is read as; null when the character is none.</summary>
    public static Rune? LetterOf(Rune form)
    {
        foreach (var (letter, (first, count)) in Letters)
            if (form.Value >= first && form.Value < first + count) return new Rune(letter);
        return null;
    }

    /// <param name="text">In the order in which it is read.</param>
    public static string Of(string text)
    {
        if (!text.Any(letter => letter is >= '\u0621' and <= '\u06FF')) return text;
        var runes = text.EnumerateRunes().ToArray();
        var shaped = new StringBuilder(text.Length);
        for (var at = 0; at < runes.Length; at++)
            shaped.Append((Letters.TryGetValue(runes[at].Value, out var letter) ? new Rune(letter.First + Form(runes, at, letter.Count)) : runes[at]).ToString());
        return shaped.ToString();
    }

    private static int Form(Rune[] runes, int at, int count)
    {
        var before = count > 1 && JoinsNext(Neighbour(runes, at, -1));
        var after = count > 2 && JoinsBefore(Neighbour(runes, at, 1));
        return (before ? 1 : 0) + (after ? 2 : 0);
    }

    /// <summary>Marks upon a letter stand between no two letters.</summary>
    private static int Neighbour(Rune[] runes, int at, int step)
    {
        do at += step;
        while (at >= 0 && at < runes.Length && Rune.GetUnicodeCategory(runes[at]) == UnicodeCategory.NonSpacingMark);
        return at >= 0 && at < runes.Length ? runes[at].Value : 0;
    }

    private static bool JoinsNext(int letter) => letter == 0x640 || (Letters.TryGetValue(letter, out var forms) && forms.Count > 2);

    private static bool JoinsBefore(int letter) => letter == 0x640 || (Letters.TryGetValue(letter, out var forms) && forms.Count > 1);

    private static IEnumerable<KeyValuePair<int, (int, int)>> Arabic()
    {
        var form = 0xFE80;
        for (var at = 0; at < Forms.Length; at++)
        {
            var count = Forms[at] - '0';
            yield return new((at < 26 ? 0x621 : 0x641 - 26) + at, (form, count));
            form += count;
        }
    }

    private static IEnumerable<KeyValuePair<int, (int, int)>> Persian() =>
        [new(0x67E, (0xFB56, 4)), new(0x686, (0xFB7A, 4)), new(0x698, (0xFB8A, 2)), new(0x6A9, (0xFB8E, 4)), new(0x6AF, (0xFB92, 4)), new(0x6CC, (0xFBFC, 4))];
}
