namespace MovieChat.Local.Runtime;

public sealed partial class EmbeddedHost
{
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Those who subscribed are told once storage answers: {Reason}.")]
        public static partial void NotTold(ILogger log, string reason);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Project {Project}: {Command} brought it to revision {Revision}.")]
        public static partial void Advanced(ILogger log, string project, string command, long revision);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Project {Project}: order {Order} begun.")]
        public static partial void OrderBegun(ILogger log, string project, string order);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: order {Order} is tried again in {Delay}: {Reason}.")]
        public static partial void OrderDelayed(ILogger log, string project, string order, TimeSpan delay, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project}: order {Order} can not be carried out.")]
        public static partial void OrderBroken(ILogger log, string project, string order, Exception failed);

        [LoggerMessage(Level = LogLevel.Information, Message = "Project {Project} is taken up again and owes {Owed} orders.")]
        public static partial void Resumed(ILogger log, string project, int owed);

        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project} can not be taken up; the others go on.")]
        public static partial void NotResumed(ILogger log, string project, Exception failed);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The projects to take up are looked for again once storage answers: {Reason}.")]
        public static partial void NotListable(ILogger log, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project} is read again once storage answers: {Reason}.")]
        public static partial void NotRecovered(ILogger log, string project, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project} stays in memory until storage answers: {Reason}.")]
        public static partial void NotClosed(ILogger log, string project, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: the list of projects is brought up to date later: {Reason}.")]
        public static partial void NotListed(ILogger log, string project, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Project {Project}: its writer is reminded at the next check: {Reason}.")]
        public static partial void ReminderDelayed(ILogger log, string project, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project} can not remind its writer; the others go on.")]
        public static partial void NotReminded(ILogger log, string project, Exception failed);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The projects that are due are looked for again at the next check: {Reason}.")]
        public static partial void NotRemindable(ILogger log, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Work in the background ended with a mistake.")]
        public static partial void TaskBroken(ILogger log, Exception failed);
    }
}
