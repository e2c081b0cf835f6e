using System.Text;
using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Grammar;

/// <summary>Sentences as text: splitting, counting, capitals.</summary>
internal static partial class Sentences
{
    /// <summary>A main clause has about as many words.</summary>
    private const int FewestWords = 7;

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

    /// <summary>The sentence without its last clause, where what is left is still one; else as it is.</summary>
    public static string Shortened(string sentence)
    {
        var cuts = LastClause().Matches(sentence).Where(cut => Words(sentence[..cut.Index]) >= FewestWords).ToList();
        return cuts.Count == 0 ? sentence : Closed(sentence[..cuts[^1].Index]);
    }

    /// <summary>Whether <paramref name="word"/> stands in the text as a word of its own, in this very spelling.</summary>
    public static bool Mentions(string text, string word) => Find(text, word, 0) >= 0;

    public static string ReplaceWord(string text, string word, string by)
    {
        var result = new StringBuilder();
        var from = 0;
        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, from))
        {
            result.Append(text, from, at - from).Append(by);
            from = at + word.Length;
        }
        return result.Append(text, from, text.Length - from).ToString();
    }

    private static int Find(string text, string word, int from)
    {
        if (word.Length == 0) return -1;
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (IsEdge(text, at - 1, word[0]) && IsEdge(text, at + word.Length, word[^1])) return at;
        }
        return -1;
    }

    // Scripts without spaces between words have no edge to look for.
    private static bool IsEdge(string text, int at, char inside) =>
        at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]) || !(char.IsUpper(inside) || char.IsLower(inside) || char.IsDigit(inside));

    [GeneratedRegex(@"(?<=(?<!\b(Mr|Mrs|Ms|Dr|St))[.!?…][""”’)]?)\s+(?=[^\p{Ll}])|(?<=[。！？])|\n+", RegexOptions.ExplicitCapture)]
    private static partial Regex Boundary();

    [GeneratedRegex(@",? (because|while|until|so that|which|where|when)\b|, (and|but|who|for|with|or)\b|;", RegexOptions.ExplicitCapture)]
    private static partial Regex LastClause();

    [GeneratedRegex(@"(\A|[.!?]\s+)[""“‘(]?\p{Ll}", RegexOptions.ExplicitCapture)]
    private static partial Regex Start();
}
