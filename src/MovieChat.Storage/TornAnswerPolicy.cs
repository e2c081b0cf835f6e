using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Storage;

/// <summary>An answer that the HTTP client fails to take apart is no answer: it is asked for again, as one that was lost.</summary>
/// <remarks>On a machine with far too much to do, about one operation in 75,000 ended with this exception out of the reading of the status
/// line. To the retries it is a mistake of the caller's, and to callers one of ours.</remarks>
internal sealed class TornAnswerPolicy : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (ArgumentOutOfRangeException torn)
        {
            throw NoAnswer(torn);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (ArgumentOutOfRangeException torn)
        {
            throw NoAnswer(torn);
        }
    }

    private static RequestFailedException NoAnswer(ArgumentOutOfRangeException torn) => new("The answer of the storage could not be read.", torn);
}
