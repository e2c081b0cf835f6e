using System.ClientModel;
using Microsoft.Extensions.Logging;

namespace MovieChat.Workflows.Models;

/// <summary>Tells each failed call once: to the log, and to the caller as an exception in plain words.</summary>
internal sealed partial class FailedCalls(ModelFailures failures, ModelOptions options, TimeProvider time, ILogger log)
{
    /// <param name="began">The timestamp of the clock when the call began.</param>
    /// <returns>The exception to throw in place of <paramref name="error"/>; null to let it pass. A caller's cancellation stays one.</returns>
    public Exception? Told(Exception error, long began, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return error is OperationCanceledException ? null : new OperationCanceledException(cancellation);
        if (failures.Of(error) is not { } told) return null;
        var answer = error as ClientResultException;
        Failed(log, options.Name, time.GetElapsedTime(began), told.Failure.Kind, (answer?.InnerException ?? error).GetType().Name, answer?.Status);
        return told;
    }
}
