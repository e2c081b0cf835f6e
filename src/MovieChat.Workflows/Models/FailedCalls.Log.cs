using Microsoft.Extensions.Logging;

namespace MovieChat.Workflows.Models;

internal sealed partial class FailedCalls
{
    // Nothing that was sent, and nothing that the service wrote: either may hold the writer's text or the key.
    [LoggerMessage(LogLevel.Warning, "The model {Model} failed after {Elapsed}: {Kind} ({Error}, HTTP {Status}).")]
    private static partial void Failed(ILogger log, string model, TimeSpan elapsed, string kind, string error, int? status);
}
