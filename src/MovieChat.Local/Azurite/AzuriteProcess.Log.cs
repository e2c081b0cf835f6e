namespace MovieChat.Local.Azurite;

public sealed partial class AzuriteProcess
{
    [LoggerMessage(LogLevel.Information, "Storage answers at {Host}:{Port}.")]
    private static partial void LogAnswers(ILogger logger, string host, int port);

    [LoggerMessage(LogLevel.Information, "Azurite runs as process {Process} at {Host}, ports {Blob} and {Table}; its data is in {Folder}.")]
    private static partial void LogStarted(ILogger logger, int process, string host, int blob, int table, string folder);

    [LoggerMessage(LogLevel.Information, "Azurite has stored everything and ended.")]
    private static partial void LogEnded(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Azurite did not end within {Seconds} s and was killed: its last writes may be lost.")]
    private static partial void LogKilled(ILogger logger, double seconds);
}
