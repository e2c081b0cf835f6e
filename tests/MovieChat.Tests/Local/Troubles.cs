using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Tests.Local;

/// <summary>A storage that fails what it is told to fail, holds what it is told to hold, and counts what it is asked. Failures are final: the
/// client does not retry them.</summary>
internal sealed class Troubles : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<(RequestMethod Method, string Address)> _seen = new();

    /// <summary>Which requests fail; none by default.</summary>
    public Func<Request, bool> Failing { get; set; } = _ => false;

    /// <summary>What each request waits for on its way; nothing by default.</summary>
    public Func<Request, Task> Sending { get; set; } = _ => Task.CompletedTask;

    /// <summary>What each answer waits for on its way back; nothing by default.</summary>
    public Func<Request, Task> Answering { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Reads => [.. _seen.Where(request => request.Method == RequestMethod.Get).Select(request => request.Address)];

    public static bool IsAbout(Request request, string project) => Uri.UnescapeDataString(request.Uri.ToString()).Contains(project, StringComparison.Ordinal) || BodyOf(request).Contains(project, StringComparison.Ordinal);

    public static bool ReadsJournal(Request request, string project) =>
        request.Method == RequestMethod.Get && request.Uri.ToString().Contains("/Journal", StringComparison.Ordinal) && IsAbout(request, project);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is used asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _seen.Enqueue((message.Request.Method, Uri.UnescapeDataString(message.Request.Uri.ToString())));
        if (Failing(message.Request)) throw new RequestFailedException(503, "Storage is in trouble.");
        await Sending(message.Request);
        await ProcessNextAsync(message, pipeline);
        await Answering(message.Request);
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
