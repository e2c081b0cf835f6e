using System.Collections.Frozen;
using System.Text.Json;
using MovieChat.Core.Film;

namespace MovieChat.Core.Authorship;

/// <summary>The readable words of a document: its JSON's texts, without ids and without what is chosen from a list.</summary>
/// <remarks>Properties are read by name, so that whoever sends them in another order has brought nothing in. Fields that this version does not know count as text.</remarks>
public static class DraftWords
{
    private static readonly FrozenSet<string> NoText = FrozenSet.ToFrozenSet(
        ["id", "character", "characters", "scene", "type", "purpose", "setting", "size", "angle", "move", "aspectRatio", "picture", "mediaType"]);

    /// <param name="content">One option of a draft, JSON.</param>
    public static IReadOnlyList<Word> Of(string content)
    {
        using var document = JsonDocument.Parse(content);
        var words = new List<Word>();
        Add(words, document.RootElement, isSpoken: false);
        return words;
    }

    private static void Add(List<Word> words, JsonElement value, bool isSpoken)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                words.AddRange(WordSplitter.Words(value.GetString()!, isSpoken));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Add(words, item, isSpoken);
                break;
            case JsonValueKind.Object:
                var speaks = value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(ElementTypes.Dialogue);
                foreach (var property in value.EnumerateObject().Where(IsText).OrderBy(each => each.Name, StringComparer.Ordinal)) Add(words, property.Value, speaks);
                break;
        }
    }

    /// <summary>The people of a scene are ids; the people of a cast, under the same name, are described.</summary>
    private static bool IsText(JsonProperty property) =>
        !NoText.Contains(property.Name) || (property.Value.ValueKind == JsonValueKind.Array && property.Value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object));
}
