using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Web.Teams;

/// <summary>JSON of what comes from Teams and goes there.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(SentActivity))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(SentReceipt))]
[JsonSerializable(typeof(InvokeAnswer))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>Letters are written as they are: escaped, each is six bytes of the few that a message may have.</summary>
    public static TeamsJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
}
