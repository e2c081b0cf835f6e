using System.Text.Json;
using MovieChat.Core.Film;

namespace MovieChat.Core.Writing;

/// <summary>Chooses the facts that a document is written from: what it needs and no more, and what to give up first when it is too much.</summary>
internal static class FactChoice
{
    public static FilmFacts For(string kind, string? key, Screenplay film) => kind switch
    {
        // What lies further down is there only where the film began with it; then the story must be that one.
        "brief" or "ideas" => Begun(film) with { Synopsis = film.Synopsis, Cast = film.Cast, Plot = film.Plot },
        "synopsis" => Begun(film) with { Idea = film.Idea, Cast = film.Cast, Plot = film.Plot },
        "cast" => Story(film) with { Plot = film.Plot, Scenes = film.Scenes?.Scenes },
        "profile" => Story(film) with { Cast = film.Cast, Profiles = Others(film, key), Plot = film.Plot },
        "plot" => Story(film) with { Cast = film.Cast, Profiles = All(film), Scenes = film.Scenes?.Scenes },
        "scenes" => Story(film) with { Cast = film.Cast, Profiles = All(film), Plot = film.Plot },
        "dialogue" => ForDialogue(key, film),
        _ => throw new ArgumentException($"No facts are chosen for the kind '{kind}'."),
    };

    public static IEnumerable<Func<FilmFacts, int, FilmFacts?>> Reductions { get; } =
    [
        WithFewerDialogues,
        WithFewerScenes,
        WithFewerProfiles,
        (facts, _) => facts.Plot is { Beats.Count: > 0, Middle.Length: > 0 } plot ? facts with { Plot = plot with { Beginning = "", Middle = "", End = "" } } : null,
    ];

    private static FilmFacts Begun(Screenplay film) => new() { Title = film.Title, Brief = film.Brief };

    private static FilmFacts Story(Screenplay film) => Begun(film) with { Idea = film.Idea, Synopsis = film.Synopsis };

    private static FilmFacts ForDialogue(string? key, Screenplay film)
    {
        var scenes = film.Scenes?.Scenes ?? [];
        var scene = scenes.FirstOrDefault(each => each.Id == key);
        if (scene is null) return Story(film);
        var before = scenes.TakeWhile(each => each.Id != key).ToArray();
        var next = scenes.SkipWhile(each => each.Id != key).Skip(1).Take(1);
        return Begun(film) with
        {
            Idea = film.Idea,
            Cast = film.Cast,
            Profiles = [.. scene.Characters.Where(film.Profiles.ContainsKey).Select(id => film.Profiles[id])],
            Plot = film.Plot,
            Scene = scene,
            Scenes = [.. before, .. next],
            Dialogues = [.. before.Where(earlier => Shares(earlier, scene) && film.Dialogues.ContainsKey(earlier.Id)).Select(earlier => film.Dialogues[earlier.Id])],
            Witnessed = scene.Characters.Distinct().ToDictionary(
                person => person,
                IReadOnlyList<string> (person) => [.. before.Where(earlier => earlier.Characters.Contains(person)).Select(earlier => earlier.Id)]),
        };
    }

    private static bool Shares(Scene one, Scene other) => one.Characters.Intersect(other.Characters).Any();

    private static Profile[] All(Screenplay film) =>
        [.. film.Profiles.OrderBy(entry => Place(film, entry.Key)).Select(entry => entry.Value)];

    private static Profile[] Others(Screenplay film, string? key) => [.. All(film).Where(profile => profile.Character != key)];

    private static int Place(Screenplay film, string id) =>
        film.Cast?.Characters.Index().Where(entry => entry.Item.Id == id).Select(entry => entry.Index).FirstOrDefault(int.MaxValue) ?? 0;

    /// <summary>Gives up the oldest dialogue first: what was said last is what the next scene answers.</summary>
    private static FilmFacts? WithFewerDialogues(FilmFacts facts, int over)
    {
        if (facts.Dialogues is not { Count: > 0 } dialogues) return null;
        var given = 0;
        var freed = 0;
        while (given < dialogues.Count && freed < over)
        {
            freed += ContextBudget.Count(JsonSerializer.Serialize(dialogues[given++], FilmJson.Readable.Dialogue));
        }

        return facts with { Dialogues = [.. dialogues.Skip(given)] };
    }

    /// <summary>Gives up half of the scenes, the furthest from the one to be written.</summary>
    private static FilmFacts? WithFewerScenes(FilmFacts facts, int over) =>
        facts is { Scene: not null, Scenes: { Count: > 2 } scenes } ? facts with { Scenes = [.. scenes.Skip((scenes.Count + 1) / 2)] } : null;

    /// <summary>Gives up the profile of the person furthest down the cast; of the people in a scene, none.</summary>
    private static FilmFacts? WithFewerProfiles(FilmFacts facts, int over) =>
        facts is { Scene: null, Profiles: { Count: > 0 } profiles } ? facts with { Profiles = [.. profiles.SkipLast(1)] } : null;
}
