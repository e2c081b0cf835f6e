using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>A place of a heading as a sentence says it: <c>HALL OF THE DIVERS</c> is the hall of the divers.</summary>
internal static partial class PlaceName
{
    public static string Of(Story story, string heading)
    {
        var told = $"{story.Premise.AllText} {story.Film.Scene?.Summary} {string.Join(' ', story.Film.Synopsis?.Lines ?? [])}";
        var lower = Word().Replace(heading.Split(',')[0].Trim(), word => IsName(word.Value, told) ? Capital(word.Value) : word.Value.ToLowerInvariant());
        foreach (var name in story.People.Select(person => person.Name).Append(story.Slots["town"] ?? "").Where(name => name.Length > 1))
        {
            lower = Regex.Replace(lower, $@"(?<!\p{{L}}){Regex.Escape(name)}(?!\p{{L}})", name.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.IgnoreCase);
        }

        return Article().IsMatch(lower) || char.IsUpper(lower.FirstOrDefault()) ? lower : $"the {lower}";
    }

    // A name has a capital wherever the story tells of it.
    private static bool IsName(string word, string told) =>
        word.Length > 3 && !Mentions(told, word.ToLowerInvariant()) && Mentions(told, Capital(word));

    private static bool Mentions(string told, string word) => Sentences.Mentions(told, word) || Sentences.Mentions(told, word + "s");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();

    [GeneratedRegex(@"\p{L}+(['’]\p{L}+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A(the|a|an|under|behind)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Article();
}
