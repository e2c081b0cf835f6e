using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Orders all premises by how well they fit a brief.</summary>
internal static class GenreChoice
{
    /// <summary>The genres the brief names, in its order; all of them when it names none that is known.</summary>
    public static IReadOnlyList<Genre> Genres(Brief? brief)
    {
        var asked = (brief?.Genres ?? []).SelectMany(word => Shelf.Genres.Where(genre => Is(genre, word))).Distinct().ToList();
        return asked.Count > 0 ? asked : Shelf.Genres;
    }

    /// <summary>Best first: what the brief's own words speak of, then its genres, then the others. What holds a thing to avoid comes last.</summary>
    public static IReadOnlyList<(Genre Genre, Premise Premise)> Ranked(Brief? brief, Avoidance avoidance, Draw draw)
    {
        var asked = Genres(brief);
        var wanted = Wanted(brief);
        var all = Shelf.Genres.SelectMany(genre => genre.Premises.Select(premise => (genre, premise)));
        return [.. draw.Shuffled(all)
            .OrderBy(each => avoidance.Hits(each.premise.AllText))
            .ThenByDescending(each => wanted.Count(word => each.premise.AllText.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ThenBy(each => asked.Contains(each.genre) ? 0 : 1)];
    }

    private static bool Is(Genre genre, string word) =>
        genre.Aliases.Prepend(genre.Name).Any(name => word.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static List<string> Wanted(Brief? brief) =>
        [.. $"{brief?.Notes}".Split([' ', ',', '.', ';', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 5).Distinct(StringComparer.OrdinalIgnoreCase)];
}
