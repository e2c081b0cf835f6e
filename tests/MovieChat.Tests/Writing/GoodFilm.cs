using System.Text.Json.Nodes;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;

namespace MovieChat.Tests.Writing;

/// <summary>A small film of which every document is as it should be, as JSON to take and to spoil.</summary>
internal static class GoodFilm
{
    public const string Person = "mara";
    public const string Scene = "s2";

    public static JsonObject Brief => Parse(
        """{ "genres": ["drama"], "tone": "warm", "likes": ["The Ferryman"], "message": "Stay.", "audience": "adults", "lengthMinutes": 90, "language": "English", "avoid": ["blood"], "notes": "" }""");

    public static JsonObject Idea => Parse("""{ "title": "The Ferry", "logline": "A pilot must cross once more.", "why": "It is warm." }""");

    public static JsonObject Synopsis => Parse("""{ "lines": ["A ferry waits.", "A bridge is built.", "Mara refuses.", "The river rises.", "She crosses."] }""");

    public static JsonObject Cast => new()
    {
        ["characters"] = new JsonArray(Character("mara", "Mara", "protagonist"), Character("jon", "Jon", "antagonist"), Character("ada", "Ada", "ally"), Character("lou", "Lou", "family")),
    };

    public static JsonObject Profile => ProfileOf(Person, "jon");

    public static JsonObject Plot => new()
    {
        ["beginning"] = Words("At dawn Mara readies the ferry.", 30),
        ["middle"] = Words("The river takes what it wants.", 40),
        ["end"] = Words("At night Jon asks for a crossing.", 30),
        ["beats"] = new JsonArray(Beat("Wake", 0), Beat("Flood", 0.5), Beat("Landing", 1)),
    };

    /// <summary>Mara and Jon meet in s1 and s2, Ada and Lou are by themselves in s3, and all but Lou come together in s4.</summary>
    public static JsonObject Scenes => new()
    {
        ["scenes"] = new JsonArray(
            SceneOf(1, "opening", 0, "mara", "jon"), SceneOf(2, "twist", 0.4, "mara", "jon"), SceneOf(3, "other", 0.6, "ada", "lou"), SceneOf(4, "conclusion", 0.9, "mara", "jon", "ada")),
    };

    public static JsonObject Dialogue => DialogueOf(Scene);

    public static JsonObject Look => Parse(
        """{ "palette": ["slate grey", "lamp yellow"], "light": "Low and from the side.", "lenses": "Long ones.", "texture": "Wet wood.", "references": ["river barges"], "summary": "A grey river with one lamp.", "aspectRatio": "2.39" }""");

    public static JsonObject Shots => ShotsOf(Scene, "mara", "jon");

    /// <summary>A portrait or a frame as JSON; its picture is stored nowhere.</summary>
    public static JsonObject Picture => Parse($$"""{ "picture": "{{new string('a', 64)}}", "mediaType": "image/png", "width": 64, "height": 64, "prompt": "", "references": [] }""");

    public static JsonObject Of(string kind) => kind switch
    {
        "brief" => Brief,
        "ideas" => Idea,
        "synopsis" => Synopsis,
        "cast" => Cast,
        "profile" => Profile,
        "plot" => Plot,
        "scenes" => Scenes,
        "dialogue" => Dialogue,
        "look" => Look,
        "shots" => Shots,
        "portrait" or "frame" => Picture,
        _ => throw new ArgumentException($"No kind {kind}."),
    };

    public static string? KeyOf(string kind) => kind switch { "profile" or "portrait" => Person, "dialogue" or "shots" => Scene, "frame" => $"{Scene}.1", _ => null };

    /// <summary>Both people from the right to the left, one of them, and nobody.</summary>
    public static JsonObject ShotsOf(string scene, string one, string other) => Parse(
        $$"""
        { "scene": "{{scene}}", "shots": [
          { "n": 1, "size": "two shot", "angle": "eye level", "move": "static", "lens": 35, "action": "The two stand at the rail.", "characters": ["{{other}}", "{{one}}"], "seconds": 4, "line": "MARA: Said in {{scene}}." },
          { "n": 2, "size": "close-up", "angle": "low", "move": "dolly in", "lens": 85, "action": "She lets go of the rope.", "characters": ["{{one}}"], "seconds": 2.5 },
          { "n": 3, "size": "insert", "angle": "high", "move": "static", "lens": 50, "action": "The rope slides into the water.", "characters": [], "seconds": 3 } ] }
        """);

