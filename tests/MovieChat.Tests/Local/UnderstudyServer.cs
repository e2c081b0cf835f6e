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
using MovieChat.Tests.Models;
using MovieChat.Understudy;

namespace MovieChat.Tests.Local;

/// <summary>The understudy behind an OpenAI-compatible address, so that a head's calls can be seen and held.</summary>
internal sealed class UnderstudyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly UnderstudyChatClient _understudy = new();
    private readonly ConcurrentQueue<(string Project, string Order)> _calls = new();
    private readonly Func<string, string, CancellationToken, Task> _before;

    private UnderstudyServer(WebApplication app, Func<string, string, CancellationToken, Task> before) => (_app, _before) = (app, before);

    /// <summary>Project and order of every call so far.</summary>
    public IReadOnlyList<(string Project, string Order)> Calls => [.. _calls];

    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    /// <summary>The settings of a head that uses this model.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["MovieChat__Text__Provider"] = "openai",
        ["MovieChat__Text__Endpoint"] = Endpoint,
        ["MovieChat__Text__Model"] = "understudy",
    };

    /// <param name="before">Sees project and order of a call and may hold its answer.</param>
    public static async Task<UnderstudyServer> StartAsync(Func<string, string, CancellationToken, Task> before)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new UnderstudyServer(app, before);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

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
        ChatMessage[] messages = [.. body!["messages"]!.AsArray().Select(message => new ChatMessage(new((string)message!["role"]!), (string)message["content"]!))];
        var task = JsonNode.Parse(messages[1].Text)!["task"]!;
        var (project, order) = ((string)task["project"]!, (string)task["order"]!);
        _calls.Enqueue((project, order));
        await _before(project, order, context.RequestAborted);
        var answer = await _understudy.GetResponseAsync(messages, cancellationToken: context.RequestAborted);
        await HostileAnswers.Completion(answer.Text, tokens: (100, 10))(context);
    }
}
