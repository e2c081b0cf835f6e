using System.Text;
using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Grammar;

/// <summary>Sentences as text: splitting, counting, capitals.</summary>
internal static partial class Sentences
{
    public static List<string> Split(string text) =>
        [.. Boundary().Split(text.Trim()).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    public static string Join(params IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    /// <summary>A capital at the start and after every full stop, question or exclamation mark.</summary>
    public static string Capitalised(string text)
    {
        var result = new StringBuilder(text);
        foreach (Match start in Start().Matches(text)) result[start.Index + start.Length - 1] = char.ToUpperInvariant(text[start.Index + start.Length - 1]);
        return result.ToString();
    }

    /// <summary>The text with a full stop at its end, unless it ends in a mark of its own.</summary>
    public static string Closed(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || ".!?…\"”。！？".Contains(trimmed[^1]) ? trimmed : trimmed.TrimEnd(',', ';', ':') + ".";
    }

    /// <summary>Whether <paramref name="word"/> stands in the text as a word of its own, in this very spelling.</summary>
    public static bool Mentions(string text, string word) => word.Length > 0 && WholeWord(word).IsMatch(text);

    public static string ReplaceWord(string text, string word, string by) =>
        word.Length == 0 ? text : WholeWord(word).Replace(text, by.Replace("$", "$$"));

    // Scripts without spaces between words have no word boundary to look for.
    private static Regex WholeWord(string word) =>
        char.IsUpper(word[0]) || char.IsLower(word[0])
            ? new($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}(?![\p{{L}}\p{{N}}])")
            : new(Regex.Escape(word));

    [GeneratedRegex(@"(?<=(?<!\b(Mr|Mrs|Ms|Dr|St))[.!?…][""”’)]?)\s+(?=[^\p{Ll}])|(?<=[。！？])|\n+", RegexOptions.ExplicitCapture)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(\A|[.!?]\s+)[""“‘(]?\p{Ll}", RegexOptions.ExplicitCapture)]
    private static partial Regex Start();
}
