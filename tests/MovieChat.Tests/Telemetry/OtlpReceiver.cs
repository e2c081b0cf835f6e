using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Telemetry;

/// <summary>Receives what a head exports by OTLP over HTTP, and keeps it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private LoopbackServer _server = null!;

    private OtlpReceiver()
    {
    }

    /// <summary>The settings of a head that exports to here, soon.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _server.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "50",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    public IReadOnlyList<ExportedSpan> Spans => [.. Of("/v1/traces").SelectMany(ExportedSpan.In)];

    /// <summary>Every point of every export: of a series the last is the newest.</summary>
    public IReadOnlyList<ExportedPoint> Points => [.. Of("/v1/metrics").SelectMany(ExportedPoint.In)];

    /// <summary>All that came, its texts as they are and what lies between them as whatever letters it may be.</summary>
    public string Text => string.Concat(_received.Select(each => Encoding.Latin1.GetString(each.Body)));

    public IReadOnlyCollection<string> Paths => [.. _received.Select(each => each.Path).Distinct()];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        receiver._server = await LoopbackServer.StartAsync(receiver.KeepAsync);
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IEnumerable<WireMessage> Of(string path) => _received.Where(each => each.Path == path).Select(each => new WireMessage(each.Body));

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
