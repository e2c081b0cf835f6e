using MovieChat.Core.Craft;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Tests.Craft;

/// <summary>A film of four people and four scenes in which an editor finds nothing, to spoil in one place.</summary>
internal static class SmallFilm
{
    public static Screenplay Good { get; } = new()
    {
        Title = "The Weir",
        Brief = new() { Genres = ["drama"] },
        Idea = new() { Title = "The Weir", Logline = "A lock keeper must open the weir before the flood, against the brother who built below it.", Why = "It fits." },
        Cast = new()
        {
            Characters =
            [
                Person("ilse", "Ilse", "protagonist", 52), Person("bertolt", "Bertolt", "antagonist", 47), Person("ruth", "Ruth", "family", 19), Person("janusz", "Janusz", "ally", 60),
            ],
        },
        Profiles = new Dictionary<string, Profile> { ["ilse"] = Profile("ilse") },
        Plot = new()
        {
            Beginning = "Ilse greases the winch before light.",
            Middle = "The gauge climbs.",
            End = "The gate stands open.",
            Beats = [Beat("Grease", 0.02), Beat("The gauge", 0.11), Beat("Two keys", 0.31), Beat("Below the line", 0.47), Beat("The sandbags", 0.7), Beat("Open", 0.93)],
        },
        Scenes = new()
        {
            Scenes =
            [
                Scene(1, "EXT", "WEIR", "DAWN", ["ilse", "janusz"], "Ilse greases the winch, and Janusz reads the gauge.") with { SetUps = ["the second key"] },
                Scene(2, "INT", "KITCHEN", "NIGHT", ["bertolt", "ruth"], "Bertolt tells Ruth what the engineer wrote.") with { Learns = [new() { What = "the foundation was poured without steel", Characters = ["bertolt", "ruth"] }] },
                Scene(3, "INT", "LOCK HOUSE", "DAY", ["ilse", "ruth", "bertolt"], "Bertolt comes for the winch handle."),
                Scene(4, "EXT", "WEIR", "NIGHT", ["ilse", "bertolt", "janusz"], "The gate goes up.") with { PayOffs = ["the second key"] },
            ],
        },
        Dialogues = new Dictionary<string, Dialogue>
        {
            ["s1"] = Page("s1", [Act("Mist. Ilse leans on the winch. A second key hangs from a nail."), .. Say("janusz", "Forty-one and climbing.")]),
            ["s2"] = Page("s2", [Act("A lamp. Ruth dries one plate."), .. Say("bertolt", "No steel in it. None. Poured like porridge."), .. Say("ruth", "Who signed?")]),
        },
    };

    public static DocumentId Scenes { get; } = DocumentId.Parse("scenes");

    public static Character Person(string id, string name, string role, int age) =>
        new() { Id = id, Name = name, Role = role, Age = age, OneLine = $"{name} of the lower lock.", Appearance = "Oilskins." };

    public static Profile Profile(string id) => new()
    {
        Character = id,
        Who = "Keeps the lock that her father kept.",
        Wants = "The weir open before midnight.",
        Struggles = "Her brother owns the land below.",
        Change = "From orders to asking.",
        Voice = "Short.",
        Wound = "The flood took the boathouse.",
        Lie = "Whoever asks has lost already.",
        Need = "To be helped with the handle.",
        Relations = [new() { Character = "bertolt", Text = "Her younger brother, who sold the meadow." }],
    };

    public static Beat Beat(string name, double position) => new() { Name = name, Position = position, Text = $"Something is done at {name.ToLowerInvariant()}." };

    public static Scene Scene(int number, string setting, string place, string time, string[] people, string summary) => new()
    {
        Id = $"s{number}",
        Number = number,
        Heading = new() { Setting = setting, Place = place, Time = time },
        Purpose = number == 1 ? "opening" : number == 4 ? "conclusion" : "other",
        Characters = people,
        Summary = summary,
        Position = number / 5.0,
        Turn = $"The handle is in other hands beside the {new[] { "lamp", "rope", "gauge", "gate" }[number - 1]}.",
        Wants = [.. people.Select(person => new SceneWant { Character = person, Want = "the handle", Obstacle = "somebody holds it" })],
    };

    public static Dialogue Page(string scene, params Element[] elements) => new() { Scene = scene, Elements = elements };

    public static Element Act(string text) => new() { Type = ElementTypes.Action, Text = text };

    public static Element[] Say(string person, string text, string? how = null) =>
    [
        new() { Type = ElementTypes.Character, Text = person.ToUpperInvariant(), Character = person },
        .. how is null ? Array.Empty<Element>() : [new() { Type = ElementTypes.Parenthetical, Text = how, Character = person }],
        new() { Type = ElementTypes.Dialogue, Text = text, Character = person },
    ];

    /// <summary>The notes on a dialogue of scene <paramref name="scene"/> made of <paramref name="elements"/>.</summary>
    public static IReadOnlyList<CraftNote> OnPage(string scene, params Element[] elements) => OnPage(Good, scene, elements);

    public static IReadOnlyList<CraftNote> OnPage(Screenplay film, string scene, params Element[] elements) =>
        CraftNotes.Of(film, DocumentId.Parse($"dialogue:{scene}"), System.Text.Json.JsonSerializer.Serialize(Page(scene, elements), FilmJson.Readable.Dialogue));

    /// <summary>The notes on the list of scenes with <paramref name="change"/> made to scene <paramref name="number"/>.</summary>
    public static IReadOnlyList<CraftNote> OnScenes(int number, Func<Scene, Scene> change)
    {
        var list = new SceneList { Scenes = [.. Good.Scenes!.Scenes.Select(scene => scene.Number == number ? change(scene) : scene)] };
        return CraftNotes.Of(Good, Scenes, System.Text.Json.JsonSerializer.Serialize(list, FilmJson.Readable.SceneList));
    }

    public static IReadOnlyList<CraftNote> OnProfile(Profile profile) =>
        CraftNotes.Of(Good, DocumentId.Parse($"profile:{profile.Character}"), System.Text.Json.JsonSerializer.Serialize(profile, FilmJson.Readable.Profile));

    public static IReadOnlyList<CraftNote> OnPlot(Plot plot) => CraftNotes.Of(Good, DocumentId.Parse("plot"), System.Text.Json.JsonSerializer.Serialize(plot, FilmJson.Readable.Plot));

    public static IReadOnlyList<CraftNote> OnCast(params Character[] people) =>
        CraftNotes.Of(Good, DocumentId.Parse("cast"), System.Text.Json.JsonSerializer.Serialize(new Cast { Characters = people }, FilmJson.Readable.Cast));
}
