using System.Text.Json.Nodes;

namespace MovieChat.Studio.Tests;

/// <summary>A paused film that begins with so many scenes of the writer's own.</summary>
internal static class LongFilm
{
    private static readonly string[] s_people = ["ada", "bo"];

    public static async Task<string> BeginAsync(Client writer, int scenes)
    {
        var start = new JsonObject
        {
            ["ideas"] = new JsonObject { ["title"] = "Long", ["logline"] = "A long film.", ["why"] = "To try it." },
            ["synopsis"] = new JsonObject { ["lines"] = new JsonArray("One.", "Two.", "Three.", "Four.", "Five.") },
            ["cast"] = new JsonObject { ["characters"] = List(2, place => Person(s_people[place], place == 0 ? "protagonist" : "antagonist")) },
            ["plot"] = new JsonObject { ["beginning"] = Text("It rains."), ["middle"] = Text("It snows."), ["end"] = Text("It thaws."), ["beats"] = List(1, _ => new() { ["name"] = "Rain", ["position"] = 0.1, ["text"] = "It rains." }) },
            ["scenes"] = new JsonObject { ["scenes"] = List(scenes, place => Scene(place, scenes)) },
        };
        foreach (var id in s_people) start[$"profile:{id}"] = Profile(id);
        var project = await writer.BeginAsync("A long film", new JsonObject { ["notes"] = "Rain." }, start);
        (await writer.PostAsync($"/api/projects/{project}/pause")).Ok();
        return project;
    }

    private static JsonArray List(int count, Func<int, JsonObject> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static string Text(string sentence) => string.Concat(Enumerable.Repeat($"{sentence} ", 90));

    private static JsonObject Person(string id, string role) => new() { ["id"] = id, ["name"] = id, ["role"] = role, ["age"] = 40, ["oneLine"] = $"This is {id}.", ["appearance"] = "Tall, in grey." };

    private static JsonObject Profile(string id) => new()
    {
        ["character"] = id,
        ["who"] = "Somebody.",
        ["wants"] = "To go.",
        ["struggles"] = "To stay.",
        ["change"] = "Goes.",
        ["voice"] = "Short.",
        ["relations"] = new JsonArray(),
    };

    private static JsonObject Scene(int place, int count) => new()
    {
        ["id"] = $"s{place + 1}",
        ["number"] = place + 1,
        ["heading"] = new JsonObject { ["setting"] = "INT", ["place"] = $"Room {place + 1}", ["time"] = "DAY" },
        ["purpose"] = place == 0 ? "opening" : place == count - 1 ? "conclusion" : "other",
        ["characters"] = new JsonArray([.. s_people]),
        ["summary"] = $"Ada comes in for the {place + 1}{(place == 1 ? "nd" : "th")} time, and says nothing of it.",
        ["position"] = (double)place / (count - 1),
        ["turn"] = "The door is open.",
    };
}
