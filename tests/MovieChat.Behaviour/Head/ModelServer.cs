using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Understudy;

namespace MovieChat.Behaviour.Head;

/// <summary>The model that the head under test talks to: the understudy behind an OpenAI-compatible address, which misbehaves for the
/// films that a test names.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly UnderstudyChatClient _understudy = new();
    private readonly ConcurrentDictionary<(string Title, string Document), ConcurrentQueue<Answer>> _scripts = new();
    private readonly ConcurrentQueue<ModelCall> _calls = new();

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>The base address for <c>MovieChat__Text__Endpoint</c>.</summary>
    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    /// <param name="port">0 for any free one.</param>
    public static async Task<ModelServer> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/v1/chat/completions", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>The next answers for <paramref name="document"/> (a document's id, or a kind for all of that kind) of the film called
    /// <paramref name="title"/>; after them the understudy answers.</summary>
    public void Script(string title, string document, params Answer[] answers) => _scripts[(title, document)] = new(answers);

    /// <summary>The calls made for a film.</summary>
    public IReadOnlyList<ModelCall> CallsFor(string title) => [.. _calls.Where(call => call.Title == title)];

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        _understudy.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var messages = body!["messages"]!.AsArray().Select(Message).ToArray();
        var request = JsonNode.Parse(messages.First(message => message.Role == ChatRole.User).Text)!;
        var task = request["task"]!;
        var kind = (string)task["kind"]!;
        var call = new ModelCall((string?)request["film"]?["title"] ?? "", (string?)task["key"] is { } key ? $"{kind}:{key}" : kind, request, messages.Length);
        _calls.Enqueue(call);
        var answer = Scripted(call.Title, call.Document) ?? Scripted(call.Title, kind) ?? Answers.Good;
        await answer(context, async () => (await _understudy.GetResponseAsync(messages, cancellationToken: context.RequestAborted)).Text);
    }

    private Answer? Scripted(string title, string document) =>
        _scripts.TryGetValue((title, document), out var script) && script.TryDequeue(out var answer) ? answer : null;

    private static ChatMessage Message(JsonNode? message)
    {
        var content = message!["content"];
        var text = content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string?)content;
        return new(new ChatRole((string)message["role"]!), text);
    }
}

/// <summary>One call that the head made.</summary>
/// <param name="Request">The JSON of the first user message.</param>
/// <param name="Messages">2 at first, 2 more with each repair.</param>
public sealed record ModelCall(string Title, string Document, JsonNode Request, int Messages);

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

    private static Task CompleteAsync(HttpContext context, string text, string finish) => context.Response.WriteAsJsonAsync(new JsonObject
    {
        ["id"] = "chatcmpl-behaviour",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = "behaviour-model",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 50, ["total_tokens"] = 150 },
    });
}
