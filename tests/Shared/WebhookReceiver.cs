using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared;

/// <summary>Whoever receives webhooks, on this machine: keeps what came, and answers as a test says.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly ConcurrentQueue<ReceivedWebhook> _received;
    private readonly ConcurrentQueue<(int Status, string? RetryAfter)> _answers;

    private WebhookReceiver(LoopbackServer server, ConcurrentQueue<ReceivedWebhook> received, ConcurrentQueue<(int, string?)> answers) =>
        (_server, _received, _answers) = (server, received, answers);

    public string Address => $"{_server.Address}/hooks/film";

    /// <summary>All that came, what was not taken among it, in order.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<ReceivedWebhook> Taken => [.. _received.Where(each => each.Status < 300)];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var received = new ConcurrentQueue<ReceivedWebhook>();
        var answers = new ConcurrentQueue<(int Status, string? RetryAfter)>();
        var server = await LoopbackServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var (status, retryAfter) = answers.TryDequeue(out var answer) ? answer : (204, null);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            received.Enqueue(new(context.Request.Method, headers, body, status));
            context.Response.StatusCode = status;
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        });
        return new(server, received, answers);
    }

    /// <summary>How the next requests are answered; those after them with 204.</summary>
    public void Answer(int status, string? retryAfter = null) => _answers.Enqueue((status, retryAfter));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

/// <param name="Status">How it was answered.</param>
public sealed record ReceivedWebhook(string Method, IReadOnlyDictionary<string, string> Headers, string Body, int Status)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public JsonNode Data => Json["data"]!;
}
