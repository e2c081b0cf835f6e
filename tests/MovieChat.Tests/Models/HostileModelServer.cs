using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Models;

/// <summary>A model server that behaves as badly as it is told, on a free port of 127.0.0.1. It answers every path and keeps what it saw.</summary>
public sealed class HostileModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly Lock _turn = new();
    private RequestDelegate[] _script = [HostileAnswers.Completion("{}")];
    private int _next;
    private LoopbackServer _server = null!;

    private HostileModelServer()
    {
    }

    /// <summary>Without a path, such as <c>http://127.0.0.1:43817</c>.</summary>
    public Uri Address => new(_server.Address);

    /// <summary>Every request since the start, in the order of arrival.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public static async Task<HostileModelServer> StartAsync()
    {
        var server = new HostileModelServer();
        server._server = await LoopbackServer.StartAsync(server.Answer);
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

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _seen.Enqueue(new(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        await Next()(context);
    }

    private RequestDelegate Next()
    {
        lock (_turn) return _script[Math.Min(_next++, _script.Length - 1)];
    }
}

/// <param name="Path">With the query.</param>
/// <param name="Headers">By name, in any case.</param>
public sealed record SeenRequest(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Body => Encoding.UTF8.GetString(Bytes);
}
