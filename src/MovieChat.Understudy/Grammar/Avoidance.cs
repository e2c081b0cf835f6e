using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Grammar;

/// <summary>What the writer wants kept out of the film, as a pattern of words. "Guns" keeps out pistols and shots as well.</summary>
internal sealed partial class Avoidance
{
    private readonly Regex? _pattern;

    private Avoidance(Regex? pattern) => _pattern = pattern;

    public static Avoidance None { get; } = new(null);

    public static Avoidance Of(Brief? brief)
    {
        if (brief is null) return None;
        var words = brief.Avoid.SelectMany(Words).ToList();
        if (YoungAudience().IsMatch(brief.Audience)) words.AddRange(Shelf.Avoid.Young.Select(Stem));
        return words.Count == 0 ? None : new(new($@"(?<!\p{{L}})({string.Join('|', words.Distinct().Select(Regex.Escape))})", RegexOptions.IgnoreCase));
    }

    public bool Allows(string text) => _pattern is null || !_pattern.IsMatch(text);

    public int Hits(string text) => _pattern?.Count(text) ?? 0;

    private static IEnumerable<string> Words(string entry)
    {
        var words = Word().Matches(entry.ToLowerInvariant()).Select(match => match.Value)
            .Where(word => word.Length > 2 && !Shelf.Avoid.Fillers.Contains(word)).Select(Stem).ToList();
        var kindred = Shelf.Avoid.Groups.Where(group => words.Any(word => Stem(group.Key) == word)).SelectMany(group => group.Value);
        return words.Concat(kindred.Select(Stem));
    }

    // "shooting", "shoots" and "shoot" are one thing to avoid; a stem shorter than four letters would take in strangers.
    private static string Stem(string word)
    {
        var stem = Ending().Replace(word, "");
        return stem.Length >= 4 ? stem : word.TrimEnd('s');
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex("(ings?|ers?|ed|es|s|e|y|ies)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(famil|child|kid|young|all ages)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex YoungAudience();
}
