namespace MovieChat.Local.Runtime;

public sealed partial class HeadLease
{
    [LoggerMessage(LogLevel.Debug, "The lease on the storage is held.")]
    private static partial void LogAcquired(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The lease on the storage could not be renewed and is asked for again: {Fault}")]
    private static partial void LogNotRenewed(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Critical, "The lease on the storage was lost ({Code}): another head has it. Nothing is written any more.")]
    private static partial void LogLost(ILogger logger, string? code);

    [LoggerMessage(LogLevel.Warning, "The lease on the storage could not be given back ({Status}, {Code}); it ends by itself within a minute.")]
    private static partial void LogNotReleased(ILogger logger, int status, string? code);
}
