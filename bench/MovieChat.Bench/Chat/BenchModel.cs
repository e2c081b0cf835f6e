using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MovieChat.Tests.Shared;

namespace MovieChat.Bench.Chat;

/// <summary>A model behind an OpenAI-compatible address that streams its answer: the first word at once.</summary>
/// <param name="between">What passes before each further word.</param>
internal sealed class BenchModel(int words, TimeSpan between) : IAsyncDisposable
{
    private static readonly byte[] Usage = Line(new JsonObject { ["choices"] = new JsonArray(), ["usage"] = Tokens() });
    private static readonly byte[] Done = "data: [DONE]\n\n"u8.ToArray();

    private readonly ConcurrentQueue<long> _asked = new();
    private LoopbackServer _server = null!;
    private int _now;
    private int _most;

    public string Address => _server.Address + "/v1/chat/completions";

    /// <summary>When it was asked for an answer, in time stamps.</summary>
    public IReadOnlyList<long> Asked => [.. _asked];

    /// <summary>The last request that it was sent.</summary>
    public string Request { get; private set; } = "";

    /// <summary>Most answers that were being written at once.</summary>
    public int MostAtOnce => _most;

    /// <summary>The settings of a head that uses this model.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["MovieChat__Text__Provider"] = "openai",
        ["MovieChat__Text__Endpoint"] = _server.Address + "/v1",
        ["MovieChat__Text__Model"] = "bench",
    };

    public async Task<BenchModel> StartAsync()
    {
        _server = await LoopbackServer.StartAsync(AnswerAsync);
        return this;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = await reader.ReadToEndAsync();
        if (!request.Contains("\"stream\":true", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync(Whole().ToJsonString());
            return;
        }

        _asked.Enqueue(Stopwatch.GetTimestamp());
        Request = request;
        InterlockedMost(Interlocked.Increment(ref _now));
        context.Response.ContentType = "text/event-stream";
        for (var word = 0; word < words; word++)
        {
            if (word > 0 && between > TimeSpan.Zero) await Task.Delay(between);
            await context.Response.Body.WriteAsync(Line(new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = $"word{word} " } }) }));
            await context.Response.Body.FlushAsync();
        }

        await context.Response.Body.WriteAsync(Line(new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject(), ["finish_reason"] = "stop" }) }));
        await context.Response.Body.WriteAsync(Usage);
        await context.Response.Body.WriteAsync(Done);
        Interlocked.Decrement(ref _now);
    }

    private void InterlockedMost(int now)
    {
        for (var most = _most; now > most; most = _most) Interlocked.CompareExchange(ref _most, now, most);
    }

    private static byte[] Line(JsonObject chunk)
    {
        (chunk["id"], chunk["object"], chunk["created"], chunk["model"]) = ("bench", "chat.completion.chunk", 1, "bench");
        return [.. "data: "u8, .. JsonSerializer.SerializeToUtf8Bytes(chunk), .. "\n\n"u8];
    }

    private static JsonObject Whole() => new()
    {
        ["id"] = "bench",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "bench",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = "stop", ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = """{"title":"A talk","summary":"They talked."}""" } }),
        ["usage"] = Tokens(),
    };

    private static JsonObject Tokens() => new() { ["prompt_tokens"] = 100, ["completion_tokens"] = 10, ["total_tokens"] = 110 };
}
