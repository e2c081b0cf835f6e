namespace MovieChat.Bench.Craft;

/// <summary>How much two films have in common: of the distinct sentences of the one that has fewer, the share that stands in the other. Two films
/// from one drawer read as one film.</summary>
internal static class SharedSentences
{
    private const double Most = 0.05;

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        var sentences = films.Select(film => film.Documents.SelectMany(document => document.Texts).SelectMany(text => Prose.Comparable(film.Names.Replace(text))).ToHashSet()).ToArray();
        var pairs = new List<Pair>();
        for (var one = 0; one < films.Count; one++)
        {
            for (var other = one + 1; other < films.Count; other++) pairs.Add(Compared(films[one].Id, films[other].Id, sentences[one], sentences[other]));
        }

        if (pairs.Count == 0) yield break;
        var worst = pairs.MaxBy(pair => pair.Share)!;
        yield return new("sentences two films share, most", $"{worst.Share:P1}", $"< {Most:P0}", worst.Share < Most)
        {
            Worst = [$"{worst.One} and {worst.Other}:", .. worst.Shared.Take(12)],
        };
        yield return new("sentences two films share, mean", $"{pairs.Average(pair => pair.Share):P2}") { Worst = [.. Frequent(sentences)] };
        var over = pairs.Where(pair => pair.Share > Most).OrderByDescending(pair => pair.Share).ToArray();
        yield return CraftFigure.None($"pairs of films over {Most:P0}", over.Length, $"{over.Length} of {pairs.Count}", over.Take(12).Select(pair => $"{pair.Share:P1} {pair.One} and {pair.Other}"));
    }

    private static IEnumerable<string> Frequent(IEnumerable<HashSet<string>> films) =>
        films.SelectMany(film => film).CountBy(sentence => sentence).OrderByDescending(each => each.Value).Take(12).Select(each => $"in {each.Value} films: {each.Key}");

    private static Pair Compared(string one, string other, HashSet<string> ones, HashSet<string> others)
    {
        var (smaller, larger) = ones.Count <= others.Count ? (ones, others) : (others, ones);
        string[] shared = [.. smaller.Where(larger.Contains)];
        return new(one, other, (double)shared.Length / Math.Max(1, smaller.Count), shared);
    }

    private sealed record Pair(string One, string Other, double Share, string[] Shared);
}
