using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>Whether fifty films are fifty films: what they are called, who is in them, how their sentences begin.</summary>
internal static class Variety
{
    /// <summary>The names that come first to mind, and so stand in too many scripts.</summary>
    private static readonly HashSet<string> s_stockNames =
        [.. "Sarah John Jack Emma Emily Michael David Elena Marcus Maya Lily Alex Chen Kai Aria Elara Liam Ethan Sophia Olivia Clara Thorne Blackwood Hart Voss Kael Lyra Jax Zara Mia Luna Leo Max Sam Ben Tom Kate Anna Lena Lucas Noah Ava Chloe Grace Rose Hope".Split(' ')];

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        yield return Distinct("distinct titles", [.. films.Select(film => film.Film.Idea?.Title ?? "")]);
        yield return Distinct("distinct names of protagonists", [.. films.Select(film => film.Cast.FirstOrDefault(person => Roles.IsProtagonist(person.Role))?.Name ?? "")]);
        Count[] names = Counted(films.SelectMany(film => film.Cast.Select(person => CastNames.Parts(person.Name).FirstOrDefault(person.Name))));
        yield return new("most common first name", names is [var first, ..] ? $"{first.What}, {first.Times} of {names.Sum(name => name.Times)} people" : "none")
        {
            Worst = [.. names.Take(8).Select(name => $"{name.Times} × {name.What}")],
        };
        Count[] stock = [.. names.Where(name => s_stockNames.Contains(name.What))];
        yield return CraftFigure.None("people with a stock name", stock.Sum(name => name.Times), $"{stock.Sum(name => name.Times)}", stock.Take(8).Select(name => $"{name.Times} × {name.What}"));
        Count[] openings = Counted(films.SelectMany(film => film.Prose.Where(each => each.Element.Type == ElementTypes.Action).SelectMany(each => Prose.Sentences(film.Names.Replace(each.Element.Text)))).Select(Opening));
        var sentences = Math.Max(1, openings.Sum(opening => opening.Times));
        yield return new("most common openings of action", string.Join(", ", openings.Take(5).Select(opening => $"“{opening.What}” {(double)opening.Times / sentences:P1}")))
        {
            Worst = [.. openings.Take(20).Select(opening => $"{opening.Times} × {opening.What}")],
        };
    }

    private static string Opening(string sentence) => string.Join(' ', Prose.Words(sentence).Take(2));

    private static CraftFigure Distinct(string name, string[] values)
    {
        var distinct = values.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var repeated = Counted(values).TakeWhile(value => value.Times > 1).Take(8).Select(value => $"{value.Times} × {value.What}");
        return new(name, $"{distinct} of {values.Length}", $"{values.Length}", distinct == values.Length) { Worst = [.. repeated] };
    }

    private static Count[] Counted(IEnumerable<string> values) =>
        [.. values.CountBy(value => value).Select(each => new Count(each.Key, each.Value)).OrderByDescending(each => each.Times)];

    private sealed record Count(string What, int Times);
}
