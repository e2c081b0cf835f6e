using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Workflows.Projects;

/// <summary>Reads a project from its snapshot and journal, and appends to it what a command makes.</summary>
public sealed class ProjectJournal(JournalTable journal, SnapshotBlobs snapshots, TimeProvider clock)
{
    /// <summary>A snapshot is written about this often, in events: reading a project never folds many more.</summary>
    public int EventsPerSnapshot { get; init; } = 100;

    /// <returns><see cref="WritingProject.None"/> when there is no such project.</returns>
    public async Task<WritingProject> ReadAsync(string id, CancellationToken cancellationToken) =>
        await CatchUpAsync(id, await snapshots.ReadAsync(id, cancellationToken) ?? WritingProject.None, cancellationToken);

    /// <summary>Decides on <paramref name="command"/> and appends the events. Where somebody else was faster, reads theirs and decides again.</summary>
    /// <param name="known">The project as the caller knows it; may be behind the journal.</param>
    /// <param name="announce">Told right before each attempt to append, with the last revision before it, for hosts that must have work looked
    /// for whatever becomes of this process. Not told of what makes no events.</param>
    public async Task<Advance> AdvanceAsync(
        string id, WritingProject known, Command command, CancellationToken cancellationToken, Func<long, Task>? announce = null)
    {
        using var span = CommandSpan.Begin(id, command, clock);
        try
        {
            return span.Ended(await DecideAsync(id, known, span.Command, announce, cancellationToken));
        }
        catch (Exception failed)
        {
            span.Failed(failed);
            throw;
        }
    }

    /// <summary>The project with what the journal has beyond <paramref name="known"/>.</summary>
    public async Task<WritingProject> CatchUpAsync(string id, WritingProject known, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.FollowAsync(id, known.Revision, cancellationToken)) known = known.On(entry);
        return known;
    }

    private async Task<Advance> DecideAsync(string id, WritingProject known, Command command, Func<long, Task>? announce, CancellationToken cancellationToken)
    {
        while (true)
        {
            var outcome = known.Decide(command, clock.GetUtcNow());
            if (outcome is Outcome.Accepted accepted)
            {
                if (accepted.Entries.Count == 0) return new(known, []);
                if (announce is not null) await announce(known.Revision);
                var append = await AppendTime.MeasureAsync(() => journal.AppendAsync(id, accepted.Entries, command.IsOneOff, cancellationToken), clock);
                if (append is Append.Appended) return await AppendedAsync(known, accepted, cancellationToken);
                known = await CatchUpAsync(id, known, cancellationToken);
                if (append is Append.AlreadyAppended) return new(known, []);
                continue;
            }

            var current = await CatchUpAsync(id, known, cancellationToken);
            if (current.Revision == known.Revision) return await RejectedAsync(id, known, command, ((Outcome.Rejected)outcome).Rejection, cancellationToken);
            known = current;
        }
    }

    private async Task<Advance> AppendedAsync(WritingProject before, Outcome.Accepted accepted, CancellationToken cancellationToken)
    {
        var project = accepted.Project;
        if (project.Revision / EventsPerSnapshot > before.Revision / EventsPerSnapshot) await SnapshotAsync(project, cancellationToken);
        return new(project, accepted.Entries);
    }

    /// <summary>Writes a snapshot, so that the next one to read the project reads nothing else. Nothing fails for want of one.</summary>
    public async Task SnapshotAsync(WritingProject project, CancellationToken cancellationToken)
    {
        try
        {
            await snapshots.WriteAsync(project, cancellationToken);
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            // What was appended counts, whoever has stopped waiting for the answer. The next snapshot is due in EventsPerSnapshot events.
        }
    }

    /// <summary>A command that counted long ago is a repetition, however little its decision fits now.</summary>
    private async Task<Advance> RejectedAsync(string id, WritingProject known, Command command, Rejection rejection, CancellationToken cancellationToken)
    {
        var isRepetition = known is { Revision: > 0, Deleted: false }
            && command is { IsOneOff: false } and not Result
            && await journal.SequenceOfAsync(id, command.Id, cancellationToken) is not null;
        return isRepetition ? new(known, []) : new(known, [], rejection);
    }
}
