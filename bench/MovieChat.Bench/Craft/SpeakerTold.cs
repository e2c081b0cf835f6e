namespace MovieChat.Bench.Craft;

/// <summary>How often a line tells who speaks, with the names covered: what is learnt from every other scene is asked of the rest, both ways round.
/// Asked of films with enough people who say enough, and of these people only.</summary>
internal static class SpeakerTold
{
    private const int LeastPeople = 5;
    private const int LeastLines = 8;
    private const double Target = 0.6;

    public static IEnumerable<CraftFigure> Of(IReadOnlyList<CraftFilm> films)
    {
        Told[] found = [.. films.Select(In).OfType<Told>().OrderBy(told => told.Share)];
        yield return new($"films with {LeastPeople} people of {LeastLines} lines", $"{found.Length} of {films.Count}");
        if (found.Length == 0) yield break;
        var mean = found.Average(told => told.Share);
        yield return new("speaker told from the line, mean", $"{mean:P0}", $"≥ {Target:P0}", mean >= Target) { Worst = [.. found.Take(5).Select(told => $"{told.Share:P0} {told.Film}")] };
        yield return new("speaker told from the line, least", $"{found[0].Share:P0}") { Worst = found[0].Mistakes };
        yield return new($"films with {Target:P0} and more told", $"{found.Count(told => told.Share >= Target)} of {found.Length}");
    }

    private static Told? In(CraftFilm film)
    {
        SpokenLine[] lines = [.. Lines(film).GroupBy(line => line.Speaker).Where(speaker => speaker.Count() >= LeastLines).SelectMany(speaker => speaker)];
        if (lines.Select(line => line.Speaker).Distinct().Count() < LeastPeople) return null;
        var wrong = new List<string>();
        foreach (var half in (ReadOnlySpan<int>)[0, 1])
        {
            var model = new SpeakerModel(lines.Where(line => line.Half == half));
            wrong.AddRange(lines.Where(line => line.Half != half).Select(line => (line, told: model.SpeakerOf(line))).Where(each => each.told != each.line.Speaker)
                .Select(each => $"{each.line.Speaker}, told as {each.told ?? "nobody"}: {each.line.Text}"));
        }

        return new(film.Id, 1 - ((double)wrong.Count / lines.Length), [.. wrong.Take(12)]);
    }

    private static IEnumerable<SpokenLine> Lines(CraftFilm film)
    {
        var places = film.Scenes.Select((scene, place) => (scene.Id, place)).ToDictionary(each => each.Id, each => each.place);
        return film.Speeches().Select(speech => new SpokenLine(places[speech.Scene.Id] % 2, speech.Speaker, speech.Text, SpeechFeatures.Of(film.Names.Mask(speech.Text))));
    }

    private sealed record Told(string Film, double Share, IReadOnlyList<string> Mistakes);
}
