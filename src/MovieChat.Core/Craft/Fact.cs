using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>Something that the film has stated, and where.</summary>
/// <param name="Subject">The id of a person, the name of a place or a thing.</param>
/// <param name="Property">What of it: <c>age</c>, <c>sister of tom</c>, <c>left arm</c>.</param>
internal sealed record Fact(string Subject, string Property, string Value, Passage Where)
{
    /// <summary>The words that state it.</summary>
    public string Quote { get; init; } = Where.Text;

    public Evidence Evidence => Where.Quoted(Quote);
}

/// <summary>The people of the cast as texts name them: by their whole name, or by its first word where nobody else's begins so.</summary>
internal sealed class Names
{
    /// <summary>One or two capitalised words: whether they are a name, <see cref="IdOf"/> tells.</summary>
    private const string Capitalised = @"\p{Lu}[\p{L}'’-]*\p{L}(?: \p{Lu}[\p{L}'’-]*\p{L})?";

    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public Names(Cast? cast)
    {
        var people = cast?.Characters ?? [];
        foreach (var person in people) _ids.TryAdd(person.Name.Trim(), person.Id);
        foreach (var first in people.GroupBy(person => First(person.Name), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() == 1 && group.Key.Length > 1))
        {
            _ids.TryAdd(first.Key, first.Single().Id);
        }
    }

    /// <summary>The id of whom a match of <see cref="Pattern"/> names; null when it is nobody of the cast. "Then Mara" is Mara.</summary>
    public string? IdOf(string name)
    {
        name = name.Trim();
        if (_ids.TryGetValue(name, out var id)) return id;
        return name.LastIndexOf(' ') is var space and > 0 && _ids.TryGetValue(name[(space + 1)..], out id) ? id : null;
    }

    public bool Has(string name) => _ids.ContainsKey(name);

    /// <summary>A pattern in which <c>@</c> stands for what may be a name.</summary>
    /// <remarks>Texts come from anywhere: without backtracking no text makes it slow.</remarks>
    public static Regex Pattern(string pattern) =>
        new(pattern.Replace("@", Capitalised, StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string First(string name) => name.Trim().Split(' ')[0];
}
