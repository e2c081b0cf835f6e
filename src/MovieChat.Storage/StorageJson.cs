using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>JSON of what is stored beside the journal.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoredDraft))]
[JsonSerializable(typeof(StoredTips))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>Text is stored as it was written, not as \u escapes. The journey's own values look as they do in the journal.</summary>
    private static JsonSerializerOptions Readable => field ??= new(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(JourneyJson.Default, Default),
    };

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T));
}
