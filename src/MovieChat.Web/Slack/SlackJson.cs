using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Web.Slack;

/// <summary>JSON of what goes to Slack and comes from there.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<SlackBlock>))]
[JsonSerializable(typeof(SlackReference))]
[JsonSerializable(typeof(SlackPost))]
[JsonSerializable(typeof(SlackReply))]
[JsonSerializable(typeof(SlackOpening))]
[JsonSerializable(typeof(SlackView))]
[JsonSerializable(typeof(SlackResponse))]
[JsonSerializable(typeof(SlackEnvelope))]
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SlackFormMark))]
[JsonSerializable(typeof(SlackFieldErrors))]
[JsonSerializable(typeof(SlackChallenge))]
[JsonSerializable(typeof(SlackItem))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    public static SlackJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
}
