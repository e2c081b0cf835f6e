using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Chats;

namespace MovieChat.Workflows.Projects;

/// <summary>Removes what is stored of a deleted project. Doing it again, after a crash in the middle, removes the rest.</summary>
public sealed class ProjectEnd(ProjectJournal journals, JournalTable journal, DraftTable drafts, PictureStore pictures, ImportBlobs imports, SnapshotBlobs snapshots, ProjectTable projects, SubscriptionTable subscriptions, ChatEnd chats, LiveTurns lives, TimeProvider clock)
{
    /// <param name="project">A project whose journal says that it was deleted.</param>
    public async Task RemoveAsync(WritingProject project, CancellationToken cancellationToken)
    {
        // A fork that was kept from beginning has a single row, and that stays (see HasBegunAsync).
        if (project.Id.Length == 0) return;
        await projects.DeleteAsync(project.Owner, project.Id, cancellationToken);
        lives.StopAll(chat => chat.Project == project.Id);
        await chats.RemoveAllAsync(project.Id, cancellationToken);
        await imports.DeleteAllAsync(project.Id, cancellationToken);
        await subscriptions.DeleteAllAsync(project.Id, cancellationToken);
        await RemoveTextsAsync(project, cancellationToken);
    }

    /// <summary>Forks read the drafts and pictures of the project they come from, which stay until the last of them is gone as well.</summary>
    private async Task RemoveTextsAsync(WritingProject project, CancellationToken cancellationToken)
    {
        // The snapshot goes last: a journal of which the first events are gone folds to nothing.
        await snapshots.WriteAsync(project, cancellationToken);
        if (await HasForksAsync(project.Id, cancellationToken)) return;
        await pictures.DeleteAllAsync(project.Id, cancellationToken);
        await drafts.DeleteAllAsync(project.Id, cancellationToken);
        if (project.ForkedFrom is { Project: var source })
        {
            await journal.RemoveForkAsync(source, project.Id, cancellationToken);
            if (await FindDeletedAsync(source, cancellationToken) is { } before) await RemoveTextsAsync(before, cancellationToken);
        }

        await journal.DeleteAsync(project.Id, cancellationToken);
        await snapshots.DeleteAsync(project.Id, cancellationToken);
    }

    private async Task<WritingProject?> FindDeletedAsync(string project, CancellationToken cancellationToken)
    {
        try
        {
            return await journals.ReadAsync(project, cancellationToken) is { Deleted: true } deleted ? deleted : null;
        }
        catch (Exception damaged) when (damaged is StoredValueException or InvalidOperationException)
        {
            // What is left of a damaged source must not keep its fork from going.
            return null;
        }
    }

    private async Task<bool> HasForksAsync(string project, CancellationToken cancellationToken)
    {
        await foreach (var fork in journal.ForksAsync(project, cancellationToken))
        {
            if (await HasBegunAsync(fork, project, cancellationToken)) return true;
        }

        return false;
    }

    /// <summary>Whether a fork that is marked has begun. One that has not, because of a crash or a lost race, is kept from it for good: the
    /// first place in its journal is taken, so that it can not come to life without its texts.</summary>
    private async Task<bool> HasBegunAsync(string fork, string source, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (await FirstEventAsync(fork, cancellationToken) is { } first) return first is not ProjectDeleted;
                var never = new JournalEntry(1, clock.GetUtcNow(), WritingProject.Service, $"end of {source}", new ProjectDeleted());
                if (await journal.AppendAsync(fork, [never], isOneOff: true, cancellationToken) is Append.Appended) return false;
            }
        }
        catch (StoredValueException)
        {
            // A damaged fork may be mended: what it reads stays.
            return true;
        }
    }

    /// <returns>Null when there is none.</returns>
    private async Task<ProjectEvent?> FirstEventAsync(string project, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.FollowAsync(project, 0, cancellationToken)) return entry.Event;
        return null;
    }
}
