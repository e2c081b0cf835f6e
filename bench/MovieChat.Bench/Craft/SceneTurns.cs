using MovieChat.Core.Film;

namespace MovieChat.Bench.Craft;

/// <summary>Whether something is different at the end of every scene, and whether people want something in it.</summary>
internal static class SceneTurns
{
    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        yield return Share("scenes with a turn", films, scene => !string.IsNullOrWhiteSpace(scene.Turn));
        yield return Share("scenes in which somebody wants something", films, scene => scene.Wants.Count > 0);
    }

    private static CraftFigure Share(string name, IReadOnlyList<CraftFilm> films, Func<Scene, bool> has)
    {
        var scenes = films.SelectMany(film => film.Scenes.Select(scene => (film.Id, Scene: scene))).ToArray();
        var without = scenes.Where(each => !has(each.Scene)).ToArray();
        var share = 1 - ((double)without.Length / Math.Max(1, scenes.Length));
        return new(name, $"{share:P0} of {scenes.Length}", "100 %", without.Length == 0) { Worst = [.. without.Take(8).Select(each => $"{each.Id} {each.Scene.Id}: {each.Scene.Summary}")] };
    }
}
