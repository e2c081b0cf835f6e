using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Sees everything that is stored, right before the wire, and whose request stored it. What stores nothing changes nothing: that is
/// told exactly, for all that is stored, without reading it.</summary>
internal sealed class StorageWatch : HttpPipelineSynchronousPolicy, IStartupFilter
{
    /// <summary>The header that tells requests apart.</summary>
    public const string Header = "X-Grown";

    private readonly AsyncLocal<string?> _number = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _running = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _writes = new();
    private int _operations;

    /// <summary>Storage operations so far, for requests and besides.</summary>
    public int Operations => _operations;

    /// <summary>What request <paramref name="number"/> has stored, changed or deleted, once it is at its end; asked for once.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(string number)
    {
        if (_running.TryGetValue(number, out var running)) await running.Task;
        return _writes.TryRemove(number, out var writes) ? [.. writes] : [];
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(FollowAsync);
        next(app);
    };

    public override void OnReceivedResponse(HttpMessage message)
    {
        Interlocked.Increment(ref _operations);
        var request = message.Request;
        if (request.Method == RequestMethod.Get || request.Method == RequestMethod.Head || message.Response.Status >= 300) return;
        if (_number.Value is { } number) _writes.GetOrAdd(number, _ => new()).Enqueue($"{request.Method} {request.Uri.Path}");
    }

    private async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        var number = _number.Value = context.Request.Headers[Header].ToString();
        var running = _running[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await next(context);
        }
        finally
        {
            _running.TryRemove(number, out _);
            running.SetResult();
        }
    }
}
