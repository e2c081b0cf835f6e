using System.Globalization;
using System.Text.Json.Nodes;
using MovieChat.Core.Writing;

namespace MovieChat.Understudy.Revising;

/// <summary>Puts right in a revision what was found wrong with it, and only that.</summary>
internal static class Mending
{
    /// <summary>Every faulty place takes what stands there in a fresh draft. False when a fault names no place both drafts have.</summary>
    public static bool Mend(JsonNode content, IEnumerable<Fault> faults, JsonNode fresh)
    {
        var mended = true;
        foreach (var path in faults.Select(fault => fault.Path).Distinct())
        {
            mended &= PartFinder.Find(fresh, path) is { } value && Put(content, path, value.DeepClone());
        }
        return mended;
    }

    private static bool Put(JsonNode content, string path, JsonNode value)
    {
        var steps = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var holder = steps.Length == 1 ? content : PartFinder.Find(content, string.Join('.', steps[..^1]));
        switch (holder)
        {
            case JsonObject item:
                item[steps[^1]] = value;
                return true;
            case JsonArray list when int.TryParse(steps[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count:
                list[index] = value;
                return true;
            default:
                return false;
        }
    }
}
