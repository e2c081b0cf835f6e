using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Models;

/// <summary>What a <see cref="HostileModelServer"/> can be told to answer.</summary>
public static class HostileAnswers
{
    /// <summary>A chat completion as the OpenAI API defines it. Without <paramref name="tokens"/> (in, out) it tells no usage.</summary>
    public static RequestDelegate Completion(
        string? content, string finish = "stop", string? refusal = null, (int In, int Out)? tokens = null, string model = "hostile-1") =>
        Raw(CompletionJson(content, finish, refusal, tokens, model));

    public static string CompletionJson(string? content, string finish = "stop", string? refusal = null, (int In, int Out)? tokens = null, string model = "hostile-1") =>
        Answers.Completion(content, finish, model, tokens, refusal).ToJsonString();

    /// <summary>An error body with <paramref name="code"/> and a message; <paramref name="retryAfter"/> as seconds or as an HTTP date.</summary>
    public static RequestDelegate Error(int status, string? code = null, string message = "No.", string? retryAfter = null) => context =>
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        var error = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["type"] = "hostile" } };
        return Raw(error.ToJsonString(), status: status)(context);
    };

    /// <param name="length">Bytes, when they are to be told beforehand.</param>
    public static RequestDelegate Raw(string body, string contentType = "application/json", int status = 200, long? length = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = length;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>Says nothing until the caller gives up.</summary>
    public static RequestDelegate Hang() => context => Forever(context.RequestAborted);

    /// <summary>Cuts the connection without a word.</summary>
    public static RequestDelegate Abort() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Promises <paramref name="body"/>, sends half of it and cuts the connection.</summary>
    public static RequestDelegate Cut(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    };

    /// <summary>Sends one byte after the other, <paramref name="pause"/> apart, and never comes to an end.</summary>
    public static RequestDelegate Drip(TimeSpan pause) => async context =>
    {
        context.Response.ContentType = "application/json";
        using var ticks = new PeriodicTimer(pause);
        while (await ticks.WaitForNextTickAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    };

    public static RequestDelegate Redirect(Uri to) => context =>
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = to.ToString();
        return Task.CompletedTask;
    };

    /// <summary>A stream of server-sent events, one for each of <paramref name="pieces"/>, that ends as <paramref name="end"/> says; a cut
    /// waits for <paramref name="seen"/>, because a reset connection takes along what was not read yet.</summary>
    public static RequestDelegate Stream(
        IEnumerable<string> pieces, StreamEnd end = StreamEnd.Proper, string finish = "stop", Task? seen = null) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var piece in pieces) await Send(context, Chunk(piece, null));
        if (end is StreamEnd.Hang) await Forever(context.RequestAborted);
        if (end is StreamEnd.Cut)
        {
            await (seen ?? Task.CompletedTask);
            context.Abort();
        }

        if (end is not StreamEnd.Proper) return;
        await Send(context, Chunk(null, finish));
        await Send(context, "[DONE]");
    };

    private static string Chunk(string? content, string? finish) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_700_000_000,
        ["model"] = "hostile-1",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
            ["finish_reason"] = finish,
        }),
    }.ToJsonString();

    private static async Task Send(HttpContext context, string data)
    {
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {data}\n\n"), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task Forever(CancellationToken cancellation)
    {
        var gone = new TaskCompletionSource();
        await using var registration = cancellation.Register(gone.SetResult);
        await gone.Task;
    }
}

/// <summary>How a stream ends: as it should, by an early end without a word, by a cut connection, or never.</summary>
public enum StreamEnd
{
    Proper,
    Early,
    Cut,
    Hang,
}
