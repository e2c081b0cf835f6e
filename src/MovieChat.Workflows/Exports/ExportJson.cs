using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Core.Exports;
using MovieChat.Core.Journey;

namespace MovieChat.Workflows.Exports;

/// <summary>JSON of what is taken home: camelCase, film text as it was written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(CamelCase<DocumentStatus>), typeof(UtcTime)])]
[JsonSerializable(typeof(FilmExport))]
// The items of ValueList, which its converter hides from the generator.
[JsonSerializable(typeof(string))]
public sealed partial class ExportJson : JsonSerializerContext
{
    public static ExportJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
