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

    private static IEnumerable<SetUp> In(CraftFilm film) =>
        from scene in film.Scenes
        from what in scene.SetUps
        select new SetUp(film.Id, scene.Id, what, Core.Craft.SetUps.PayOffOf(film.Film.Scenes!, scene, what) is not null);

    private sealed record SetUp(string Film, string Scene, string What, bool IsPaidOff);
}
