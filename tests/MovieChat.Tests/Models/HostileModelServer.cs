using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MovieChat.Tests.Models;

/// <summary>A model server that behaves as badly as it is told, on a free port of 127.0.0.1. It answers every path and keeps what it saw.</summary>
public sealed class HostileModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly Lock _turn = new();
    private RequestDelegate[] _script = [HostileAnswers.Completion("{}")];
    private int _next;

    private HostileModelServer(WebApplication app) => _app = app;

    /// <summary>Without a path, such as <c>http://127.0.0.1:43817</c>.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Every request since the start, in the order of arrival.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public static async Task<HostileModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new HostileModelServer(app);
        app.Run(server.Answer);
        await app.StartAsync();
        return server;
    }

    /// <summary>The answers to the next requests, one each, from <see cref="HostileAnswers"/> or written by hand; the last one repeats.</summary>
    public void Script(params RequestDelegate[] answers)
    {
        lock (_turn)
        {
            _script = answers;
            _next = 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        _seen.Enqueue(new(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted)));
        await Next()(context);
    }

    private RequestDelegate Next()
    {
        lock (_turn) return _script[Math.Min(_next++, _script.Length - 1)];
    }
}

/// <param name="Path">With the query.</param>
/// <param name="Headers">By name, in any case.</param>
public sealed record SeenRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
