using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>How old people are: as the cast says, and as texts say with the name beside it (<c>MARA (34)</c>, <c>Mara, thirty-four,</c>,
/// <c>34-year-old Mara</c>, <c>Mara is 34 years old</c>).</summary>
internal static class AgeFacts
{
    public const string Property = "age";

    public static IEnumerable<Fact> Read(Screenplay film, Names names, IReadOnlyList<Passage> passages)
    {
        foreach (var person in film.Cast?.Characters ?? [])
        {
            var age = person.Age.ToString(CultureInfo.InvariantCulture);
            yield return new(person.Id, Property, age, new("cast", $"{person.Name}, {age}"));
        }

        foreach (var passage in passages)
            foreach (Match match in Patterns.SelectMany(pattern => pattern.Matches(passage.Text)))
            {
                if (names.IdOf(match.Groups["name"].Value) is not { } id || Numbers.Read(match.Groups["age"].Value) is not { } age) continue;
                yield return new(id, Property, age.ToString(CultureInfo.InvariantCulture), passage) { Quote = Sentence.Around(passage.Text, match.Index) };
            }
    }

    private static readonly Regex[] Patterns =
    [
        Names.Pattern($@"\b(?<name>@) ?\((?<age>{Numbers.Pattern})\)"),
        Names.Pattern($@"\b(?<name>@), (?:aged |about )?(?<age>{Numbers.Pattern})(?: years old)?[,.;]"),
        Names.Pattern($@"\b(?<age>{Numbers.Pattern})[- ]years?[- ]old (?<name>@)\b"),
        Names.Pattern($@"\b(?<name>@) (?:is|turned|turns) (?:only |just )?(?<age>{Numbers.Pattern})(?: years old|[.;,])"),
    ];
}
