using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Tests.Shared;

/// <summary>How one call is answered.</summary>
/// <param name="good">What the understudy says.</param>
public delegate Task Answer(HttpContext context, Func<Task<string>> good);

public static class Answers
{
    public static Answer Good { get; } = async (context, good) => await CompleteAsync(context, await good(), "stop");

    /// <summary>A well-formed completion with this text.</summary>
    public static Answer Text(string text) => (context, _) => CompleteAsync(context, text, "stop");

    /// <summary>The understudy's answer, changed.</summary>
    public static Answer Changed(Func<string, string> change) => async (context, good) => await CompleteAsync(context, change(await good()), "stop");

    public static Answer Truncated { get; } = async (context, good) => await CompleteAsync(context, (await good())[..40], "length");

    public static Answer Filtered { get; } = (context, _) => CompleteAsync(context, "", "content_filter");

    /// <summary>An HTTP error of the model's service.</summary>
    public static Answer Status(int status) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["message"] = "as asked", ["code"] = "as_asked" } });
    };

    /// <summary>Answers well, once <paramref name="gate"/> opens.</summary>
    public static Answer After(Task gate) => async (context, good) =>
    {
        await gate.WaitAsync(context.RequestAborted);
        await CompleteAsync(context, await good(), "stop");
    };

    /// <summary>A chat completion as the OpenAI API defines it. Without <paramref name="tokens"/> (in, out) it tells no usage.</summary>
    public static JsonObject Completion(string? content, string finish, string model, (int In, int Out)? tokens, string? refusal = null) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal },
            ["finish_reason"] = finish,
        }),
        ["usage"] = tokens is not { } told ? null : new JsonObject
        {
            ["prompt_tokens"] = told.In,
            ["completion_tokens"] = told.Out,
            ["total_tokens"] = told.In + told.Out,
        },
    };

    private static Task CompleteAsync(HttpContext context, string text, string finish) =>
        context.Response.WriteAsJsonAsync(Completion(text, finish, ModelServer.Model, (100, 50)));
}
