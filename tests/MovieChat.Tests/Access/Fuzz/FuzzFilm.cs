using System.Text.Json.Nodes;
using MovieChat.Tests.Web;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>The project that requests are grown for, as its last answer showed it.</summary>
internal sealed class FuzzFilm(JsonNode snapshot)
{
    /// <summary>Stands in every text of the film as it began.</summary>
    public const string Canary = "canary-in-the-storage";

    public string Id { get; } = snapshot.Text("id");

    public JsonNode Snapshot { get; private set; } = snapshot;

    public long Revision => (long)Snapshot["revision"]!;

    public IReadOnlyList<string> Documents => [.. Snapshot["documents"]!.AsArray().Select(document => document!.Text("id"))];

    public int DraftOf(string document) => (int?)Snapshot.Document(document)["draft"] ?? 1;

    public void Follow(JsonNode snapshot) => Snapshot = snapshot;

    /// <summary>What a film with something of every kind begins with.</summary>
    public static JsonObject Beginning(string canary) => new()
    {
        ["title"] = $"The Ferry {canary}",
        ["brief"] = With(GoodFilm.Brief, "message", canary),
        ["start"] = new JsonObject
        {
            ["ideas"] = With(GoodFilm.Idea, "why", canary),
            ["synopsis"] = GoodFilm.Synopsis,
            ["cast"] = GoodFilm.Cast,
            ["profile:jon"] = With(GoodFilm.ProfileOf("jon", "mara"), "wants", canary),
            ["profile:mara"] = GoodFilm.Profile,
            ["plot"] = With(GoodFilm.Plot, "end", $"{canary} {GoodFilm.Words("At night Jon asks for a crossing.", 30)}"),
            ["scenes"] = GoodFilm.Scenes,
            ["dialogue:s1"] = GoodFilm.DialogueOf("s1"),
        },
    };

    private static JsonObject With(JsonObject content, string name, string value)
    {
        content[name] = value;
        return content;
    }
}
