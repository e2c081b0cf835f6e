using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Workflows.Projects;

/// <summary>Removes what is stored of a deleted project. Doing it again, after a crash in the middle, removes the rest.</summary>
public sealed class ProjectEnd(JournalTable journal, DraftTable drafts, SnapshotBlobs snapshots, ProjectTable projects)
{
    /// <param name="project">A project whose journal says that it was deleted.</param>
    public async Task RemoveAsync(WritingProject project, CancellationToken cancellationToken)
    {
        await projects.DeleteAsync(project.Owner, project.Id, cancellationToken);
        await snapshots.DeleteAsync(project.Id, cancellationToken);
        await RemoveTextsAsync(project.Id, project.ForkedFrom?.Project, cancellationToken);
    }

    /// <summary>Forks read the drafts of the project they come from, which stay until the last of them is gone as well.</summary>
    private async Task RemoveTextsAsync(string project, string? source, CancellationToken cancellationToken)
    {
        if (await journal.HasForksAsync(project, cancellationToken)) return;
        await drafts.DeleteAllAsync(project, cancellationToken);
        if (source is not null)
        {
            await journal.RemoveForkAsync(source, project, cancellationToken);
            var before = await FoldAsync(source, cancellationToken);
            if (before.Deleted) await RemoveTextsAsync(source, before.ForkedFrom?.Project, cancellationToken);
        }

        // The journal goes last: while it is there, a crash in the middle is picked up from its last event.
        await journal.DeleteAsync(project, cancellationToken);
    }

    /// <summary>A project folded from the beginning: the snapshot of a deleted one is gone.</summary>
    private async Task<WritingProject> FoldAsync(string id, CancellationToken cancellationToken)
    {
        var project = WritingProject.None;
        await foreach (var entry in journal.ReadAsync(id, 0, cancellationToken)) project = project.On(entry);
        return project;
    }
}
