using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Telemetry;

/// <summary>A small film of which every text holds a word that stands nowhere else.</summary>
internal static class TelltaleFilm
{
    public const string Mark = "zqxword";
    public const string Title = $"The {Mark} Ferry";
    public const string OwnerKey = $"{Mark}-the-owner-key-of-these-tests-0123456789";
    public const string ModelKey = $"sk-{Mark}-4711";

    /// <summary>What is no text of the film: ids, and words of a fixed vocabulary.</summary>
    private static readonly string[] s_terms = ["id", "character", "characters", "role", "setting", "time", "purpose", "scene", "language", "type"];

    public static JsonNode Brief => Marked(Short(GoodFilm.Brief));

    public static JsonNode Cast => Marked(Only(GoodFilm.Cast, "characters", "mara", "jon"));

    public static JsonNode Content(string kind, string? key) => Marked(kind switch
    {
        "profile" => GoodFilm.ProfileOf(key!, key == "mara" ? "jon" : "mara"),
        "scenes" => Scenes(),
        "dialogue" => GoodFilm.DialogueOf(key!),
        _ => GoodFilm.Of(kind),
    });

    private static JsonObject Short(JsonObject brief)
    {
        brief["lengthMinutes"] = 3;
        return brief;
    }

    private static JsonObject Scenes()
    {
        var scenes = Only(GoodFilm.Scenes, "scenes", "s1", "s4");
        foreach (var scene in scenes["scenes"]!.AsArray()) scene!["wants"] = new JsonArray();
        scenes["scenes"]![1]!["characters"] = new JsonArray("mara", "jon");
        return scenes;
    }

    private static JsonObject Only(JsonObject document, string list, params string[] ids)
    {
        var items = document[list]!.AsArray();
        foreach (var other in items.Where(item => !ids.Contains((string?)item!["id"])).ToArray()) items.Remove(other);
        return document;
    }

    /// <summary>With the mark at the end of every text.</summary>
    private static JsonNode Marked(JsonNode node)
    {
        if (node is JsonArray items)
        {
            for (var place = 0; place < items.Count; place++) items[place] = Marked(items[place]!.DeepClone());
            return items;
        }

        if (node is JsonObject fields)
        {
            foreach (var name in fields.Select(field => field.Key).Except(Terms(fields)).ToArray()) fields[name] = Marked(fields[name]!.DeepClone());
            return fields;
        }

        return node.GetValueKind() is JsonValueKind.String ? $"{node} {Mark}" : node;
    }

    /// <summary>What stands on a page in a form of its own holds no other words: who speaks, and how a scene ends.</summary>
    private static string[] Terms(JsonObject fields) =>
        fields["type"] is { } type && (string?)type is "character" or "transition" ? [.. s_terms, "text"] : s_terms;
}
