using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Revising;

/// <summary>The prose inside a document: every string but ids and words of a vocabulary.</summary>
internal static class Strings
{
    private static readonly HashSet<string> Vocabulary =
        ["id", "character", "characters", "scene", "type", "purpose", "setting", "time", "role", "size", "angle", "move", "aspectRatio"];

    /// <summary>Replaces a name or a place everywhere, in capitals too. Returns whether there was any.</summary>
    public static bool Replace(JsonNode root, string word, string by)
    {
        var changed = false;
        Walk(root, text =>
        {
            var replaced = Sentences.ReplaceWord(text, word, by);
            if (word.Any(char.IsLower)) replaced = Sentences.ReplaceWord(replaced, word.ToUpperInvariant(), by.ToUpperInvariant());
            changed |= replaced != text;
            return replaced;
        });
        return changed;
    }

    public static void Walk(JsonNode? node, Func<string, string> change)
    {
        if (node is JsonObject item)
        {
            foreach (var name in item.Select(pair => pair.Key).ToList())
            {
                if (IsText(item[name])) item[name] = Vocabulary.Contains(name) ? item[name]!.GetValue<string>() : change(item[name]!.GetValue<string>());
                else if (!Vocabulary.Contains(name) || item[name] is JsonArray { Count: > 0 } list && list[0] is JsonObject) Walk(item[name], change);
            }
        }
        if (node is not JsonArray array) return;
        for (var index = 0; index < array.Count; index++)
        {
            if (IsText(array[index])) array[index] = change(array[index]!.GetValue<string>());
            else Walk(array[index], change);
        }
    }

    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
