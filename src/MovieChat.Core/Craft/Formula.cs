using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Craft;

/// <summary>What is as in many films: beats in just the usual places, stock names and phrases, scenes of one shape.</summary>
internal static class Formula
{
    /// <summary>Where the widely used beat sheet puts its turns, as fractions, with the act breaks and the midpoint.</summary>
    public static IReadOnlyList<double> UsualPositions { get; } = [5 / 110.0, 12 / 110.0, 25 / 110.0, 0.25, 30 / 110.0, 0.5, 75 / 110.0, 0.75, 85 / 110.0];

    private static readonly HashSet<string> UsualNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Opening image", "Theme stated", "Set-up", "Setup", "Catalyst", "Inciting incident", "Debate", "Break into two", "B story", "Fun and games", "Midpoint", "Bad guys close in",
        "All is lost", "Dark night of the soul", "Dark night", "Break into three", "Finale", "Climax", "Resolution", "Final image",
    };

    /// <summary>A film has thousands of pages to choose from: a beat as near as this is in the usual place.</summary>
    private const double Exactly = 0.004;

    private const int FewBeats = 4, SameScenes = 4;

    public static IEnumerable<CraftNote> Notes(Screenplay film, DocumentId document) => document switch
    {
        { Kind: "cast" } when film.Cast is { } cast => cast.Characters.SelectMany(StockName),
        { Kind: "plot" } when film.Plot is { } plot => [.. Beats(plot), .. Phrases(film, "plot", [plot.Beginning, plot.Middle, plot.End, .. plot.Beats.Select(beat => beat.Text)])],
        { Kind: "scenes" } when film.Scenes is { } list => [.. Shapes(list), .. Phrases(film, "scenes", list.Scenes.Select(scene => scene.Summary))],
        { Kind: "dialogue", Key: { } key } when film.Dialogues.TryGetValue(key, out var dialogue) =>
            [.. Pages(film, key, dialogue), .. Phrases(film, document.ToString(), dialogue.Elements.Select(element => element.Text))],
        { Kind: "ideas" } when film.Idea is { } idea => Phrases(film, "ideas", [idea.Logline]),
        { Kind: "synopsis" } when film.Synopsis is { } synopsis => Phrases(film, "synopsis", synopsis.Lines),
        _ => [],
    };

    private static IEnumerable<CraftNote> StockName(Character person)
    {
        if (person.Name.Split(' ').FirstOrDefault(StockWords.Names.Contains) is not { } name) yield break;
        yield return CraftNote.Of(NoteKinds.Formula, $"name {name}", $"{name} is among the first names that come to everybody's mind. Who would name a child so, there and then?", new Evidence("cast", $"{person.Name}, {person.OneLine}"));
    }

    private static IEnumerable<CraftNote> Beats(Plot plot)
    {
        Beat[] exact = [.. plot.Beats.Where(beat => UsualPositions.Any(usual => Math.Abs(usual - beat.Position) <= Exactly))];
        if (exact.Length > FewBeats && exact.Length * 2 > plot.Beats.Count)
        {
            yield return CraftNote.Of(
                NoteKinds.Formula, "positions", $"{exact.Length} of {plot.Beats.Count} beats fall just where the usual beat sheet has them: let the story place some of them.",
                exact.Take(5).Select(beat => new Evidence("plot", $"{beat.Position:0.000} {beat.Name}")));
        }

        Beat[] named = [.. plot.Beats.Where(beat => UsualNames.Contains(beat.Name.Trim()))];
        if (named.Length <= FewBeats) yield break;
        yield return CraftNote.Of(
            NoteKinds.Formula, "names", $"{named.Length} beats bear the names of the usual beat sheet. Named after what happens in this film, they would show whether they are needed.",
            named.Take(5).Select(beat => new Evidence("plot", $"{beat.Name}: {beat.Text}")));
    }

    private static IEnumerable<CraftNote> Phrases(Screenplay film, string here, IEnumerable<string> texts) =>
        !CraftNotes.IsEnglish(film) ? [] :
            from text in texts
            from phrase in StockWords.PhrasesIn(text)
            select CraftNote.Of(
                NoteKinds.Formula, $"phrase {phrase} {here}", $"'{phrase}' has been in many films. What would only this person say, or only this place show?",
                new Evidence(here, Sentence.Split(text).FirstOrDefault(sentence => sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase)) ?? text));

    /// <summary>Scenes in a row with the same people, inside or outside alike, for the same purpose.</summary>
    private static IEnumerable<CraftNote> Shapes(SceneList list)
    {
        var run = new List<Scene>();
        foreach (var scene in list.Scenes.Append(null))
        {
            if (scene is not null && (run.Count == 0 || Shape(run[^1]) == Shape(scene)))
            {
                run.Add(scene);
                continue;
            }

            if (run.Count >= SameScenes)
            {
                yield return CraftNote.Of(
                    NoteKinds.Formula, $"shape {run[0].Id}", $"Scenes {run[0].Number} to {run[^1].Number} have one shape: the same people, {run[0].Heading.Setting}, for the purpose '{run[0].Purpose}'. Who could be missing, or come in?",
                    run.Select(each => new Evidence("scenes", $"{each.Number}. {each.Heading}")));
            }

            run = scene is null ? [] : [scene];
        }
    }

    private static string Shape(Scene scene) => $"{scene.Heading.Setting} {scene.Purpose} {string.Join(' ', scene.Characters.Order(StringComparer.Ordinal))}";

    /// <summary>A page that begins, goes on and ends as the two before it did.</summary>
    private static IEnumerable<CraftNote> Pages(Screenplay film, string key, Dialogue dialogue)
    {
        Scene[] before = [.. (film.Scenes?.Scenes ?? []).TakeWhile(scene => scene.Id != key).TakeLast(2)];
        if (before.Length < 2 || before.Any(scene => !film.Dialogues.ContainsKey(scene.Id))) yield break;
        var shape = PageShape(dialogue);
        if (before.Any(scene => PageShape(film.Dialogues[scene.Id]) != shape)) yield break;
        yield return CraftNote.Of(
            NoteKinds.Formula, $"page {key}", "The third scene in a row of one shape: it begins and ends alike, and as much is said in it in as much turn and turn about. Let this one start later, end on a line, or be silent.",
            new Evidence($"dialogue:{key}", dialogue.Elements[^1].Text), new Evidence($"dialogue:{before[1].Id}", film.Dialogues[before[1].Id].Elements[^1].Text));
    }

    private static (string First, string Last, int Speakers, int Speeches, int Action) PageShape(Dialogue dialogue)
    {
        var speeches = dialogue.Elements.Count(element => element.Type == ElementTypes.Character);
        var action = dialogue.Elements.Count(element => element.Type == ElementTypes.Action);
        return (dialogue.Elements[0].Type, dialogue.Elements[^1].Type, dialogue.Elements.Where(element => element.Type == ElementTypes.Character).Select(element => element.Character ?? element.Text).Distinct().Count(), speeches / 4, action);
    }
}
