using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>Reads Adaptive Cards as a client does.</summary>
internal static class Cards
{
    /// <summary>What one reads, in order: texts, labels, and the titles of buttons.</summary>
    public static IEnumerable<string> Words(JsonNode node) => node switch
    {
        JsonArray items => items.SelectMany(item => Words(item!)),
        JsonObject { } each when (string?)each["type"] == "RichTextBlock" => [string.Concat(each["inlines"]!.AsArray().Select(run => (string)run!["text"]!))],
        JsonObject each => new[] { "text", "label", "title", "altText" }.Select(name => (string?)each[name]).OfType<string>()
            .Concat(new[] { "body", "items", "actions" }.Select(name => each[name]).OfType<JsonNode>().SelectMany(Words)),
        _ => [],
    };

    /// <summary>Every object in it that has a type.</summary>
    public static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Elements),
        JsonObject each => (each.ContainsKey("type") ? new[] { each } : []).Concat(each.Where(property => property.Key != "data").SelectMany(property => Elements(property.Value))),
        _ => [],
    };

    public static IReadOnlyList<JsonObject> Buttons(JsonNode card) => [.. Elements(card).Where(element => (string)element["type"]! is "Action.Execute" or "Action.OpenUrl")];

    public static JsonObject Button(JsonNode card, string title) =>
        Buttons(card).FirstOrDefault(button => (string)button["title"]! == title) ?? throw new InvalidOperationException($"No button '{title}' among: {string.Join(", ", Buttons(card).Select(button => button["title"]))}");
}
