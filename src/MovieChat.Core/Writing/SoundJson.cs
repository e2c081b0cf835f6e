using System.Text.Json;

namespace MovieChat.Core.Writing;

/// <summary>Whether JSON can be read, written and changed in one way only, whoever reads it.</summary>
internal static class SoundJson
{
    /// <summary>Deepest nesting of objects and lists. What holds the document nests it some levels deeper, and readers give up at 64.</summary>
    public const int MostDepth = 32;

    /// <summary>Finds a property that is given twice, or text that is no Unicode: JSON may hold half of a surrogate pair (RFC 8259, section
    /// 8.2), which can be stored and can not be written again. Typed readers pass over both.</summary>
    /// <returns>Null when all is well.</returns>
    public static Fault? FaultIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false, MaxDepth = MostDepth });
            return FaultIn(document.RootElement, "");
        }
        catch (JsonException wrong)
        {
            return JsonFault.Of(wrong);
        }
        catch (InvalidOperationException)
        {
            // Thrown on half a surrogate pair in a property's name.
            return new("", NoText);
        }
    }

    private const string NoText = "holds half a character (a lone surrogate): write it whole.";

    private static Fault? FaultIn(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => IsText(value) ? null : new(path, NoText),
        JsonValueKind.Array => value.EnumerateArray().Index().Select(item => FaultIn(item.Item, $"{path}[{item.Index}]")).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Object => value.EnumerateObject().Select(property => FaultIn(property.Value, path.Length > 0 ? $"{path}.{property.Name}" : property.Name)).FirstOrDefault(fault => fault is not null),
        _ => null,
    };

    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
