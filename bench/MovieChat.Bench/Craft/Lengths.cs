using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Bench.Craft;

/// <summary>How long documents are beside how long they should be.</summary>
internal static class Lengths
{
    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films) =>
    [
        Figure("logline, words", 25, 55, films, film => film.Ideas.Select(idea => ($"ideas, {idea.Title}", Words(idea.Logline)))),
        Figure("line of the synopsis, words", 12, 60, films, film => (film.Film.Synopsis?.Lines ?? []).Select((line, place) => ($"synopsis, line {place + 1}", Words(line)))),
        Figure("profile, words", 120, 350, films, film => film.Documents.Where(document => document.Id.Kind == "profile").Select(document => ($"{document.Id}", Prose.Count(document.Texts)))),
        Figure("plot, words", 700, 1_200, films, film => film.Film.Plot is { } plot ? [("plot", Words(plot.Beginning, plot.Middle, plot.End))] : []),
        Figure("summary of a scene, words", 18, 80, films, film => film.Scenes.Select(scene => ($"{DocumentId.Scenes} {scene.Id}", Words(scene.Summary)))),
        Figure("page of a scene, printed lines", 33, 110, films, film => film.Film.Dialogues.Select(page => ($"{DocumentId.Dialogue(page.Key)}", PageMeasure.Lines(page.Value.Elements)))),
    ];

    private static int Words(params string[] texts) => Prose.Count(texts);

    private static CraftFigure Figure(string name, int least, int most, IReadOnlyList<CraftFilm> films, Func<CraftFilm, IEnumerable<(string Place, int Length)>> lengths)
    {
        var found = films.SelectMany(film => lengths(film).Select(each => (Place: $"{film.Id} {each.Place}", each.Length))).OrderBy(each => each.Length).ToArray();
        if (found.Length == 0) return new(name, "none", $"{least} to {most}", false);
        var within = (double)found.Count(each => each.Length >= least && each.Length <= most) / found.Length;
        var value = $"mean {found.Average(each => each.Length):0}, {found[0].Length} to {found[^1].Length}, {within:P1} within";
        var outside = found.Take(4).Concat(found.TakeLast(4)).Distinct().Where(each => each.Length < least || each.Length > most);
        return new(name, value, $"{least} to {most}", within >= 1) { Worst = [.. outside.Select(each => $"{each.Length} {each.Place}")] };
    }
}
