using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MovieChat.Core.Notices;
using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Wire;
using MovieChat.Workflows;

namespace MovieChat.Web.Teams;

/// <summary>Writes to conversations (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). Each call is one attempt.</summary>
internal sealed class Connector(IHttpClientFactory clients, BotTokens tokens, TimeProvider clock)
{
    public const string Client = "teams-connector";

    /// <summary>Most bytes of an answer that are read.</summary>
    public const int MostBytes = 64 * 1024;

    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Sends a message.</summary>
    /// <param name="conversation">With its thread. The bare id of a channel begins a new one.</param>
    public async Task<Sent> PostAsync(ConversationReference to, string conversation, SentActivity activity, CancellationToken cancellationToken)
    {
        if (to.Kind == ConversationReference.OfChannel && conversation == to.Conversation && activity.Type == "message")
        {
            var sent = await SendAsync(to, HttpMethod.Post, "v3/conversations", NewThread.In(conversation, activity with { From = to.Bot }), TeamsJson.Readable.NewThread, cancellationToken);
            return sent is Sent.Done { Receipt: { Id: { } thread, ActivityId: { } first } } ? new Sent.Done(sent.Receipt, new(thread, first)) : sent;
        }

        var answer = await SendAsync(to, HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities", Addressed(to, conversation, activity), TeamsJson.Readable.SentActivity, cancellationToken);
        return answer is Sent.Done { Receipt.Id: { } id } ? new Sent.Done(answer.Receipt, new(conversation, id)) : answer;
    }

    /// <summary>Puts something else in the place of a message that was sent before. A message that is not there any more is nobody's trouble.</summary>
    public async Task<Sent> PutAsync(ConversationReference to, MessageAddress message, SentActivity activity, CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(message.Conversation)}/activities/{Uri.EscapeDataString(message.Activity)}";
        var sent = await SendAsync(to, HttpMethod.Put, path, Addressed(to, message.Conversation, activity), TeamsJson.Readable.SentActivity, cancellationToken);
        return sent is Sent.Gone { Status: HttpStatusCode.NotFound, Receipt.Error.Code: not "ConversationNotFound" } ? new Sent.Done(null, message) : sent;
    }

    private static SentActivity Addressed(ConversationReference to, string conversation, SentActivity activity) => activity with
    {
        From = to.Bot,
        Recipient = to.User,
        Conversation = new(conversation, to.Kind.Length > 0 ? to.Kind : null, to.Tenant, to.IsPersonal ? null : true),
    };

    private async Task<Sent> SendAsync<T>(ConversationReference to, HttpMethod method, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!to.IsTrusted) return new Sent.Refused("The conversation's service address is none of Teams.");
        var json = JsonSerializer.SerializeToUtf8Bytes(body, type);
        if (json.Length > SentActivity.MostBytes) return new Sent.Refused($"A message of {json.Length} bytes is larger than Teams takes.");
        var address = new Uri($"{to.ServiceUrl.TrimEnd('/')}/{path}");
        try
        {
            var token = await TokenAsync(to, cancellationToken);
            var sent = await TryAsync(method, address, json, token, cancellationToken);
            if (sent is not Sent.Failed { Status: HttpStatusCode.Unauthorized } || token is null) return sent;
            tokens.Forget(token);
            return await TryAsync(method, address, json, await TokenAsync(to, cancellationToken), cancellationToken);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            return new Sent.Failed(failed is HttpRequestException { StatusCode: null, InnerException: null } ? failed.Message : "Teams can not be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Sent.Failed("Teams did not answer in time.");
        }
    }

    /// <summary>The playground wants no token, and gets none.</summary>
    private async Task<string?> TokenAsync(ConversationReference to, CancellationToken cancellationToken) => to.IsPlayground ? null : await tokens.FindAsync(cancellationToken);

    private async Task<Sent> TryAsync(HttpMethod method, Uri address, byte[] json, string? token, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await clients.CreateClient(Client).SendAsync(request, cancellationToken);
        var receipt = await ReadAsync(response, cancellationToken);
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => new Sent.Done(receipt, null),
            403 or 404 or 410 => new Sent.Gone($"Teams answered {(int)response.StatusCode}: the bot was removed from the conversation, or blocked.", response.StatusCode, receipt),
            401 or 408 or 412 or 429 or >= 500 => new Sent.Failed($"Teams answered {(int)response.StatusCode}.", RetryAfter.Of(response, clock.GetUtcNow(), RetryPlan.LongestAsked), response.StatusCode),
            _ => new Sent.Refused($"Teams answered {(int)response.StatusCode}."),
        };
    }

    /// <returns>Null for an answer that says nothing of use.</returns>
    private static async Task<SentReceipt?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var text = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return text.Length == 0 ? null : JsonSerializer.Deserialize(text, TeamsJson.Readable.SentReceipt);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What became of an attempt to write.</summary>
/// <param name="Receipt">What the connector answered; null where it was nothing of use.</param>
internal abstract record Sent(SentReceipt? Receipt)
{
    /// <param name="Message">Where it stands; null where Teams does not tell.</param>
    public sealed record Done(SentReceipt? Receipt, MessageAddress? Message) : Sent(Receipt);

    /// <summary>Another attempt may pass.</summary>
    /// <param name="RetryAfter">How long Teams asked to be left alone.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, HttpStatusCode? Status = null) : Sent((SentReceipt?)null);

    /// <summary>The bot can not write to the conversation any more.</summary>
    public sealed record Gone(string Reason, HttpStatusCode Status, SentReceipt? Receipt) : Sent(Receipt);

    /// <summary>No attempt at the same will pass.</summary>
    public sealed record Refused(string Reason) : Sent((SentReceipt?)null);
}
