using MovieChat.Core.Journey;
using MovieChat.Functions.FrontDoor;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Functions.Projects;

/// <summary>Projects as the cloud head has them: decided and appended here, whichever instance of the app this is, and carried on by an
/// orchestration each.</summary>
/// <remarks>The journal's sequence numbers are all the locking there is, so that a decision is answered at once and exactly, however busy the
/// engine is. The orchestration is told before the append (see <see cref="ProjectInstance.Announcement"/>), decides nothing by what it is told,
/// and reads the journal.</remarks>
internal sealed class DurableHost(ProjectJournal journal, RecentProjects projects, JournalTable entries, ProjectTable listings, TaskHub hub, TimeProvider clock) : IProjectHost
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBetween = TimeSpan.FromSeconds(1);

    /// <summary>What owes work and has not changed for so long is announced by whoever reads it: its orchestration may be gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<WritingProject?> FindAsync(string project, CancellationToken cancellationToken)
    {
        var film = await projects.ReadAsync(project, cancellationToken);
        if (film is not { Revision: > 0, Deleted: false }) return null;
        if (clock.GetUtcNow() - film.ChangedAt > Patience && film.Owed().Count > 0) await AnnounceAsync(project, film.Revision);
        return film;
    }

    public async Task<Advance> SubmitAsync(string project, Command command, CancellationToken cancellationToken)
    {
        var known = await projects.ReadAsync(project, cancellationToken);
        var advance = await journal.AdvanceAsync(project, known, command, CancellationToken.None, revision => AnnounceAsync(project, revision));
        projects.Keep(advance.Project);
        if (advance.Entries.Count > 0) await ListAsync(command, advance.Project);
        return advance;
    }

    /// <summary>What a writer looks for in the list at once stands there at once, or no more. The rest follows with the work.</summary>
    private Task ListAsync(Command command, WritingProject project) => command switch
    {
        StartProject or ForkProject => listings.ForwardAsync(ProjectListing.Of(project), CancellationToken.None),
        DeleteProject => listings.DeleteAsync(project.Owner, project.Id, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    /// <summary>Any instance of the app may append, so that storage is asked, less and less often.</summary>
    public async Task WaitForChangeAsync(string project, long revision, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        for (var delay = FirstLook; clock.GetElapsedTime(began) < LongestWait; delay = delay * 2 < LongestBetween ? delay * 2 : LongestBetween)
        {
            await foreach (var _ in entries.FollowAsync(project, revision, cancellationToken)) return;
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    public async Task NotifyAsync(string project, CancellationToken cancellationToken)
    {
        if (await projects.ReadAsync(project, cancellationToken) is { Revision: > 0, Deleted: false } film) await AnnounceAsync(project, film.Revision);
    }

    /// <summary>Tells the project's orchestration of what comes after <paramref name="revision"/>. One that never was, or has ended, is begun:
    /// it may be from another task hub, or another head.</summary>
    private async Task AnnounceAsync(string project, long revision)
    {
        var id = ProjectInstance.IdOf(project);
        if (!await hub.IsThereAsync(id) && await hub.BeginsAsync(ProjectFunctions.WritingProject, new LoopState(Announced: revision), id)) return;
        await hub.Client.RaiseEventAsync(id, ProjectInstance.Announcement, revision, CancellationToken.None);
    }
}