    public static JsonObject ProfileOf(string person, string other) => new()
    {
        ["character"] = person,
        ["who"] = $"{person} of the river",
        ["wants"] = "To keep the ferry.",
        ["struggles"] = "With the bridge.",
        ["change"] = "Learns to leave.",
        ["voice"] = "Short.",
        ["wound"] = "The flood.",
        ["lie"] = "Whoever asks has lost.",
        ["need"] = "To be helped.",
        ["relations"] = new JsonArray(new JsonObject { ["character"] = other, ["text"] = "Old friends." }),
    };

    public static JsonObject DialogueOf(string scene) => Parse(
        $$"""
        { "scene": "{{scene}}", "elements": [
          { "type": "action", "text": "Rain on the deck of {{scene}}." },
          { "type": "character", "text": "MARA (V.O.)", "character": "mara" },
          { "type": "parenthetical", "text": "low", "character": "mara" },
          { "type": "dialogue", "text": "Said in {{scene}}.", "character": "mara" },
          { "type": "transition", "text": "CUT TO:" } ] }
        """);

    /// <summary>Everything approved, the dialogues of s1 and s3 too.</summary>
    public static Screenplay All { get; } = new Screenplay { Title = "The Ferry" }
        .With(DocumentId.Brief, Brief.ToJsonString())
        .With(DocumentId.Ideas, Idea.ToJsonString())
        .With(DocumentId.Synopsis, Synopsis.ToJsonString())
        .With(DocumentId.Parse("cast"), Cast.ToJsonString())
        .With(DocumentId.Parse("profile:jon"), ProfileOf("jon", "mara").ToJsonString())
        .With(DocumentId.Parse("profile:ada"), ProfileOf("ada", "mara").ToJsonString())
        .With(DocumentId.Parse("profile:mara"), Profile.ToJsonString())
        .With(DocumentId.Parse("plot"), Plot.ToJsonString())
        .With(DocumentId.Parse("scenes"), Scenes.ToJsonString())
        .With(DocumentId.Parse("dialogue:s1"), DialogueOf("s1").ToJsonString())
        .With(DocumentId.Parse("dialogue:s2"), DialogueOf("s2").ToJsonString())
        .With(DocumentId.Parse("dialogue:s3"), DialogueOf("s3").ToJsonString())
        .With(DocumentId.Parse("look"), Look.ToJsonString())
        .With(DocumentId.Parse("shots:s2"), Shots.ToJsonString());

    public static string Words(string sentence, int times) => string.Join(' ', Enumerable.Repeat(sentence, times));

    private static JsonObject Character(string id, string name, string role) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["role"] = role,
        ["age"] = 41,
        ["oneLine"] = $"{name} of the river.",
        ["appearance"] = "A grey coat.",
    };

    private static JsonObject Beat(string name, double position) => new() { ["name"] = name, ["position"] = position, ["text"] = "It turns." };

    private static JsonObject SceneOf(int number, string purpose, double position, params string[] people) => new()
    {
        ["id"] = $"s{number}",
        ["number"] = number,
        ["heading"] = new JsonObject { ["setting"] = "EXT", ["place"] = $"PIER {number}", ["time"] = "DAWN" },
        ["purpose"] = purpose,
        ["characters"] = new JsonArray([.. people.Select(person => (JsonNode)person)]),
        ["summary"] = $"They meet at pier {number}.",
        ["position"] = position,
        ["wants"] = new JsonArray([.. people.Select(person => new JsonObject { ["character"] = person, ["want"] = "The rope.", ["obstacle"] = "It is taken." })]),
        ["turn"] = $"The rope is at pier {number}.",
        ["learns"] = new JsonArray(),
        ["setUps"] = new JsonArray(),
        ["payOffs"] = new JsonArray(),
    };

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
