using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Tests.Local;

/// <summary>A storage that fails what it is told to fail, and counts what it is asked. Failures are final: the client does not retry them.</summary>
internal sealed class Troubles : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<(RequestMethod Method, string Address)> _seen = new();

    /// <summary>Which requests fail; none by default.</summary>
    public Func<Request, bool> Failing { get; set; } = _ => false;

    public IReadOnlyList<string> Reads => [.. _seen.Where(request => request.Method == RequestMethod.Get).Select(request => request.Address)];

    public static bool IsAbout(Request request, string project) => Uri.UnescapeDataString(request.Uri.ToString()).Contains(project, StringComparison.Ordinal) || BodyOf(request).Contains(project, StringComparison.Ordinal);

    public override void OnSendingRequest(HttpMessage message)
    {
        _seen.Enqueue((message.Request.Method, Uri.UnescapeDataString(message.Request.Uri.ToString())));
        if (Failing(message.Request)) throw new RequestFailedException(503, "Storage is in trouble.");
    }

    /// <summary>A transaction names its partition in its body alone.</summary>
    private static string BodyOf(Request request)
    {
        if (request.Content is not { } content) return "";
        using var body = new MemoryStream();
        content.WriteTo(body, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }
}
