using System.Globalization;

namespace MovieChat.Core.Craft;

/// <summary>Numbers of years, in digits or in English words up to ninety-nine.</summary>
internal static class Numbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>A pattern of what <see cref="Read"/> reads.</summary>
    public static string Pattern { get; } = $"(?:[0-9]{{1,3}}|(?:{Any(Tens)})(?:[- ](?:{Any(Small[1..10])}))?|{Any(Small.Reverse())})";

    // At the beginning of a sentence with a capital.
    private static string Any(IEnumerable<string> words) => string.Join('|', words.Select(word => $"[{char.ToUpperInvariant(word[0])}{word[0]}]{word[1..]}"));

    public static int? Read(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)) return digits;
        var words = text.ToLowerInvariant().Split('-', ' ');
        if (Array.IndexOf(Tens, words[0]) is var ten and >= 0) return (20 + (10 * ten)) + (words.Length > 1 ? Array.IndexOf(Small, words[1]) : 0);
        return Array.IndexOf(Small, words[0]) is var small and >= 0 ? small : null;
    }
}
