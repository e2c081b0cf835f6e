using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MovieChat.Core.Writing.Checks;

/// <summary>Finds nulls in the lists of a document. The JSON reader refuses null in a property that can not be null, but not in a list
/// (System.Text.Json has no nullability of a list's items).</summary>
internal static class NullItems
{
    /// <summary>The faults in what <paramref name="type"/> knows; fields it does not know may hold what they like.</summary>
    public static IEnumerable<Fault> In(JsonElement value, JsonTypeInfo type, string path = "") => (type.Kind, value.ValueKind) switch
    {
        (JsonTypeInfoKind.Object, JsonValueKind.Object) => type.Properties
            .Where(property => !property.IsExtensionData)
            .SelectMany(property => InProperty(value, property, type.Options, path)),
        (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => value.EnumerateArray()
            .SelectMany((item, place) => InItem(item, type.Options.GetTypeInfo(type.ElementType!), $"{path}[{place}]")),
        _ => [],
    };

    private static IEnumerable<Fault> InProperty(JsonElement owner, JsonPropertyInfo property, JsonSerializerOptions options, string path) =>
        owner.EnumerateObject()
            .Where(found => found.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(found => In(found.Value, options.GetTypeInfo(property.PropertyType), path.Length == 0 ? property.Name : $"{path}.{property.Name}"));

    private static IEnumerable<Fault> InItem(JsonElement item, JsonTypeInfo type, string path) =>
        item.ValueKind == JsonValueKind.Null ? [new(path, "must not be null.")] : In(item, type, path);
}
