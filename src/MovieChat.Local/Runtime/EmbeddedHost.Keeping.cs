using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows;

namespace MovieChat.Local.Runtime;

public sealed partial class EmbeddedHost
{
    /// <summary>How long changes of a project are gathered before the list of projects is brought up to date.</summary>
    private static readonly TimeSpan ListingDelay = TimeSpan.FromSeconds(1);

    /// <summary>Takes up every project that may owe something. What merely waits for its writer is not even read.</summary>
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        for (var delay = Backoff.First; !await ResumedAsync(cancellationToken); delay = Backoff.Longer(delay)) await Task.Delay(delay, _clock, cancellationToken);
    }

    private async Task<bool> ResumedAsync(CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(_active.ListAsync(cancellationToken), parallel, async (project, _) => await ResumeAsync(project));
            return true;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed) && !cancellationToken.IsCancellationRequested)
        {
            Log.NotListable(_log, failed.GetType().Name);
            return false;
        }
    }

    private async Task ResumeAsync(string project)
    {
        try
        {
            var advance = await SubmitAsync(project, new WakeProject { Id = $"wake-{Guid.NewGuid():N}", By = WritingProject.Service }, CancellationToken.None);
            if (advance.Project.Revision == 0 && _projects.TryGetValue(project, out var missing)) await CloseAsync(missing);
            else if (advance.Project.Owed() is { Count: > 0 and var owed }) Log.Resumed(_log, project, owed);
        }
        catch (Exception failed)
        {
            Log.NotResumed(_log, project, failed);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var active in _projects.Values.Where(IsIdle))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await CloseAsync(active);
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                Log.NotClosed(_log, active.Id, failed.GetType().Name);
            }
        }
    }

    /// <summary>The clock may have been set back since the last use.</summary>
    private bool IsIdle(ActiveProject active) =>
        active.Running.Count == 0 && !active.IsListing && !_notices.IsDelivering(active.Id, out _) && (_clock.GetUtcNow() - active.LastUsed).Duration() > _options.IdleTime && active.Known is { } known && known.Owed().Count == 0;

    /// <summary>Forgets a project that owes nothing; it is read again when it is needed.</summary>
    private async Task CloseAsync(ActiveProject active)
    {
        await active.Gate.WaitAsync(CancellationToken.None);
        try
        {
            if (active.IsClosed || active.IsRecovering || active.Running.Count > 0 || _notices.IsDelivering(active.Id, out var notice) || active.Known is not { } known || known.Owed().Count > 0) return;

            if (known.Revision > active.ReadAt) await _journal.SnapshotAsync(known, CancellationToken.None);

            // The rows before the mark goes: at every moment the next start finds the project by one of them.
            await KeepRowAsync(active, _plan.NextDue(known));
            if (notice is { } at) await _untold.PutAsync(new(at, active.Id), CancellationToken.None);

            // Not known to be marked from here on: the answer may be lost after the mark is gone.
            active.IsMarked = false;
            await _active.UnmarkAsync(active.Id, active.Mark, CancellationToken.None);
            Forget(active);
        }
        finally
        {
            active.Gate.Release();
        }
    }

    /// <summary>Removes what is stored of a deleted project, once nothing more is being stored of it. Its mark goes last, so that a start
    /// after a crash finishes the removal.</summary>
    private async Task EndAsync(ActiveProject active, WritingProject ended)
    {
        foreach (var running in active.Running.Values) await running.Stop.CancelAsync();
        await Task.WhenAll(active.Running.Values.Select(running => running.Stored.Task));
        await _end.RemoveAsync(ended, CancellationToken.None);
        await KeepRowAsync(active, null);
        await _active.UnmarkAsync(active.Id, active.Mark, CancellationToken.None);
        Forget(active);
    }

    private void Forget(ActiveProject active)
    {
        active.IsClosed = true;
        _projects.TryRemove(active.Id, out _);
        _notices.Forget(active.Id);
    }

    private async Task ListAsync(ActiveProject active)
    {
        var listing = ProjectListing.Of(active.Known!);
        await _listings.AddAsync(listing, CancellationToken.None);
        active.Listed = listing;
    }

    /// <summary>Brings the list up to date with all that happened meanwhile, as soon as storage answers; at the end of the process at once.</summary>
    private async Task RefreshListingAsync(ActiveProject active)
    {
        for (var delay = ListingDelay; ; delay = Backoff.Longer(delay))
        {
            var goesOn = await WaitedAsync(delay, _stopping.Token);
            if (await ListedAsync(active) || !goesOn) return;
        }
    }

    private async Task<bool> ListedAsync(ActiveProject active)
    {
        await active.Gate.WaitAsync(CancellationToken.None);
        try
        {
            if (active is { IsClosed: false, Known: { Deleted: false } project }) await RefreshAsync(active, ProjectListing.Of(project));
            active.IsListing = false;
            return true;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            Log.NotListed(_log, active.Id, failed.GetType().Name);
            return false;
        }
        finally
        {
            active.Gate.Release();
        }
    }

    private async Task RefreshAsync(ActiveProject active, ProjectListing listing)
    {
        if (!await _listings.RefreshAsync(listing, CancellationToken.None)) await _listings.AddAsync(listing, CancellationToken.None);
        active.Listed = listing;
    }

    /// <summary>Whether the list would read the same. Its revision and time follow with the next change that shows.</summary>
    private static bool IsSame(ProjectListing listing, ProjectListing? listed) =>
        listed is not null && listing with { Revision = listed.Revision, ChangedAt = listed.ChangedAt } == listed;
}
