using System.Text.RegularExpressions;

namespace MovieChat.Bench.Craft;

/// <summary>Words and sentences of running text.</summary>
internal static partial class Prose
{
    /// <summary>Shorter sentences anybody may say twice.</summary>
    private const int LeastWords = 4;

    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    public static int Count(IEnumerable<string> texts) => texts.Sum(text => Word().Count(text));

    public static IReadOnlyList<string> Sentences(string text) => [.. SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    /// <summary>The text's sentences of some length as they are compared: words in lower case, without marks.</summary>
    /// <param name="text">With its names replaced, so that a sentence said of somebody else is the same.</param>
    public static IEnumerable<string> Comparable(string text) =>
        Sentences(text).Select(Words).Where(words => words.Count >= LeastWords).Select(words => string.Join(' ', words).ToLowerInvariant());

    [GeneratedRegex(@"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=[.!?…])[\"”’)]?\\s+")]
    private static partial Regex SentenceEnd();
}
