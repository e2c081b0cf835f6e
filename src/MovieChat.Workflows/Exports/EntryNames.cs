using System.Globalization;
using System.Text;

namespace MovieChat.Workflows.Exports;

/// <summary>Names of files in a bundle, made from what people wrote: safe on every file system, and none of them twice.</summary>
internal sealed class EntryNames
{
    /// <summary>In bytes of UTF-8, without folder and ending: file systems have room for 255, some tools for less.</summary>
    private const int Most = 120;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">With a slash at its end.</param>
    /// <param name="nameless">What is called so when nothing is left of <paramref name="text"/>.</param>
    public string Of(string folder, string text, string nameless, string ending)
    {
        var name = Safe(text, nameless);
        for (var number = 1; ; number++)
        {
            var full = $"{folder}{name}{(number == 1 ? "" : $" ({number.ToString(CultureInfo.InvariantCulture)})")}{ending}";
            if (_taken.Add(full)) return full;
        }
    }

    /// <summary>Letters, digits, spaces, dashes and underscores; whatever else there is becomes a dash.</summary>
    public static string Safe(string text, string nameless)
    {
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = IsSafe(rune) ? rune : new Rune('-');
            if (next.Value == '-' && name.Length > 0 && name[^1] == '-') continue;
            if ((bytes += next.Utf8SequenceLength) > Most) break;
            name.Append(next.ToString());
        }

        var found = name.ToString().Trim(' ', '-');
        if (!found.EnumerateRunes().Any(Rune.IsLetterOrDigit)) return nameless;
        return IsDevice(found) ? $"_{found}" : found;
    }

    private static bool IsSafe(Rune rune) => rune.Value is ' ' or '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>What Windows takes for a device, whatever ending it has.</summary>
    private static bool IsDevice(string name) => name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (name.Length == 4 && (name[..3].ToUpperInvariant() is "COM" or "LPT") && char.IsDigit(name[3]));
}
