using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace MovieChat.Tests.Shared;

/// <summary>How one call of a chat is answered.</summary>
public delegate Task Talk(TalkReply reply);

/// <summary>A streamed chat completion, as the OpenAI API defines it, chunk by chunk.</summary>
public sealed class TalkReply(HttpContext context)
{
    private bool _hasBegun;

    public CancellationToken Aborted => context.RequestAborted;

    public Task SayAsync(string words) => SendAsync(new JsonObject { ["content"] = words }, null);

    /// <summary>Asks for tools to be used, and ends.</summary>
    public async Task CallAsync(params (string Id, string Name, JsonNode Arguments)[] calls)
    {
        foreach (var (place, (id, name, arguments)) in calls.Index())
        {
            await SendAsync(
                new JsonObject
                {
                    ["tool_calls"] = new JsonArray(new JsonObject
                    {
                        ["index"] = place,
                        ["id"] = id,
                        ["type"] = "function",
                        ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments.ToJsonString() },
                    }),
                },
                null);
        }

        await EndAsync("tool_calls");
    }

    public async Task EndAsync(string reason = "stop")
    {
        await SendAsync(new JsonObject(), reason);
        await WriteAsync(Chunk(new JsonArray(), (100, 20)).ToJsonString());
        await WriteAsync("[DONE]");
    }

    private Task SendAsync(JsonObject delta, string? finish)
    {
        delta["role"] = "assistant";
        return WriteAsync(Chunk(new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }), null).ToJsonString());
    }

    private async Task WriteAsync(string data)
    {
        if (!_hasBegun) context.Response.ContentType = "text/event-stream";
        _hasBegun = true;
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static JsonObject Chunk(JsonArray choices, (int In, int Out)? tokens) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_700_000_000,
        ["model"] = ModelServer.Model,
        ["choices"] = choices,
        ["usage"] = tokens is not { } told ? null : new JsonObject { ["prompt_tokens"] = told.In, ["completion_tokens"] = told.Out, ["total_tokens"] = told.In + told.Out },
    };
}

/// <summary>Talks.</summary>
public static class Talking
{
    /// <summary>Says a text, word by word.</summary>
    public static Talk Text(string text) => async reply =>
    {
        foreach (var word in text.Split(' ').Select((word, place) => place == 0 ? word : " " + word)) await reply.SayAsync(word);
        await reply.EndAsync();
    };

    /// <summary>Says a beginning, waits for the gate to open, and says the rest.</summary>
    public static Talk Held(string beginning, Task gate, string rest) => async reply =>
    {
        await reply.SayAsync(beginning);
        await gate.WaitAsync(reply.Aborted);
        await reply.SayAsync(rest);
        await reply.EndAsync();
    };

    /// <summary>Uses one tool.</summary>
    public static Talk Call(string name, JsonNode arguments) => reply => reply.CallAsync(($"call_{name}", name, arguments));

    /// <summary>Says nothing, whatever comes.</summary>
    public static Talk Silence { get; } = reply => Task.Delay(Timeout.Infinite, reply.Aborted);

    /// <summary>A model's own answer.</summary>
    public static Talk By(IChatClient model, IReadOnlyList<ChatMessage> messages, IList<AITool> tools) => async reply =>
    {
        var calls = new List<(string, string, JsonNode)>();
        await foreach (var update in model.GetStreamingResponseAsync(messages, new() { Tools = tools }, reply.Aborted))
        {
            if (update.Text.Length > 0) await reply.SayAsync(update.Text);
            calls.AddRange(update.Contents.OfType<FunctionCallContent>().Select(call => (call.CallId, call.Name, (JsonNode)ArgumentsOf(call))));
        }

        if (calls.Count > 0) await reply.CallAsync([.. calls]);
        else await reply.EndAsync();
    };

    /// <summary>What a message says, or what a tool said.</summary>
    public static string TextOf(ChatMessage message) => string.Concat(message.Contents.Select(content => content is FunctionResultContent result ? $"{result.Result}" : content is TextContent text ? text.Text : ""));

    public static ChatMessage[] MessagesOf(JsonNode body) => [.. body["messages"]!.AsArray().Select(message => Message(message!))];

    public static IList<AITool> ToolsOf(JsonNode body) =>
    [
        .. (body["tools"]?.AsArray() ?? []).Select(tool => tool!["function"]!)
            .Select(tool => AIFunctionFactory.CreateDeclaration((string)tool["name"]!, (string?)tool["description"], JsonElement.Parse(tool["parameters"]!.ToJsonString()))),
    ];

    private static JsonObject ArgumentsOf(FunctionCallContent call) =>
        new((call.Arguments ?? new Dictionary<string, object?>()).Select(argument => KeyValuePair.Create(argument.Key, JsonSerializer.SerializeToNode(argument.Value))));

    private static ChatMessage Message(JsonNode message)
    {
        var content = message["content"];
        var text = content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string?)content;
        var role = new ChatRole((string)message["role"]!);
        if (role == ChatRole.Tool) return new(role, [new FunctionResultContent((string)message["tool_call_id"]!, text)]);
        var calls = (message["tool_calls"]?.AsArray() ?? []).Select(call => new FunctionCallContent(
            (string)call!["id"]!,
            (string)call["function"]!["name"]!,
            JsonSerializer.Deserialize<Dictionary<string, object?>>((string)call["function"]!["arguments"]!)));
        return new(role, [.. string.IsNullOrEmpty(text) ? Array.Empty<AIContent>() : [new TextContent(text)], .. calls]);
    }
}
