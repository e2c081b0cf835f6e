using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Local.Runtime;

public sealed partial class EmbeddedHost
{
    /// <summary>Most projects reminded at the same time: no more of those that wait are in memory.</summary>
    private const int MostReminded = 8;

    /// <summary>After so long a waiting project that can not be read is looked at again.</summary>
    private static readonly TimeSpan UnreadableDelay = TimeSpan.FromDays(1);

    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        do await RemindDueAsync(cancellationToken);
        while (await WaitedAsync(_options.ReminderCheck, cancellationToken));
    }

    /// <summary>Reminds whatever is due now: of the projects in memory, then of those that only have a row, oldest first.</summary>
    private async Task RemindDueAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MostReminded, CancellationToken = cancellationToken };
        var known = _projects.Values.Where(active => active.Known is { } project && _plan.Due(project, now) is not null);
        try
        {
            await Parallel.ForEachAsync(known, parallel, async (active, _) => await RemindAsync(active.Id, null));
            await Parallel.ForEachAsync(_due.ListAsync(now, cancellationToken), parallel, async (due, _) => await RemindAsync(due.Project, due.At));
        }
        catch (Exception failed)
        {
            if (!cancellationToken.IsCancellationRequested) Log.NotRemindable(_log, failed.GetType().Name);
        }
    }

    /// <summary>One project's trouble is its own: it is looked at again at the next check.</summary>
    /// <param name="row">The time of the row that it was found by; null when it is in memory.</param>
    private async Task RemindAsync(string project, DateTimeOffset? row)
    {
        try
        {
            while (!await IsRemindedAsync(_projects.GetOrAdd(project, id => new(id)), row))
            {
                // It was put away meanwhile: there is another one.
            }
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            Log.ReminderDelayed(_log, project, failed.GetType().Name);
        }
        catch (Exception failed)
        {
            Log.NotReminded(_log, project, failed);
        }
    }

    private async Task<bool> IsRemindedAsync(ActiveProject active, DateTimeOffset? row)
    {
        await active.Gate.WaitAsync(CancellationToken.None);
        try
        {
            if (active.IsClosed) return false;
            if (row is { } standing) active.Rows.Add(standing);
            if (!active.IsUsed) await RemindUnusedAsync(active);
            else if (active.Known is { } known && _plan.Due(known, _clock.GetUtcNow()) is { } command) await SubmitAsync(active, command);
            return true;
        }
        finally
        {
            active.Gate.Release();
        }
    }

    /// <summary>A project that nobody uses is read, reminded and forgotten again. It is never marked: until the next row is there, the one it
    /// was found by stands for it.</summary>
    private async Task RemindUnusedAsync(ActiveProject active)
    {
        try
        {
            var project = await RemindedAsync(active);
            if (project.Owed().Count > 0) Start(() => ResumeAsync(active.Id));
            else await KeepRowAsync(active, _plan.NextDue(project));
        }
        catch (Exception unreadable) when (unreadable is StoredValueException or InvalidOperationException)
        {
            Log.NotReminded(_log, active.Id, unreadable);
            await KeepRowAsync(active, _clock.GetUtcNow() + UnreadableDelay);
        }
        finally
        {
            Forget(active);
        }
    }

    private async Task<WritingProject> RemindedAsync(ActiveProject active)
    {
        var read = await _journal.ReadAsync(active.Id, CancellationToken.None);
        if (_plan.Due(read, _clock.GetUtcNow()) is not { } command) return read;
        var advance = await _journal.AdvanceAsync(active.Id, read, command, CancellationToken.None);
        _bell.Ring(active.Id);
        return advance.Project;
    }

    /// <summary>Puts the row for <paramref name="next"/>, none when it is null, and then takes away the others that may stand for the project.</summary>
    private async Task KeepRowAsync(ActiveProject active, DateTimeOffset? next)
    {
        if (next is { } due)
        {
            active.Rows.Add(due);
            await _due.PutAsync(new(due, active.Id), CancellationToken.None);
        }

        foreach (var row in active.Rows.Where(row => row != next).ToArray())
        {
            await _due.RemoveAsync(new(row, active.Id), CancellationToken.None);
            active.Rows.Remove(row);
        }
    }
}
