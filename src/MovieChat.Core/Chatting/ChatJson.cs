using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Chatting;

/// <summary>JSON of chats, as the transcript and the snapshots store them, and as it travels to the model.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(ChatSession))]
[JsonSerializable(typeof(CompanionContext))]
[JsonSerializable(typeof(ChoreRequest))]
[JsonSerializable(typeof(TitleAnswer))]
[JsonSerializable(typeof(SummaryAnswer))]
// The items of ValueList, which its converter hides from the generator.
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(Way))]
[JsonSerializable(typeof(Exchange))]
[JsonSerializable(typeof(Turn))]
public sealed partial class ChatJson : JsonSerializerContext
{
    /// <summary>The context to use: text is stored and sent as it was written, not as \u escapes.</summary>
    public static ChatJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
