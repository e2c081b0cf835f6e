using System.Collections.Concurrent;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Web;

/// <summary>A head that keeps projects and carries out no order: what is owed stays owed, until a test hands in its result.</summary>
/// <param name="remembers">Whether it keeps its projects in memory, as the embedded head does, or reads them each time.</param>
internal sealed class QuietHost(ProjectJournal journal, ProjectEnd end, ProjectTable projects, bool remembers = false) : IProjectHost
{
    private readonly ConcurrentDictionary<string, WritingProject> _known = new();
    private TaskCompletionSource _changed = NewSource();

    public async Task<WritingProject?> FindAsync(string project, CancellationToken cancellationToken) =>
        await ReadAsync(project, cancellationToken) is { Revision: > 0, Deleted: false } found ? found : null;

    /// <summary>As any head: nothing the caller does stops it.</summary>
    public async Task<Advance> SubmitAsync(string project, Command command, CancellationToken cancellationToken)
    {
        var advance = await journal.AdvanceAsync(project, await ReadAsync(project, CancellationToken.None), command, CancellationToken.None);
        var now = advance.Project;
        if (remembers && !now.Deleted) _known[project] = now;
        else _known.TryRemove(project, out _);
        if (advance.Rejection is null && command is StartProject or ForkProject)
        {
            await projects.AddAsync(new(now.Owner, now.Id, now.Title, now.Status(), 0, now.Revision, now.StartedAt, now.ChangedAt), CancellationToken.None);
        }

        if (now.Deleted) await end.RemoveAsync(now, CancellationToken.None);
        Interlocked.Exchange(ref _changed, NewSource()).SetResult();
        return advance;
    }

    public async Task WaitForChangeAsync(string project, long revision, CancellationToken cancellationToken)
    {
        var changed = _changed.Task;
        if ((await ReadAsync(project, cancellationToken)).Revision <= revision) await changed.WaitAsync(cancellationToken);
    }

    /// <summary>Nobody is told of anything.</summary>
    public Task NotifyAsync(string project, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<WritingProject> ReadAsync(string project, CancellationToken cancellationToken) =>
        _known.TryGetValue(project, out var known) ? known : await journal.ReadAsync(project, cancellationToken);

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
