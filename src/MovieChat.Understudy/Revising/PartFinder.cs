using System.Globalization;
using System.Text.Json.Nodes;

namespace MovieChat.Understudy.Revising;

/// <summary>Finds the part of a document a writer named: a property, a path such as <c>lines[2]</c>, or an item's id or number.</summary>
internal static class PartFinder
{
    public static JsonNode? Find(JsonNode content, string name)
    {
        var node = content;
        foreach (var step in name.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = node is null ? null : Step(node, step);
        }
        return ReferenceEquals(node, content) ? null : node;
    }

    private static JsonNode? Step(JsonNode node, string step) => node switch
    {
        JsonObject item when item.TryGetPropertyValue(step, out var value) => value,
        JsonObject item => item.Select(pair => pair.Value).OfType<JsonArray>().Select(list => Item(list, step)).FirstOrDefault(found => found is not null),
        JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
        JsonArray list => Item(list, step),
        _ => null,
    };

    private static JsonObject? Item(JsonArray list, string key) =>
        list.OfType<JsonObject>().FirstOrDefault(item => Is(item["id"], key) || Is(item["number"], key) || Is(item["n"], key) || Is(item["character"], key) || Is(item["name"], key));

    private static bool Is(JsonNode? value, string key) => value is JsonValue && value.ToString().Equals(key, StringComparison.OrdinalIgnoreCase);
}
