using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Tests.Storage;

/// <summary>Lets requests through and then loses their responses, as a network does.</summary>
/// <param name="isTorn">Whether something comes that the HTTP client fails to take apart, and not the end of the connection.</param>
internal sealed class LostResponses(Func<Request, bool> which, int times, bool isTorn = false) : HttpPipelinePolicy
{
    private int _passed;

    /// <summary>How many of the requests were sent.</summary>
    public int Passed => _passed;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Lose(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Lose(message);
    }

    private void Lose(HttpMessage message)
    {
        if (!which(message.Request) || Interlocked.Increment(ref _passed) > times) return;
        throw isTorn ? new ArgumentOutOfRangeException(nameof(message)) : new IOException("The connection was closed.");
    }
}
