using MovieChat.Core.Craft;
using MovieChat.Core.Film;

namespace MovieChat.Core.Writing;

/// <summary>What the dialogue of a scene is written from: what its people have been through together and what each of them can know, their voices, what
/// the film has stated of them and of the things they carry, what waits to be paid off. Not the whole film.</summary>
internal static class DialogueFacts
{
    /// <summary>So many earlier lines are enough to hear a voice by.</summary>
    private const int LinesOfAVoice = 4;

    private const int MostTalks = 2, EndOfATalk = 12;

    /// <summary>Beats of the plot as near to the scene, in fractions of the film, are about it.</summary>
    private const double Near = 0.06;

    /// <returns>Null when the film has no such scene.</returns>
    public static FilmFacts? For(string? key, Screenplay film)
    {
        var scenes = film.Scenes?.Scenes ?? [];
        if (scenes.FirstOrDefault(each => each.Id == key) is not { } scene) return null;
        Scene[] before = [.. scenes.TakeWhile(each => each.Id != key)];
        Scene[] shared = [.. before.Where(earlier => earlier.Characters.Intersect(scene.Characters).Any())];
        Dialogue[] dialogues = [.. LastTalks(scene, shared).Where(earlier => film.Dialogues.ContainsKey(earlier.Id)).Select(earlier => film.Dialogues[earlier.Id])];
        return new()
        {
            Cast = FactChoice.Unseen(film.Cast, person => scene.Characters.Contains(person.Id)),
            Profiles = [.. scene.Characters.Where(film.Profiles.ContainsKey).Select(id => Here(film.Profiles[id], scene))],
            Plot = film.Plot is null ? null : film.Plot with { Beginning = "", Middle = "", End = "", Beats = [.. film.Plot.Beats.Where(beat => Math.Abs(beat.Position - scene.Position) <= Near)] },
            Scene = scene,
            Scenes = [.. shared.Select(Outline)],
            Dialogues = [.. dialogues.SkipLast(1).Select(End), .. dialogues.TakeLast(1)],
            Witnessed = scene.Characters.Distinct().ToDictionary(
                person => person,
                IReadOnlyList<string> (person) => [.. before.Where(earlier => earlier.Characters.Contains(person)).Select(earlier => earlier.Id)]),
            Known = scene.Characters.Distinct().Select(person => KeyValuePair.Create(person, Knowledge.Of(film, person, scene.Id))).Where(entry => entry.Value.Count > 0).ToArray() is { Length: > 0 } known ? known.ToDictionary() : null,
            Voices = Voices(film, scene, shared, dialogues),
            Planted = FactChoice.Some(before.SelectMany(earlier => earlier.SetUps.Where(setUp => SetUps.PayOffOf(film.Scenes!, earlier, setUp) is not { } paid || !before.Contains(paid))).Distinct()),
            Ledger = FactChoice.Some(Standing.Of(film, scene).Select(LedgerFact.Of).Distinct()),
        };
    }

    /// <summary>Of every two people in the scene, the scene in which they met last; of somebody alone, the last one they were in.</summary>
    private static IEnumerable<Scene> LastTalks(Scene scene, Scene[] shared)
    {
        var pairs = scene.Characters.Count == 1
            ? scene.Characters.Select(person => (person, person))
            : scene.Characters.SelectMany((one, place) => scene.Characters.Skip(place + 1).Select(other => (one, other)));
        var last = pairs.Select(pair => shared.LastOrDefault(earlier => earlier.Characters.Contains(pair.Item1) && earlier.Characters.Contains(pair.Item2))).ToHashSet();
        return shared.Where(last.Contains).TakeLast(MostTalks);
    }

    /// <summary>How an earlier talk ended: what was left open in it is what the next one answers.</summary>
    private static Dialogue End(Dialogue dialogue)
    {
        var from = Math.Max(0, dialogue.Elements.Count - EndOfATalk);
        // A speech is sent with its cue.
        while (from > 0 && dialogue.Elements[from].Type is ElementTypes.Dialogue or ElementTypes.Parenthetical) from--;
        return dialogue with { Elements = [.. dialogue.Elements.Skip(from)] };
    }

    private static Profile Here(Profile profile, Scene scene) => profile with { Relations = [.. profile.Relations.Where(relation => scene.Characters.Contains(relation.Character))] };

    private static Scene Outline(Scene scene) => scene with { Wants = [], Learns = [], SetUps = [], PayOffs = [], Turn = "" };

    /// <summary>Lines of scenes whose dialogue is not sent, evenly spread.</summary>
    private static Dictionary<string, IReadOnlyList<string>>? Voices(Screenplay film, Scene scene, Scene[] shared, Dialogue[] sent)
    {
        var older = shared.Where(earlier => film.Dialogues.ContainsKey(earlier.Id)).Select(earlier => film.Dialogues[earlier.Id]).Except(sent).SelectMany(dialogue => dialogue.Elements).ToArray();
        var voices = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var person in scene.Characters.Distinct())
        {
            string[] lines = [.. older.Where(element => element.Type == ElementTypes.Dialogue && element.Character == person).Select(element => element.Text)];
            if (lines.Length == 0) continue;
            var count = Math.Min(LinesOfAVoice, lines.Length);
            voices[person] = [.. Enumerable.Range(0, count).Select(index => lines[(index * lines.Length) / count])];
        }

        return voices.Count > 0 ? voices : null;
    }
}
