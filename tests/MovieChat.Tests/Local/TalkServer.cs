using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Local;

/// <summary>A model behind an OpenAI-compatible address that talks with a writer: word by word, as fast as the test lets it.</summary>
internal sealed class TalkServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Func<int, CancellationToken, Task> _before;
    private LoopbackServer _server = null!;

    private TalkServer(Func<int, CancellationToken, Task> before) => _before = before;

    /// <summary>What the writer said, each time the model was asked for an answer.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>The settings of a head that uses this model.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["MovieChat__Text__Provider"] = "openai",
        ["MovieChat__Text__Endpoint"] = _server.Address + "/v1",
        ["MovieChat__Text__Model"] = "talker",
    };

    /// <param name="before">What the word at this place waits for.</param>
    public static async Task<TalkServer> StartAsync(Func<int, CancellationToken, Task> before)
    {
        var server = new TalkServer(before);
        server._server = await LoopbackServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>The answer to what the writer says: as many words as it ends with, such as <c>tell 40</c>.</summary>
    public static string AnswerTo(string said) => string.Join(' ', Enumerable.Range(0, int.Parse(said.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).Select(word => $"word{word}"));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        if ((bool?)body!["stream"] is not true)
        {
            await context.Response.WriteAsJsonAsync(Whole(), context.RequestAborted);
            return;
        }

        var said = Text(body["messages"]!.AsArray()[^1]!["content"]!);
        _asked.Enqueue(said);
        context.Response.ContentType = "text/event-stream";
        var place = 0;
        foreach (var word in AnswerTo(said).Split(' '))
        {
            await _before(place, context.RequestAborted);
            await SendAsync(context, Chunk(new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = place++ == 0 ? word : $" {word}" } })));
        }

        await SendAsync(context, Chunk(new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject(), ["finish_reason"] = "stop" })));
        var usage = Chunk([]);
        usage["usage"] = Usage();
        await SendAsync(context, usage);
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static string Text(JsonNode content) => content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string)content!;

    private static async Task SendAsync(HttpContext context, JsonObject chunk)
    {
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static JsonObject Chunk(JsonArray choices) => new() { ["id"] = "talk", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "talker", ["choices"] = choices };

    private static JsonObject Whole() => new()
    {
        ["id"] = "talk",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "talker",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = """{"title":"A talk","summary":"They talked."}""" },
            ["finish_reason"] = "stop",
        }),
        ["usage"] = Usage(),
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 100, ["completion_tokens"] = 10, ["total_tokens"] = 110 };
}
