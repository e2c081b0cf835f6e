using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>The texts of a document's content as fields to fill in, and the content with what was filled in.</summary>
/// <remarks>Numbers, ids and pictures are not shown: what else is in the content stays as it is.</remarks>
public static class EditFields
{
    /// <summary>More than these are not edited in a form.</summary>
    public const int MostFields = 60;

    /// <summary>Most characters of a field, by the smallest of the surfaces' limits (a text input of Slack's).</summary>
    public const int MostCharacters = 3_000;

    /// <summary>What has more characters, or may, is shown with several lines.</summary>
    private const int LongFrom = 80;

    /// <summary>Values by which other documents or the checks find something: no words of the writer's.</summary>
    private static readonly HashSet<string> s_kept = ["id", "character", "characters", "scene", "type", "purpose", "setting", "picture", "mediaType", "aspectRatio", "language", "size", "angle", "move"];

    /// <returns>Null where the content has too many texts for a form, one that is too long, or none.</returns>
    public static ValueList<CardField>? Of(string content)
    {
        var fields = Texts(JsonNode.Parse(content)!, "", "").Select(text => new CardField(text.Path, text.Label, text.Value, text.Value.Length > LongFrom, false, MostCharacters)).ToValueList();
        return fields.Count is > 0 and <= MostFields && fields.All(field => field.Text.Length <= MostCharacters) ? fields : null;
    }

    /// <summary>The content with the values of its fields.</summary>
    /// <param name="values">By <see cref="CardField.Id"/>. Ids that the content does not have count for nothing.</param>
    public static JsonElement Apply(string content, IReadOnlyDictionary<string, string> values)
    {
        var root = JsonNode.Parse(content)!;
        foreach (var (path, _, value, set) in Texts(root, "", ""))
        {
            if (values.TryGetValue(path, out var given) && Lines(given) != Lines(value)) set(Lines(given));
        }

        using var json = JsonDocument.Parse(root.ToJsonString());
        return json.RootElement.Clone();
    }

    /// <summary>Forms send line ends as they like.</summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static IEnumerable<(string Path, string Label, string Value, Action<string> Set)> Texts(JsonNode node, string path, string label)
    {
        switch (node)
        {
            case JsonObject each:
                var of = Called(each) is { } name ? $"{label} {name}".Trim() : label;
                return each.ToArray()
                    .Where(property => property.Value is not null && !IsKept(property.Key, property.Value))
                    .SelectMany(property => property.Value is JsonValue value && value.TryGetValue<string>(out var text)
                        ? [(Joined(path, property.Key), $"{of} {Words(property.Key)}".Trim(), text, (string given) => each[property.Key] = given)]
                        : Texts(property.Value!, Joined(path, property.Key), $"{of} {Words(property.Key)}".Trim()));
            case JsonArray items:
                return Enumerable.Range(0, items.Count)
                    .Where(index => items[index] is not null)
                    .SelectMany(index => items[index] is JsonValue value && value.TryGetValue<string>(out var text)
                        ? [($"{path}[{index}]", $"{label} {index + 1}", text, (string given) => items[index] = given)]
                        : Texts(items[index]!, $"{path}[{index}]", $"{label} {index + 1}"));
            default:
                return [];
        }
    }

    /// <summary>A list of people holds their names; a list of who is in a scene, their ids.</summary>
    private static bool IsKept(string name, JsonNode value) => s_kept.Contains(name) && !(value is JsonArray items && items.FirstOrDefault() is JsonObject);

    /// <summary>What an item of a list is called by.</summary>
    private static string? Called(JsonObject item) => item["character"] is JsonValue person && person.TryGetValue<string>(out var id) ? id : null;

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary><c>oneLine</c> as <c>one line</c>.</summary>
    private static string Words(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
