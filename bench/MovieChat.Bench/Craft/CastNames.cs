using System.Text.RegularExpressions;

namespace MovieChat.Bench.Craft;

/// <summary>The names of a film's people, wherever they stand in a text: whole, in part, in capitals.</summary>
internal sealed partial class CastNames
{
    private static readonly HashSet<string> s_titles =
        ["The", "Old", "Young", "Little", "Big", "Mr", "Mrs", "Miss", "Ms", "Dr", "Doctor", "Captain", "Father", "Mother", "Sister", "Brother", "Aunt", "Uncle", "Sir", "Lady", "Professor", "Inspector", "Sergeant", "Judge"];

    private readonly Regex? _names;
    private readonly Regex? _possessives;

    public CastNames(IEnumerable<string> names)
    {
        string[] parts = [.. names.SelectMany(Parts).SelectMany(part => new[] { part, part.ToUpperInvariant() }).Distinct().OrderByDescending(part => part.Length).Select(Regex.Escape)];
        if (parts.Length == 0) return;
        var any = $"(?:{string.Join('|', parts)})";
        _names = new($@"\b{any}(?:[ -]{any})*\b");
        _possessives = new($@"{_names}(?:['’]s\b)?");
    }

    /// <summary>For comparing sentences: every name is N.</summary>
    public string Replace(string text) => _names?.Replace(text, "N") ?? text;

    /// <summary>For telling speakers: every name, with its possessive, is NAME.</summary>
    public string Mask(string text) => _possessives?.Replace(text, "NAME") ?? text;

    /// <summary>The words by which one person may be called.</summary>
    public static IEnumerable<string> Parts(string name) =>
        NamePart().Matches(name).Select(match => match.Value).Where(part => !s_titles.Contains(part));

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{M}'’]+")]
    private static partial Regex NamePart();
}
