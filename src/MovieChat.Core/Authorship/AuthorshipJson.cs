using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Core.Exports;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>JSON of the ledger: camelCase, times in UTC, text as it was written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(CamelCase<DocumentStatus>), typeof(CamelCase<Verb>), typeof(CamelCase<Origin>), typeof(UtcTime)])]
[JsonSerializable(typeof(AuthorshipLedger))]
public sealed partial class AuthorshipJson : JsonSerializerContext
{
    public static AuthorshipJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
