using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Tests.Faults;

/// <summary>A wire to a storage that answers 503 to everything while it <see cref="IsOn"/>.</summary>
internal sealed class Outage : HttpPipelinePolicy
{
    private int _refused;

    public bool IsOn { get; set; }

    /// <summary>Requests that were answered so, the client's retries among them.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is used asynchronously.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!IsOn) return ProcessNextAsync(message, pipeline);
        Interlocked.Increment(ref _refused);
        message.Response = new FailedAnswer(503, message.Request.ClientRequestId);
        return ValueTask.CompletedTask;
    }
}
