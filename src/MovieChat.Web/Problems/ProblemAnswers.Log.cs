using Microsoft.Extensions.Logging;

namespace MovieChat.Web.Problems;

internal sealed partial class ProblemAnswers
{
    [LoggerMessage(LogLevel.Error, "What is stored in {Place} under {Key} can not be read.")]
    private static partial void LogUnreadable(ILogger logger, string place, string key, Exception failure);

    [LoggerMessage(LogLevel.Error, "The storage did not answer a request to {Route}.")]
    private static partial void LogStorage(ILogger logger, string route, Exception failure);

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed.")]
    private static partial void LogFailure(ILogger logger, string method, string route, Exception failure);
}
