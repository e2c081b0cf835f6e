using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>A connector of the Bot Framework on this machine: it takes a bot's messages, keeps conversations, and fails as a test asks. Whose it is, its kinds tell.</summary>
internal abstract class TeamsConnector : IAsyncDisposable
{
    public const string AppId = "8f2d7c1a-93b4-4c55-a0de-6f1b2a3c4d02";
    public const string Tenant = "5b1f0a52-6a0e-4c0e-9d5f-0f8a3c1d2e01";
    public const string Bot = $"28:{AppId}";

    private readonly ConcurrentQueue<SentCall> _calls = new();
    private readonly ConcurrentDictionary<string, (int Status, string? RetryAfter, string Body)> _instead = new();
    private LoopbackServer _server = null!;
    private int _messages;

    public Uri Address => new(_server.Address);

    /// <summary>The channel that its activities name.</summary>
    public abstract string Channel { get; }

    /// <summary>The address that its activities name.</summary>
    public abstract string ServiceUrl { get; }

    /// <summary>What the connector was asked to do, oldest first.</summary>
    public IReadOnlyList<SentCall> Calls => [.. _calls];

    /// <summary>What an activity is shown to come from here by: a bearer token; null where none is wanted.</summary>
    public abstract string? Badge();

    /// <summary>The next message of a conversation is answered so instead.</summary>
    public void AnswerNext(string conversation, HttpStatusCode status, string? retryAfter = null, string body = "") => _instead[conversation] = ((int)status, retryAfter, body);

    /// <summary>The messages of a conversation as they stand now, in the order in which they were sent.</summary>
    public IReadOnlyList<TeamsMessage> Messages(string conversation) =>
        [.. Calls.Where(call => call.Conversation == conversation && call.Id is not null).GroupBy(call => call.Id!).Select(same => new TeamsMessage(conversation, same.Key, same.Last().Body, same.Count() - 1))];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Whether somebody may write, by the token that they show.</summary>
    protected abstract bool LetsIn(string? authorization);

    protected async Task ListenAsync() => _server = await LoopbackServer.StartAsync(AnswerAsync);

    protected virtual Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Method;
        return context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var region, "v3", "conversations"] when method == "POST" => BeginAsync(context, region),
            [var region, "v3", "conversations", var conversation, "activities"] when method == "POST" => TakeAsync(context, region, Uri.UnescapeDataString(conversation), null),
            [var region, "v3", "conversations", var conversation, "activities", var id] when method == "PUT" => TakeAsync(context, region, Uri.UnescapeDataString(conversation), Uri.UnescapeDataString(id)),
            _ => NothingAsync(context),
        };
    }

    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return context.Response.WriteAsync("""{"error":{"code":"NotFound"}}""");
    }

    private async Task BeginAsync(HttpContext context, string region)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var id = $"{Interlocked.Increment(ref _messages)}";
        var conversation = $"{body["channelData"]!["channel"]!["id"]};messageid={id}";
        _calls.Enqueue(new("BEGIN", region, conversation, id, body["activity"]!.AsObject()));
        context.Response.StatusCode = 201;
        await context.Response.WriteAsync(new JsonObject { ["id"] = conversation, ["activityId"] = id }.ToJsonString());
    }

    private async Task TakeAsync(HttpContext context, string region, string conversation, string? id)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        if (!LetsIn(context.Request.Headers.Authorization))
        {
            context.Response.StatusCode = 401;
            return;
        }

        if ((string?)body["type"] == "typing")
        {
            _calls.Enqueue(new("POST", region, conversation, null, body));
            context.Response.StatusCode = 202;
            return;
        }

        if (_instead.TryRemove(conversation, out var instead))
        {
            context.Response.StatusCode = instead.Status;
            if (instead.RetryAfter is not null) context.Response.Headers.RetryAfter = instead.RetryAfter;
            await context.Response.WriteAsync(instead.Body);
            return;
        }

        Assert.False(body.ContainsKey("text") && body.ContainsKey("attachments"), "Text and a card in one message: Teams tells the id of neither.");
        id ??= $"{Interlocked.Increment(ref _messages)}";
        _calls.Enqueue(new(context.Request.Method, region, conversation, id, body));
        context.Response.StatusCode = context.Request.Method == "PUT" ? 200 : 201;
        await context.Response.WriteAsync(new JsonObject { ["id"] = id }.ToJsonString());
    }
}

/// <param name="Method"><c>POST</c>, <c>PUT</c>; <c>BEGIN</c> for a new thread of a channel.</param>
/// <param name="Region">The path of the service address.</param>
internal sealed record SentCall(string Method, string Region, string Conversation, string? Id, JsonObject Body);

/// <summary>A message as it stands.</summary>
/// <param name="Changes">How often it was changed.</param>
internal sealed record TeamsMessage(string Conversation, string Id, JsonObject Body, int Changes)
{
    public string? Text => (string?)Body["text"];

    public JsonObject? Card => Body["attachments"]?[0]?["content"]?.AsObject();

    /// <summary>All that one reads of it.</summary>
    public string Shown => Text ?? string.Concat(Cards.Words(Card!).Select(word => $"{word}\n"));
}
