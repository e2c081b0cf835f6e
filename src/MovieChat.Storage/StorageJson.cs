using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;

namespace MovieChat.Storage;

/// <summary>JSON of what is stored beside the journal.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoredDraft))]
[JsonSerializable(typeof(StoredTips))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SigningSecret))]
[JsonSerializable(typeof(DeliveryProgress))]
[JsonSerializable(typeof(Undelivered))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(OpenPlace))]
[JsonSerializable(typeof(ApprovalLink))]
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
