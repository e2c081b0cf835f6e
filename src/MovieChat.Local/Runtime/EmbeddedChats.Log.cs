namespace MovieChat.Local.Runtime;

public sealed partial class EmbeddedChats
{
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The chats to take up are looked for again once storage answers: {Reason}.")]
        public static partial void NotListable(ILogger log, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}, chat {Chat} can not be taken up; the others go on.")]
        public static partial void NotResumed(ILogger log, string project, string chat, Exception failed);

        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}, chat {Chat}: what it owes can not be done.")]
        public static partial void Broken(ILogger log, string project, string chat, Exception failed);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}, chat {Chat} stays in memory until storage answers: {Reason}.")]
        public static partial void NotClosed(ILogger log, string project, string chat, string reason);
    }
}
