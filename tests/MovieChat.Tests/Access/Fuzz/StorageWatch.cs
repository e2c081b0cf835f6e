using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Sees everything that is stored, right before the wire, and whose request stored it. What stores nothing changes nothing: that is
/// told exactly, for all that is stored, without reading it.</summary>
internal sealed class StorageWatch : HttpPipelineSynchronousPolicy
{
    /// <summary>The header that tells requests apart.</summary>
    public const string Header = "X-Grown";

    private readonly HttpContextAccessor _context = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _writes = new();
    private int _operations;

    /// <summary>Storage operations so far, for requests and besides.</summary>
    public int Operations => _operations;

    /// <summary>What request <paramref name="number"/> has stored, changed or deleted; asked for once.</summary>
    public IReadOnlyList<string> Take(string number) => _writes.TryRemove(number, out var writes) ? [.. writes] : [];

    public override void OnReceivedResponse(HttpMessage message)
    {
        Interlocked.Increment(ref _operations);
        var request = message.Request;
        if (request.Method == RequestMethod.Get || request.Method == RequestMethod.Head || message.Response.Status >= 300) return;
        if (_context.HttpContext?.Request.Headers[Header].ToString() is not { Length: > 0 } number) return;
        _writes.GetOrAdd(number, _ => new()).Enqueue($"{request.Method} {request.Uri.Path}");
    }
}
