using MovieChat.Storage;

namespace MovieChat.Local.Runtime;

/// <summary>Those who subscribed to projects that were put away with something untold.</summary>
public sealed partial class EmbeddedHost
{
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        do await TellDueAsync(cancellationToken);
        while (await WaitedAsync(_options.ReminderCheck, cancellationToken));
    }

    private async Task TellDueAsync(CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MostReminded, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(_untold.ListAsync(_clock.GetUtcNow(), cancellationToken), parallel, async (due, _) => await TellAsync(due));
        }
        catch (Exception failed)
        {
            if (!cancellationToken.IsCancellationRequested) Log.NotTold(_log, failed.GetType().Name);
        }
    }

    /// <summary>The row goes once what it stood for is told, or stands under another time. A row too many, as of a project that is in use again, costs one look.</summary>
    private async Task TellAsync(DueProject due)
    {
        try
        {
            var project = await ReadAsync(due.Project, CancellationToken.None);
            var next = project is { Revision: > 0, Deleted: false } ? (await _notices.DeliverAsync(project)).Next : null;
            if (next is { } at) await _untold.PutAsync(new(at, due.Project), CancellationToken.None);
            if (next != due.At) await _untold.RemoveAsync(due, CancellationToken.None);
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            Log.NotTold(_log, failed.GetType().Name);
        }
        catch (Exception unreadable) when (unreadable is StoredValueException or InvalidOperationException)
        {
            Log.NotReminded(_log, due.Project, unreadable);
            await _untold.PutAsync(new(_clock.GetUtcNow() + UnreadableDelay, due.Project), CancellationToken.None);
            await _untold.RemoveAsync(due, CancellationToken.None);
        }
    }
}
