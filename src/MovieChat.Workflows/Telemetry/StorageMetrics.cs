using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MovieChat.Workflows.Telemetry;

/// <summary>Counts what goes wrong between this process and its storage, attempt by attempt: the client's own retries hide it otherwise.</summary>
public sealed class StorageMetrics : HttpPipelinePolicy
{
    private static readonly Counter<long> Retries = Instrumentation.Meter.CreateCounter<long>(
        "moviechat.storage.retries", "{attempt}", "Attempts of a storage request after its first.");

    private static readonly Counter<long> Failures = Instrumentation.Meter.CreateCounter<long>(
        "moviechat.storage.failures", "{attempt}", "Attempts of a storage request that failed, by method and status or error.");

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        CountRetry(message);
        try
        {
            ProcessNext(message, pipeline);
            CountFailure(message);
        }
        catch (Exception failed)
        {
            Count(message, failed.GetType().Name);
            throw;
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        CountRetry(message);
        try
        {
            await ProcessNextAsync(message, pipeline);
            CountFailure(message);
        }
        catch (Exception failed)
        {
            Count(message, failed.GetType().Name);
            throw;
        }
    }

    private static void CountRetry(HttpMessage message)
    {
        if (message.ProcessingContext.RetryNumber > 0) Retries.Add(1);
    }

    /// <summary>That something is not there, or there already, or has changed, is an answer and no failure.</summary>
    private static void CountFailure(HttpMessage message)
    {
        if (message.Response.Status is >= 400 and not (404 or 409 or 412)) Count(message, $"{message.Response.Status}");
    }

    private static void Count(HttpMessage message, string error) =>
        Failures.Add(1, new TagList { { TagNames.Method, message.Request.Method.Method }, { TagNames.Error, error } });
}
