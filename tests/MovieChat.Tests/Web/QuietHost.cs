using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Web;

/// <summary>A head that keeps projects and carries out no order: what is owed stays owed, until a test hands in its result.</summary>
internal sealed class QuietHost(ProjectJournal journal, ProjectEnd end, ProjectTable projects) : IProjectHost
{
    private TaskCompletionSource _changed = NewSource();

    public async Task<WritingProject?> FindAsync(string project, CancellationToken cancellationToken) =>
        await journal.ReadAsync(project, cancellationToken) is { Revision: > 0, Deleted: false } found ? found : null;

    public async Task<Advance> SubmitAsync(string project, Command command, CancellationToken cancellationToken)
    {
        var advance = await journal.AdvanceAsync(project, await journal.ReadAsync(project, cancellationToken), command, cancellationToken);
        var now = advance.Project;
        if (advance.Rejection is null && command is StartProject or ForkProject)
        {
            await projects.AddAsync(new(now.Owner, now.Id, now.Title, now.Status(), 0, now.Revision, now.StartedAt, now.ChangedAt), cancellationToken);
        }

        if (now.Deleted) await end.RemoveAsync(now, cancellationToken);
        Interlocked.Exchange(ref _changed, NewSource()).SetResult();
        return advance;
    }

    public async Task WaitForChangeAsync(string project, long revision, CancellationToken cancellationToken)
    {
        var changed = _changed.Task;
        if ((await journal.ReadAsync(project, cancellationToken)).Revision <= revision) await changed.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
