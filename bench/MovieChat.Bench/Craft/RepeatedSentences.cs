namespace MovieChat.Bench.Craft;

/// <summary>Sentences that one film has more than once: on its pages, and in two of its documents.</summary>
internal static class RepeatedSentences
{
    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        yield return Figure("sentences repeated on a film's pages", films, OnPages);
        yield return Figure("sentences in two documents of a film", films, InDocuments);
    }

    private static CraftFigure Figure(string name, IReadOnlyList<CraftFilm> films, Func<CraftFilm, IReadOnlyList<Repeat>> repeats)
    {
        var found = films.Select(film => (film.Id, Repeats: repeats(film))).OrderByDescending(each => each.Repeats.Count).ToArray();
        var (count, affected) = (found.Sum(each => each.Repeats.Count), found.Count(each => each.Repeats.Count > 0));
        var worst = found.Where(each => each.Repeats.Count > 0).Take(2)
            .SelectMany(each => each.Repeats.Take(6).Select(repeat => $"{each.Id} {string.Join(' ', repeat.Documents.Take(4))}: {repeat.Sentence}"));
        return CraftFigure.None(name, count, $"{count} in {affected} films, most {found.Select(each => each.Repeats.Count).FirstOrDefault()}", worst);
    }

    private static IReadOnlyList<Repeat> OnPages(CraftFilm film) => [.. Grouped(film, film.Dialogues).Where(repeat => repeat.Documents.Count > 1)];

    private static IReadOnlyList<Repeat> InDocuments(CraftFilm film) => [.. Grouped(film, film.Documents).Where(repeat => repeat.Documents.Distinct().Count() > 1)];

    private static IEnumerable<Repeat> Grouped(CraftFilm film, IEnumerable<CraftDocument> documents) =>
        from document in documents
        from text in document.Texts
        from sentence in Prose.Comparable(film.Names.Replace(text))
        group document.Id.ToString() by sentence into places
        select new Repeat(places.Key, [.. places]);

    /// <param name="Documents">One for each time that it stands there.</param>
    private sealed record Repeat(string Sentence, IReadOnlyList<string> Documents);
}
