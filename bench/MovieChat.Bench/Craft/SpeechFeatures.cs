using System.Text.RegularExpressions;

namespace MovieChat.Bench.Craft;

/// <summary>What can be counted in a line by which a voice is told: its words, its length, how it begins and ends. Of what weighs more there is more.</summary>
internal static partial class SpeechFeatures
{
    /// <param name="line">With names masked.</param>
    public static IReadOnlyList<string> Of(string line)
    {
        string[] words = [.. Prose.Words(line).Select(word => word.ToLowerInvariant())];
        var length = words.Length switch { <= 4 => 0, <= 8 => 1, <= 13 => 2, <= 18 => 3, _ => 4 };
        var end = line.Trim() is { Length: > 0 } text ? $"end:{text[^1]}" : "end:";
        var contraction = $"contr:{Contraction().IsMatch(line)}";
        return
        [
            .. words.Select(word => $"w:{word}"),
            .. Enumerable.Repeat($"len:{length}", 3),
            end,
            end,
            .. words.Take(1).Select(word => $"first:{word}"),
            contraction,
            contraction,
            .. Enumerable.Repeat("ell", line.Contains('…', StringComparison.Ordinal) ? 2 : 0),
            $"q:{line.Contains('?', StringComparison.Ordinal)}",
            $"x:{line.Contains('!', StringComparison.Ordinal)}",
            $"sent:{Math.Min(4, Prose.Sentences(line).Count)}",
        ];
    }

    [GeneratedRegex(@"\w['’](?:t|s|re|ve|ll|d|m)\b")]
    private static partial Regex Contraction();
}
