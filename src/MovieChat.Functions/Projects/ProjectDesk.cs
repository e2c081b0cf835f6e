using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Functions.Projects;

/// <summary>What the orchestration has done with a project in storage, one step at a time. Every step may run twice.</summary>
public sealed partial class ProjectDesk(
    ProjectJournal journal, RecentProjects projects, ProjectEnd end, ProjectTable listings, NoticeDelivery notices, ReminderPlan plan, IOptions<CloudOptions> options, TimeProvider clock, ILogger<ProjectDesk> log)
{
    /// <summary>After so long a project that can not be read is looked at again.</summary>
    private static readonly TimeSpan UnreadableDelay = TimeSpan.FromDays(1);

    /// <summary>The clocks of two machines may differ: no look is due sooner, so that none follows the other at once.</summary>
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);

    /// <summary>Decides what time alone asks of a project, appends it, and tells what is owed and when to look again.</summary>
    public async Task<Standing> AdvanceAsync(string project, CancellationToken cancellationToken)
    {
        try
        {
            var film = await projects.ReadAsync(project, cancellationToken);
            if (film is not { Revision: > 0, Deleted: false }) return Of(film, null);
            film = await HandAsync(film, new WakeProject { Id = "wake", By = WritingProject.Service });
            if (plan.Due(film, clock.GetUtcNow()) is { } due) film = await HandAsync(film, due);
            return await ListedAsync(film);
        }
        catch (Exception unreadable) when (unreadable is StoredValueException or InvalidOperationException)
        {
            Log.Unreadable(log, project, unreadable);
            return new(0, ProjectPhase.Unreadable) { LookAt = (clock.GetUtcNow() + UnreadableDelay).UtcDateTime };
        }
    }

    /// <summary>Removes what is stored of a deleted project. One that is not deleted stays.</summary>
    public async Task EndAsync(string project, CancellationToken cancellationToken)
    {
        var film = await journal.ReadAsync(project, cancellationToken);
        if (film.Deleted) await end.RemoveAsync(film, cancellationToken);
    }

    /// <summary>Brings the writer's list up to date with what was appended, and tells where the project stands.</summary>
    public async Task<Standing> ListedAsync(WritingProject film)
    {
        if (!film.Deleted) await listings.ForwardAsync(ProjectListing.Of(film), CancellationToken.None);
        return Of(film, film.Deleted ? null : await notices.NextAsync(film, CancellationToken.None));
    }

    /// <summary>Tells those who subscribed to a project what they were not told yet.</summary>
    public async Task<Standing> NotifyAsync(string project, CancellationToken cancellationToken)
    {
        var film = await projects.ReadAsync(project, cancellationToken);
        if (film is { Revision: > 0, Deleted: false }) await notices.DeliverAsync(film, cancellationToken);
        return await ListedAsync(await projects.ReadAsync(project, cancellationToken));
    }

    /// <param name="notices">When somebody is to be told of it; null when nobody is.</param>
    private Standing Of(WritingProject film, DateTimeOffset? notices)
    {
        if (film.Deleted) return new(film.Revision, ProjectPhase.Deleted);
        if (film.Revision == 0) return new(0, ProjectPhase.NotBegun);
        var isDue = notices <= clock.GetUtcNow();
        return new(film.Revision, ProjectPhase.Alive)
        {
            Owed = [.. isDue ? [new OwedOrder(NoticeFunctions.Order, nameof(NoticeFunctions.SendNotices))] : (OwedOrder[])[], .. film.Owed().Select(order => new OwedOrder(order.Id, OrderFunctions.ActivityFor(order)))],
            AtOnce = options.Value.MaxOrdersPerProject + (isDue ? 1 : 0),
            LookAt = LookAt(Sooner(plan.IsOff ? null : plan.NextDue(film), isDue ? null : notices)),
        };
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    private DateTime? LookAt(DateTimeOffset? next)
    {
        if (next is not { } due) return null;
        var soonest = clock.GetUtcNow() + ShortestDelay;
        return WholeSecond((due > soonest ? due : soonest).UtcDateTime);
    }

    /// <summary>The engine's queues know whole seconds alone, and would wake it too soon.</summary>
    private static DateTime WholeSecond(DateTime time) => new((time.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private async Task<WritingProject> HandAsync(WritingProject film, Command command) =>
        projects.Keep((await journal.AdvanceAsync(film.Id, film, command, CancellationToken.None)).Project);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Project {Project} can not be read; the others go on.")]
        public static partial void Unreadable(ILogger log, string project, Exception unreadable);
    }
}
