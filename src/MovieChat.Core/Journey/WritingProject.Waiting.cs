namespace MovieChat.Core.Journey;

public sealed partial record WritingProject
{
    /// <summary>When it began to wait for its writer; null when it does not.</summary>
    public DateTimeOffset? WaitingSince(DocumentTable? table = null) =>
        this is { Revision: > 0, Deleted: false } && Status(table) is ProjectStatus.AwaitingWriter ? ChangedAt : null;

    /// <summary>What time alone brings. A command for an earlier waiting, or one that is repeated or overtaken, makes nothing.</summary>
    private sealed partial class Step
    {
        private Rejection? Wait(WaitingCommand command)
        {
            if (Project.ParkedAt is not null || Project.WaitingSince(table) != command.WaitingSince) return null;
            return command switch
            {
                RemindWriter remind => IsNext(remind) ? Add(new WriterReminded(remind.Number, remind.Due, Graph.Awaiting.ToValueList()) { WaitingSince = command.WaitingSince }) : null,
                ParkProject => Add(new ProjectParked { WaitingSince = command.WaitingSince }),
                _ => throw new ArgumentException($"No decision is written for the command {command.GetType().Name}."),
            };
        }

        private bool IsNext(RemindWriter remind) =>
            remind.Number == (Project.LastReminder?.Number ?? 0) + 1 && remind.Due > (Project.LastReminder?.Due ?? remind.WaitingSince);
    }
}
