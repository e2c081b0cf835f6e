using Microsoft.Azure.Functions.Worker;

namespace MovieChat.Functions.Projects;

/// <summary>Tells those who subscribed to a project what happened in it. To the project's orchestration it is one more order: begun when it is owed, one at a time.</summary>
public sealed class NoticeFunctions(ProjectDesk desk)
{
    /// <summary>The id of the order: no document has it.</summary>
    internal const string Order = "notices";

    /// <summary>May run twice: how far each subscription has come is stored after each delivery.</summary>
    [Function(nameof(SendNotices))]
    public Task<Standing> SendNotices([ActivityTrigger] OrderOf order, CancellationToken cancellationToken) => desk.NotifyAsync(order.Project, cancellationToken);
}
