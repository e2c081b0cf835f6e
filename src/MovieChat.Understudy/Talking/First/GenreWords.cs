using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking.First;

/// <summary>The understudy's genres in what a writer says.</summary>
internal static class GenreWords
{
    private static readonly IReadOnlyList<(string Genre, Regex Words)> s_words =
    [
        .. Shelf.Genres.Select(genre => (genre.Name, new Regex(
            $@"\b({string.Join('|', genre.Aliases.Append(genre.Name).Concat(Shelf.Talk.GenreWords.GetValueOrDefault(genre.Name, [])).Where(word => word is not ("music" or "space" or "front" or "running" or "children" or "youth" or "all ages" or "period" or "magic" or "legend" or "family" or "resistance")).OrderByDescending(word => word.Length).Select(Regex.Escape))})s?\b",
            RegexOptions.IgnoreCase))),
    ];

    /// <summary>In the order in which they are named.</summary>
    public static IReadOnlyList<(string Genre, string Word)> In(string text) =>
        [.. s_words.SelectMany(each => each.Words.Matches(text).Select(match => (each.Genre, Word: match.Value, match.Index))).OrderBy(each => each.Index).DistinctBy(each => each.Genre).Select(each => (each.Genre, each.Word))];

    /// <summary>What the films that a writer likes have in common, for one who leaves the choice to others; empty when none is known.</summary>
    public static string? OfFilms(IEnumerable<string> likes) =>
        likes.SelectMany(film => Shelf.Talk.Films.FirstOrDefault(known => known.Key.Equals(film, StringComparison.OrdinalIgnoreCase)).Value ?? [])
            .CountBy(genre => genre).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
}
