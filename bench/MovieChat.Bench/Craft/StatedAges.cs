using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>Ages that stand beside a name, in digits or words, and are not the cast's.</summary>
internal static class StatedAges
{
    public const string Kind = "ages that differ from the cast's";

    private static readonly string[] s_ones =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] s_tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, int> s_numbers = Enumerable.Range(1, 99).ToDictionary(Spelt, number => number, StringComparer.OrdinalIgnoreCase);

    private static readonly string s_number = $@"(?<age>\d{{1,3}}|{string.Join('|', s_numbers.Keys.OrderByDescending(word => word.Length))})";

    public static IEnumerable<FactNote> In(CraftFilm film) =>
        from person in film.Cast
        let stated = Beside(film, person)
        from document in film.Documents
        from text in document.Texts
        from match in stated.Matches(text)
        where Value(match.Groups["age"].Value) != person.Age
        select new FactNote(Kind, $"{document.Id}: “{match.Value}”, {person.Age} in the cast");

    /// <summary>“Mara (34)”, “Mara, 34,”, “Mara, aged thirty-four”, “Mara is 34 years old”, “34-year-old Mara”.</summary>
    private static Regex Beside(CraftFilm film, Character person)
    {
        // A family name that two people bear tells neither.
        var own = CastNames.Parts(person.Name).Where(part => film.Cast.Count(one => CastNames.Parts(one.Name).Contains(part)) == 1);
        var name = $"(?:{string.Join('|', own.Append(person.Name).Distinct().OrderByDescending(part => part.Length).Select(Regex.Escape))})";
        var after = $@"\b{name}(?:,? \(|, | is |, aged | \(aged |, who is ){s_number}(?= years? old|[),.;])";
        var before = $@"\b{s_number}[- ]years?[- ]old {name}\b";
        return new($"{after}|{before}", RegexOptions.IgnoreCase);
    }

    private static string Spelt(int number) => number switch
    {
        < 20 => s_ones[number],
        _ when number % 10 == 0 => s_tens[number / 10],
        _ => $"{s_tens[number / 10]}-{s_ones[number % 10]}",
    };

    private static int Value(string age) => s_numbers.TryGetValue(age, out var number) ? number : int.Parse(age, CultureInfo.InvariantCulture);
}
