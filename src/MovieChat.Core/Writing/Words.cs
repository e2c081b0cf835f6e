using System.Text.RegularExpressions;

namespace MovieChat.Core.Writing;

/// <summary>Words and names in running text.</summary>
internal static partial class Words
{
    /// <summary>Runs of letters, digits, apostrophes and hyphens, of any script.</summary>
    public static int Count(string text) => WordPattern().Count(text);

    /// <summary>Names that act as persons in <paramref name="text"/> and are none of <paramref name="known"/>: those with an honorific
    /// before them, and capitalised words within a sentence that do what only people do. A diagnostic that prefers to miss one over
    /// taking a place for a person.</summary>
    public static IEnumerable<string> Strangers(string text, IEnumerable<string> known)
    {
        var familiar = known.SelectMany(name => WordPattern().Matches(name)).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return TitledPattern().Matches(text).Concat(ActingPattern().Matches(text))
            .Select(match => match.Groups["name"].Value)
            .Where(name => !familiar.Contains(name) && !NeverNames.Contains(name))
            .Distinct();
    }

    /// <summary>Capitalised within a sentence, and no person.</summary>
    private static readonly HashSet<string> NeverNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "I", "He", "She", "They", "We", "You", "It", "Who", "Nobody", "Everyone", "Somebody", "Someone", "God", "Death", "Time", "Love",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mother", "Father", "Mum", "Mom", "Dad", "Grandma",
        "Grandpa", "Parliament", "Congress", "Court", "Church", "Council",
    };

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? (?<name>\p{Lu}\p{Ll}+)", RegexOptions.ExplicitCapture)]
    private static partial Regex TitledPattern();

    [GeneratedRegex(
        @"(?<=[\p{Ll},;] )(?<!\b(?:in|at|from|of|to|near|on|off|for|outside|into|through) )(?<name>\p{Lu}\p{Ll}+) (says|tells|asks|answers|admits|confesses|lies to|refuses to|decides to|realises|realizes|remembers|begs|promises|whispers|shouts|argues|believes|persuades|convinces|apologises|apologizes|hugs|kisses|marries|slaps)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ActingPattern();
}
