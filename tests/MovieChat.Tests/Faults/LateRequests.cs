using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Tests.Faults;

/// <summary>Requests that are still under way when their sender has given up on them.</summary>
internal sealed class LateRequests
{
    /// <summary>How many operations overtake a late one.</summary>
    private const int Overtaking = 4;

    private readonly ConcurrentQueue<(HttpMessage Message, ReadOnlyMemory<HttpPipelinePolicy> Pipeline, int Due)> _underWay = new();

    /// <summary>Takes a copy: what the sender does with the message from here on is its own affair.</summary>
    public void Add(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline, int operation) =>
        _underWay.Enqueue((Copy(message), pipeline, operation + Overtaking));

    /// <summary>Sends what arrives before <paramref name="operation"/>. Nobody hears the answers.</summary>
    public async Task ArriveAsync(int operation)
    {
        if (!_underWay.TryPeek(out var next) || next.Due > operation || !_underWay.TryDequeue(out next)) return;
        await next.Pipeline.Span[0].ProcessAsync(next.Message, next.Pipeline[1..]);
        if (next.Message.Response.Status == 403) throw new InvalidOperationException("A late request lost its signature on its way.");
        next.Message.Dispose();
    }

    private static HttpMessage Copy(HttpMessage message)
    {
        var request = HttpClientTransport.Shared.CreateRequest();
        request.Method = message.Request.Method;
        request.Uri.Reset(message.Request.Uri.ToUri());
        foreach (var header in message.Request.Headers) request.Headers.Add(header);
        if (message.Request.Content is { } content)
        {
            using var body = new MemoryStream();
            content.WriteTo(body, CancellationToken.None);
            request.Content = RequestContent.Create(body.ToArray());
        }

        return new(request, message.ResponseClassifier);
    }
}
