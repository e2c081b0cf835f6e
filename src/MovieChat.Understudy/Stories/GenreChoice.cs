using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>Orders all premises by how well they fit a brief.</summary>
internal static class GenreChoice
{
    /// <summary>So many lines can be left out of a whole film without loss.</summary>
    public const int FewHits = 5;

    /// <summary>The genres the brief names, in its order; all of them when it names none that is known.</summary>
    public static IReadOnlyList<Genre> Genres(Brief? brief)
    {
        var asked = (brief?.Genres ?? []).SelectMany(word => Shelf.Genres.Where(genre => Is(genre, word))).Distinct().ToList();
        return asked.Count > 0 ? asked : Shelf.Genres;
    }

    /// <summary>The genre in which the premise answers the brief: one it asks for, else the premise's own.</summary>
    public static Genre GenreOf(Premise premise, Brief? brief)
    {
        var asked = Genres(brief);
        return Shelf.GenresOf(premise).OrderBy(genre => asked.Contains(genre) ? 0 : 1).FirstOrDefault() ?? asked[0];
    }

    /// <summary>Best first: by genre, then by the brief's own words, then by chance. What holds a thing to avoid comes last.</summary>
    public static IReadOnlyList<Premise> Ranked(Brief? brief, string title, Avoidance avoidance, Draw draw)
    {
        var asked = Genres(brief);
        var wishes = BriefReading.Of(brief, title);
        return [.. draw.Shuffled(Shelf.Premises)
            .OrderBy(premise => avoidance.Hits(premise.AllText) > FewHits ? 1 : 0)
            .ThenBy(premise => Shelf.GenresOf(premise).Any(asked.Contains) ? 0 : 1)
            .ThenByDescending(wishes.Fit)
            .ThenBy(premise => avoidance.Hits(premise.AllText))
            .ThenByDescending(premise => Shelf.GenresOf(premise).Count(asked.Contains))
            .ThenBy(premise => asked.Contains(Shelf.GenresOf(premise).First()) ? 0 : 1)];
    }

    private static bool Is(Genre genre, string word) =>
        genre.Aliases.Prepend(genre.Name).Any(name => word.Contains(name, StringComparison.OrdinalIgnoreCase));
}
