using System.Text.Json.Nodes;

namespace MovieChat.Bench.Craft;

/// <summary>What is planted and comes back: every set-up of a scene that the pay-offs of a later one name.</summary>
internal static class SetUps
{
    private const double Target = 0.9;

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        var planted = films.SelectMany(In).ToArray();
        var open = planted.Where(setUp => !setUp.IsPaidOff).ToArray();
        var share = 1 - ((double)open.Length / Math.Max(1, planted.Length));
        yield return new("set-ups that a later scene pays off", planted.Length == 0 ? "nothing is set up" : $"{share:P0} of {planted.Length}", $"≥ {Target:P0}", planted.Length > 0 && share >= Target)
        {
            Worst = [.. open.Take(8).Select(setUp => $"{setUp.Film} {setUp.Scene}: {setUp.What}")],
        };
        var bare = films.Where(film => !planted.Any(setUp => setUp.Film == film.Id)).ToArray();
        yield return CraftFigure.None("films without a set-up", bare.Length, $"{bare.Length} of {films.Count}", bare.Take(5).Select(film => film.Id));
    }

    private static IEnumerable<SetUp> In(CraftFilm film)
    {
        var scenes = film.SceneFields();
        return from scene in scenes.Index()
               from what in Texts(scene.Item["setUps"])
               let later = scenes.Skip(scene.Index + 1).SelectMany(each => Texts(each["payOffs"]))
               select new SetUp(film.Id, $"{scene.Item["id"]}", what, later.Contains(what, StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Texts(JsonNode? list) =>
        list is JsonArray items ? items.OfType<JsonValue>().Select(item => item.ToString().Trim()).Where(text => text.Length > 0) : [];

    private sealed record SetUp(string Film, string Scene, string What, bool IsPaidOff);
}
