using System.Text.Json.Nodes;
using MovieChat.Core.Journey;

namespace MovieChat.Bench.Craft;

/// <summary>An approved document of a film.</summary>
/// <param name="Content">JSON.</param>
internal sealed record CraftDocument(DocumentId Id, string Content)
{
    /// <summary>Names, and what is repeated on purpose: a pay-off names its set-up.</summary>
    private static readonly HashSet<string> s_noProse = ["id", "character", "characters", "scene", "name", "title", "role", "type", "purpose", "heading", "setUps", "payOffs"];

    /// <summary>Every text in it, fields that are new to this bench among them.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. In(JsonNode.Parse(Content))];

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Where(field => !s_noProse.Contains(field.Key)).SelectMany(field => In(field.Value)),
        JsonArray items => items.SelectMany(In),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
