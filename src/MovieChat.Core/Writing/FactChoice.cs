using System.Text.Json;
using MovieChat.Core.Craft;
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
        "profile" => Story(film) with { Cast = film.Cast, Profiles = [.. Others(film, key).Select(profile => profile with { Relations = [] })], Plot = film.Plot },
        "plot" => Story(film) with { Cast = Unseen(film.Cast), Profiles = [.. All(film).Select(profile => profile with { Relations = [], Voice = "" })], Scenes = film.Scenes?.Scenes, Ledger = Kinships(film) },
        "scenes" => Story(film) with { Cast = Unseen(film.Cast), Profiles = [.. All(film).Select(Driven)], Plot = film.Plot, Ledger = Kinships(film) },
        "dialogue" => DialogueFacts.For(key, film) is { } facts ? Begun(film) with
        {
            Idea = film.Idea,
            Synopsis = film.Synopsis,
            Cast = facts.Cast,
            Profiles = facts.Profiles,
            Plot = facts.Plot,
            Scene = facts.Scene,
            Scenes = facts.Scenes,
            Dialogues = facts.Dialogues,
            Witnessed = facts.Witnessed,
            Known = facts.Known,
            Voices = facts.Voices,
            Planted = facts.Planted,
            Ledger = facts.Ledger,
        } : Story(film),
        "look" => Story(film) with { Cast = film.Cast, Plot = film.Plot },
        "portrait" => Begun(film) with { Idea = film.Idea, Look = film.Look, Cast = Only(film.Cast, key), Profiles = Some(film.Profiles.Where(entry => entry.Key == key).Select(entry => entry.Value)) },
        "shots" => ShotFacts.For(key, film) is { } facts ? Begun(film) with { Idea = film.Idea, Look = facts.Look, Scene = facts.Scene, Cast = facts.Cast, Dialogues = facts.Dialogues } : Story(film),
        "frame" => ShotFacts.For(key?.Split('.')[0], film) is { } facts ? Begun(film) with { Look = facts.Look, Scene = facts.Scene, Cast = facts.Cast, Shots = film.Shots.GetValueOrDefault(facts.Scene!.Id) } : Story(film),
        _ => throw new ArgumentException($"No facts are chosen for the kind '{kind}'."),
    };

    public static IEnumerable<Func<FilmFacts, int, FilmFacts?>> Reductions { get; } =
    [
        WithFewerOthers,
        WithFewerDialogues,
        WithFewerScenes,
        WithFewerProfiles,
        (facts, _) => facts.Plot is { Beats.Count: > 0, Middle.Length: > 0 } plot ? facts with { Plot = plot with { Beginning = "", Middle = "", End = "" } } : null,
        // What the writer said is given up last, the oldest first.
        (facts, _) => facts.Stated is { Count: > 0 } stated ? facts with { Stated = Some(stated.Skip((stated.Count + 1) / 2)) } : null,
    ];

    private static FilmFacts Begun(Screenplay film) => new() { Title = film.Title, Brief = film.Brief };

    private static FilmFacts Story(Screenplay film) => Begun(film) with { Idea = film.Idea, Synopsis = film.Synopsis };

    private static Cast? Only(Cast? cast, string? person) => cast is null ? null : cast with { Characters = [.. cast.Characters.Where(each => each.Id == person)] };

    /// <summary>What one sees of people is for those who draw or play them.</summary>
    internal static Cast? Unseen(Cast? cast, Func<Character, bool>? except = null) =>
        cast is null ? null : cast with { Characters = [.. cast.Characters.Select(person => except?.Invoke(person) is true ? person : person with { Appearance = "" })] };

    /// <summary>What drives a person, and nothing else.</summary>
    private static Profile Driven(Profile profile) => profile with { Who = "", Voice = "", Relations = [] };

    private static IReadOnlyList<LedgerFact>? Kinships(Screenplay film) => Some(Ledger.Of(film).Kinships.Select(relation => relation.Fact).Select(LedgerFact.Of).Distinct());

    internal static IReadOnlyList<T>? Some<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;

    private static Profile[] All(Screenplay film) =>
        [.. film.Profiles.OrderBy(entry => Place(film, entry.Key)).Select(entry => entry.Value)];

    private static Profile[] Others(Screenplay film, string? key) => [.. All(film).Where(profile => profile.Character != key)];

    private static int Place(Screenplay film, string id) =>
        film.Cast?.Characters.Index().Where(entry => entry.Item.Id == id).Select(entry => entry.Index).FirstOrDefault(int.MaxValue) ?? 0;

    private static FilmFacts? WithFewerOthers(FilmFacts facts, int over) =>
        facts.Others is { Count: > 0 } others ? facts with { Others = Some(others.Take(others.Count / 2)) } : null;

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
