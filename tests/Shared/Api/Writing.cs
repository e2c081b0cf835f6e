using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Api;

/// <summary>Documents of a small film, as a writer may have them already: two people, two scenes.</summary>
public static class Writing
{
    private const string Walk = "Mara walks down to the harbour, counts the empty berths and talks with Jonas about the ferry that nobody wants to pay for. ";

    /// <summary>Every document of the film, in the order of the journey.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        ["brief", "ideas", "synopsis", "cast", "profile:mara", "profile:jonas", "plot", "scenes", "dialogue:s1", "dialogue:s2"];

    /// <summary>All of it: a film that is complete from its beginning.</summary>
    public static JsonObject WholeFilm => Start([.. Documents]);

    /// <summary>What stands before <paramref name="document"/>, which then is the first that is drafted.</summary>
    public static JsonObject Before(string document) => Start([.. Documents.TakeWhile(each => each != document)]);

    public static JsonObject Start(params string[] documents) =>
        new(documents.Select(document => KeyValuePair.Create(document, (JsonNode?)Of(document))));

    public static JsonObject Of(string document) => document switch
    {
        "brief" => Brief(),
        "ideas" => Idea(),
        "synopsis" => Synopsis(),
        "cast" => Cast(),
        "profile:mara" => Profile("mara", "jonas"),
        "profile:jonas" => Profile("jonas", "mara"),
        "plot" => Plot(),
        "scenes" => Scenes(),
        "dialogue:s1" => Dialogue("s1"),
        "dialogue:s2" => Dialogue("s2"),
        _ => throw new ArgumentException($"The small film has no '{document}'."),
    };

    public static JsonObject Brief() => new()
    {
        ["genres"] = new JsonArray("drama"),
        ["tone"] = "quiet, dry humour",
        ["likes"] = new JsonArray("Local Hero"),
        ["message"] = "You can leave a place only after you have forgiven it.",
        ["audience"] = "adults",
        ["lengthMinutes"] = 90,
        ["language"] = "English",
        ["avoid"] = new JsonArray("guns"),
        ["notes"] = "An island, one week before the ferry stops.",
    };

    public static JsonObject Idea() => new()
    {
        ["title"] = "The Last Ferry",
        ["logline"] = "A ferry captain must choose between the island and her daughter before the last crossing.",
        ["why"] = "It is small, quiet and about leaving.",
    };

    public static JsonObject Synopsis() => new()
    {
        ["lines"] = new JsonArray(
            "Mara steers the only ferry of an island that empties.",
            "Jonas comes with the order to stop the line.",
            "She hides the letter, and he learns to like the island.",
            "The letter is found, and the island turns against both.",
            "Mara makes the last crossing and stays on the other shore."),
    };

    public static JsonObject Cast() => new()
    {
        ["characters"] = new JsonArray(Person("mara", "Mara", "protagonist", 47), Person("jonas", "Jonas", "antagonist", 39)),
    };

    public static JsonObject Person(string id, string name, string role, int age) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["role"] = role,
        ["age"] = age,
        ["oneLine"] = $"{name} does not let go.",
        ["appearance"] = "Tall, a grey coat, walks against the wind.",
    };

    public static JsonObject Profile(string character, string other) => new()
    {
        ["character"] = character,
        ["who"] = "Born on the island, never asked about it.",
        ["wants"] = "To keep the ferry.",
        ["struggles"] = "With the company, and with being needed.",
        ["change"] = "From holding on to letting go.",
        ["voice"] = "Short sentences. Never says please.",
        ["relations"] = new JsonArray(new JsonObject { ["character"] = other, ["text"] = "Owes them an answer." }),
    };

    public static JsonObject Plot() => new()
    {
        ["beginning"] = string.Concat(Enumerable.Repeat(Walk, 8)).Trim(),
        ["middle"] = string.Concat(Enumerable.Repeat(Walk, 10)).Trim(),
        ["end"] = string.Concat(Enumerable.Repeat(Walk, 8)).Trim(),
        ["beats"] = new JsonArray(Beat("The order", 0.1), Beat("The letter", 0.5), Beat("The last crossing", 0.95)),
    };

    public static JsonObject Scenes() => new()
    {
        ["scenes"] = new JsonArray(
            Scene("s1", 1, "opening", "HARBOUR", 0.05),
            Scene("s2", 2, "conclusion", "FERRY DECK", 0.95)),
    };

    public static JsonObject Dialogue(string scene) => new()
    {
        ["scene"] = scene,
        ["elements"] = new JsonArray(
            new JsonObject { ["type"] = "action", ["text"] = "Rain on the pier." },
            new JsonObject { ["type"] = "character", ["text"] = "MARA", ["character"] = "mara" },
            new JsonObject { ["type"] = "dialogue", ["text"] = $"You are late for {scene}.", ["character"] = "mara" }),
    };

    /// <summary>Two shots that move, with a line and a sound; each of them stays for a minute.</summary>
    public static JsonObject Shots(string scene) => new()
    {
        ["scene"] = scene,
        ["shots"] = new JsonArray(Shot(1, "two shot", "pan", "The two stand at the rail.", "You are late.", "mara", "jonas"), Shot(2, "insert", "dolly in", "The rope slides into the water.", "A horn.")),
    };

    private static JsonObject Shot(int number, string size, string move, string action, string line, params string[] people) => new()
    {
        ["n"] = number,
        ["size"] = size,
        ["angle"] = "eye level",
        ["move"] = move,
        ["lens"] = 50,
        ["action"] = action,
        ["characters"] = new JsonArray([.. people.Select(person => (JsonNode)person)]),
        ["seconds"] = 60,
        ["line"] = line,
    };

    private static JsonObject Beat(string name, double position) => new() { ["name"] = name, ["position"] = position, ["text"] = "It happens." };

    private static JsonObject Scene(string id, int number, string purpose, string place, double position) => new()
    {
        ["id"] = id,
        ["number"] = number,
        ["heading"] = new JsonObject { ["setting"] = "EXT", ["place"] = place, ["time"] = "DAY" },
        ["purpose"] = purpose,
        ["characters"] = new JsonArray("mara", "jonas"),
        ["summary"] = "They meet and neither says why.",
        ["position"] = position,
    };
}
