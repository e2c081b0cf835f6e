namespace MovieChat.Bench.Craft;

/// <summary>How rich a screenplay's vocabulary is: distinct words in every thousand running ones, so that long films compare with short ones.
/// Films of less than a thousand words have no such figure.</summary>
internal static class DistinctWords
{
    private const int Running = 1_000;

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        var found = films.Select(film => (film.Id, Distinct: In(film))).Where(each => each.Distinct > 0).OrderBy(each => each.Distinct).ToArray();
        if (found.Length == 0) yield break;
        yield return new("distinct words per thousand, mean", $"{found.Average(each => each.Distinct):0}");
        yield return new("distinct words per thousand, least", $"{found[0].Distinct:0}") { Worst = [.. found.Take(5).Select(each => $"{each.Distinct:0} {each.Id}")] };
    }

    private static double In(CraftFilm film)
    {
        var words = film.Prose.SelectMany(each => Prose.Words(each.Element.Text)).Select(word => word.ToLowerInvariant());
        return words.Chunk(Running).Where(chunk => chunk.Length == Running).Select(chunk => (double)chunk.Distinct().Count()).DefaultIfEmpty(0).Average();
    }
}
