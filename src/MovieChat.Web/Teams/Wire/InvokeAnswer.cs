using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Web.Teams.Cards;

namespace MovieChat.Web.Teams.Wire;

/// <summary>The answer to a pressed button, sent with HTTP 200 whatever <see cref="StatusCode"/> says
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, "Response format").</summary>
internal sealed record InvokeAnswer(int StatusCode, string Type, JsonNode Value)
{
    /// <summary>Puts a card in the place of the message, for the one who pressed.</summary>
    public static InvokeAnswer Card(AdaptiveCard card) => new(200, AdaptiveCard.MediaType, JsonSerializer.SerializeToNode(card, TeamsJson.Readable.AdaptiveCard)!);

    /// <summary>A sentence for the one who pressed. The card stays.</summary>
    public static InvokeAnswer Said(string text) => new(200, "application/vnd.microsoft.activity.message", CardText.Clean(text));

    /// <summary>As <see cref="Said"/>, but shown as something that went wrong.</summary>
    public static InvokeAnswer Refused(string text, int status = 400) =>
        new(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = status == 400 ? "BadRequest" : "ServiceError", ["message"] = CardText.Clean(text) });
}
