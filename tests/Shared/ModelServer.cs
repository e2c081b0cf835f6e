using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using MovieChat.Understudy;

namespace MovieChat.Tests.Shared;

/// <summary>The model that a head under test talks to: the understudy behind an OpenAI-compatible address. Its calls can be seen and held,
/// and it misbehaves for the films that a test names.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    public const string Model = "understudy";

    private readonly UnderstudyChatClient _understudy = new();
    private readonly ConcurrentDictionary<(string Title, string Document), ConcurrentQueue<Answer>> _scripts = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Talk>> _talks = new();
    private readonly ConcurrentDictionary<string, Task> _heldTitles = new();
    private readonly ConcurrentQueue<ModelCall> _calls = new();
    private readonly Func<ModelCall, CancellationToken, Task> _before;
    private LoopbackServer _server = null!;

    private ModelServer(Func<ModelCall, CancellationToken, Task>? before) => _before = before ?? ((_, _) => Task.CompletedTask);

    /// <summary>The calls so far, in the order in which they came.</summary>
    public IReadOnlyList<ModelCall> Calls => [.. _calls];

    /// <summary>The settings of a head that uses this model.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["MovieChat__Text__Provider"] = "openai",
        ["MovieChat__Text__Endpoint"] = _server.Address + "/v1",
        ["MovieChat__Text__Model"] = Model,
    };

    /// <param name="port">0 for any free one.</param>
    /// <param name="before">Sees each call and may hold its answer.</param>
    public static async Task<ModelServer> StartAsync(int port = 0, Func<ModelCall, CancellationToken, Task>? before = null)
    {
        var server = new ModelServer(before);
        server._server = await LoopbackServer.StartAsync(server.AnswerAsync, port);
        return server;
    }

    /// <summary>The next answers for <paramref name="document"/> (a document's id, or a kind for all of that kind) of the film called
    /// <paramref name="title"/>; after them the understudy answers.</summary>
    public void Script(string title, string document, params Answer[] answers) => _scripts[(title, document)] = new(answers);

    /// <summary>What the companion says next in the chats of the film called <paramref name="title"/>, a call of the model each; after that the understudy talks.</summary>
    public void Script(string title, params Talk[] talks) => _talks[title] = new(talks);

    /// <summary>Has no title proposed for a chat that begins with these words, until the gate opens.</summary>
    public void HoldTitles(string words, Task gate) => _heldTitles[words] = gate;

    /// <summary>The calls made for a film.</summary>
    public IReadOnlyList<ModelCall> CallsFor(string title) => [.. _calls.Where(call => call.Title == title)];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _understudy.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var messages = Talking.MessagesOf(body!);
        var call = new ModelCall(JsonNode.Parse(messages.First(message => message.Role == ChatRole.User).Text)!, messages.Length) { Texts = [.. messages.Select(Talking.TextOf)] };
        _calls.Enqueue(call);
        await _before(call, context.RequestAborted);
        if ((bool?)body!["stream"] is true)
        {
            var talk = _talks.TryGetValue(call.Title, out var script) && script.TryDequeue(out var next) ? next : Talking.By(_understudy, messages, Talking.ToolsOf(body));
            await talk(new TalkReply(context));
            return;
        }

        if (call.Kind == "title" && _heldTitles.TryGetValue((string)call.Request["exchanges"]![0]!["writer"]!, out var gate)) await gate.WaitAsync(context.RequestAborted);
        var answer = Scripted(call.Title, call.Document) ?? Scripted(call.Title, call.Kind) ?? Answers.Good;
        await answer(context, async () => (await _understudy.GetResponseAsync(messages, cancellationToken: context.RequestAborted)).Text);
    }

    private Answer? Scripted(string title, string document) =>
        _scripts.TryGetValue((title, document), out var script) && script.TryDequeue(out var answer) ? answer : null;
}

/// <summary>One call that a head made.</summary>
/// <param name="Request">The JSON of the first user message.</param>
/// <param name="Messages">2 at first, 2 more with each repair.</param>
public sealed record ModelCall(JsonNode Request, int Messages)
{
    /// <summary>The texts of all messages that were sent.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    public string Title => (string?)Request["film"]?["title"] ?? "";

    public string Project => (string)(Request["task"] ?? Request["chat"])!["project"]!;

    /// <summary>The order's id, such as <c>synopsis@3</c>.</summary>
    public string Order => (string)Request["task"]!["order"]!;

    /// <summary>The kind of document; <c>chat</c> of a turn of a chat, and of a chat's chores their name.</summary>
    public string Kind => (string?)Request["task"]?["kind"] ?? (string?)Request["chore"] ?? "chat";

    public string Document => (string?)Request["task"]?["key"] is { } key ? $"{Kind}:{key}" : Kind;
}
