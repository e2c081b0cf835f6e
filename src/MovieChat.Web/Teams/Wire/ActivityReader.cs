using System.Text.Json;
using System.Text.Unicode;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Teams.Wire;

/// <summary>Reads what came: strictly what of it matters, and nothing of the rest.</summary>
internal static class ActivityReader
{
    /// <summary>Most bytes of a request. Teams' own are a few KB; a filled-in form can have some more.</summary>
    public const int MostBytes = 256 * 1024;

    private const int MostDepth = 32;

    /// <exception cref="ProblemException">It is no activity.</exception>
    public static Activity Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span)) throw Malformed();
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            Touch(json.RootElement);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Deserialize(TeamsJson.Readable.Activity)! : throw Malformed();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw Malformed();
        }
    }

    /// <summary>The reader looks at the letters of a text only when it is asked for: all are asked for here, so that half of a surrogate pair is found now.</summary>
    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Touch(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Touch(property.Value);
                }

                break;
        }
    }

    private static ProblemException Malformed() => new(ProblemKinds.Malformed, $"The body is no Bot Framework activity, or is nested deeper than {MostDepth}.", "$");
}
