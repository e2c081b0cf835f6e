using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MovieChat.Workflows;
using OpenTelemetry;

namespace MovieChat.Web.Slack;

/// <summary>Slack's Web API, as far as it is used here (https://docs.slack.dev/apis/web-api): JSON with the bot's token, one attempt a call, no redirects, an answer of up to
/// <see cref="MostBytes"/>. A method that Slack asked to be left alone with is not called before.</summary>
internal sealed class SlackClient(IHttpClientFactory clients, SlackSettings settings, TimeProvider clock)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Name = "slack";

    public const int MostBytes = 1024 * 1024;

    /// <summary>Of a call.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>However long Slack asks to be left alone, it is asked again after this.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(1);

    private static readonly string[] s_responseHosts = ["hooks.slack.com", "hooks.slack-gov.com"];

    private readonly ConcurrentDictionary<string, DateTimeOffset> _paused = new(StringComparer.Ordinal);

    public Task<SlackResult> PostAsync(SlackPost post, CancellationToken cancellationToken) => CallAsync("chat.postMessage", post, SlackJson.Readable.SlackPost, cancellationToken);

    public Task<SlackResult> UpdateAsync(SlackPost post, CancellationToken cancellationToken) => CallAsync("chat.update", post, SlackJson.Readable.SlackPost, cancellationToken);

    /// <summary>A message that one user alone sees, for as long as they stay.</summary>
    public Task<SlackResult> WhisperAsync(SlackPost post, CancellationToken cancellationToken) => CallAsync("chat.postEphemeral", post, SlackJson.Readable.SlackPost, cancellationToken);

    public Task<SlackResult> OpenAsync(string trigger, SlackView view, CancellationToken cancellationToken) =>
        CallAsync("views.open", new() { TriggerId = trigger, View = view }, SlackJson.Readable.SlackOpening, cancellationToken);

    /// <summary>The direct messages with a user.</summary>
    public Task<SlackResult> OpenConversationAsync(string user, CancellationToken cancellationToken) =>
        CallAsync("conversations.open", new() { Users = user }, SlackJson.Readable.SlackOpening, cancellationToken);

    /// <summary>Answers by the address that came with a command or a press. It holds its own permission: the token is not sent there.</summary>
    /// <returns>False when it can not be used: it is older than half an hour, was used five times, or is none of Slack's.</returns>
    public async Task<bool> RespondAsync(string address, SlackReply reply, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsOfSlack(uri)) return false;
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = Json(reply, SlackJson.Readable.SlackReply) };
        using var patience = Patience(cancellationToken);

        // The address is a secret while it lasts, and a span would hold it.
        using var unseen = SuppressInstrumentationScope.Begin();
        try
        {
            using var response = await clients.CreateClient(Name).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failed) when (IsLost(failed, cancellationToken))
        {
            return false;
        }
    }

    /// <summary>Whether an address is one that Slack gives to be answered at; the API's own host counts, so that a stand-in for Slack can give some.</summary>
    internal bool IsOfSlack(Uri uri) => uri.UserInfo.Length == 0 && (
        (uri.Scheme == "https" && uri.IsDefaultPort && s_responseHosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase))
        || Uri.Compare(uri, settings.ApiUrl, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);

    private async Task<SlackResult> CallAsync<T>(string method, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_paused.TryGetValue(method, out var until) && until > now) return new SlackResult.Later($"Slack asked to be left alone with {method} for a while.", until - now);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.ApiUrl, method)) { Content = Json(body, type) };
        request.Headers.Authorization = new("Bearer", settings.BotToken);
        using var patience = Patience(cancellationToken);
        try
        {
            using var response = await clients.CreateClient(Name).SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            return await ReadAsync(method, response, patience.Token);
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SlackResult.Later("Slack can not be reached.");
        }
        catch (Exception failed) when (IsLost(failed, cancellationToken))
        {
            return new SlackResult.Unsure($"Slack's answer to {method} was lost: it may have been done.");
        }
    }

    private async Task<SlackResult> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests) return Pause(method, response);
        if (!response.IsSuccessStatusCode) return new SlackResult.Unsure($"Slack answered {(int)response.StatusCode} to {method}.");
        var read = await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(cancellationToken), SlackJson.Readable.SlackResponse, cancellationToken);
        return read switch
        {
            { Ok: true } => new SlackResult.Done(read),
            { Error: { Length: > 0 } error } => SlackErrors.Read(method, error, Asked(response)),
            _ => new SlackResult.Unsure($"Slack's answer to {method} can not be read."),
        };
    }

    private SlackResult.Later Pause(string method, HttpResponseMessage response)
    {
        var asked = Asked(response) ?? TimeSpan.FromSeconds(1);
        _paused[method] = clock.GetUtcNow() + asked;
        return new($"Slack was asked {method} too often.", asked);
    }

    private TimeSpan? Asked(HttpResponseMessage response) => RetryAfter.Of(response, clock.GetUtcNow(), s_longestPause);

    private static bool IsLost(Exception failed, CancellationToken cancellationToken) =>
        failed is HttpRequestException or IOException or JsonException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static CancellationTokenSource Patience(CancellationToken cancellationToken)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Timeout);
        return patience;
    }

    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
}
