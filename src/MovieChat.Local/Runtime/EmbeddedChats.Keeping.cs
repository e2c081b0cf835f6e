using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Local.Runtime;

public sealed partial class EmbeddedChats
{
    private async Task<bool> ResumedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var mark in _marks.ListAsync(cancellationToken)) await ResumeAsync(ChatAddress.Parse(mark));
            return true;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed) && !cancellationToken.IsCancellationRequested)
        {
            Log.NotListable(_log, failed.GetType().Name);
            return false;
        }
    }

    private async Task ResumeAsync(ChatAddress chat)
    {
        try
        {
            await UseAsync(
                chat,
                async active =>
                {
                    var known = await KnowAsync(active);
                    await MarkAsync(active);

                    // A marked chat without a first event never began, or was being removed.
                    if (known.Revision == 0 || await IsOverAsync(active)) await EndAsync(active);
                    else Run(active);
                    return new(known, []);
                },
                CancellationToken.None);
        }
        catch (Exception unreadable) when (unreadable is StoredValueException or InvalidOperationException)
        {
            Log.NotResumed(_log, chat.Project, chat.Chat, unreadable);
        }
    }

    /// <summary>Nobody works on the chat any more. What was stored of the work after the chat, or its project, was deleted is removed.</summary>
    /// <returns>False when storage is in trouble.</returns>
    private async Task<bool> RestedAsync(ActiveChat active, bool isBroken)
    {
        await active.Gate.WaitAsync(CancellationToken.None);
        try
        {
            var isOver = await IsOverAsync(active);
            active.IsRunning = false;
            if (isOver) await EndAsync(active);

            // What came while the last piece of work was being finished. What is broken is not begun again at once, and for ever.
            else if (!isBroken) Run(active);
            return true;
        }
        catch (Exception failed) when (StorageTrouble.IsPassing(failed))
        {
            active.IsRunning = true;
            Log.NotClosed(_log, active.Address.Project, active.Address.Chat, failed.GetType().Name);
            return false;
        }
        finally
        {
            active.Gate.Release();
        }
    }

    /// <summary>Whether the chat was deleted, or its project: nothing of it may stay.</summary>
    private async Task<bool> IsOverAsync(ActiveChat active)
    {
        if (active.IsEnding || active.Known is { Deleted: true }) return true;
        try
        {
            return await _projects.FindAsync(active.Address.Project, CancellationToken.None) is null;
        }
        catch (Exception damaged) when (damaged is StoredValueException or InvalidOperationException)
        {
            // A damaged project may be mended.
            return false;
        }
    }

    /// <summary>Removes what is stored of a deleted chat. Its mark goes last, so that a start after a crash finishes the removal.</summary>
    private async Task EndAsync(ActiveChat active)
    {
        active.IsEnding = true;
        _lives.StopAll(chat => chat == active.Address);
        await _end.RemoveAsync(active.Address, CancellationToken.None);

        // Who is answering may be storing something just now: all of it is removed once more when they are done.
        if (active.IsRunning) return;
        await _marks.UnmarkAsync($"{active.Address}", active.Mark, CancellationToken.None);
        Forget(active);
    }

    private async Task SweepAsync()
    {
        foreach (var active in _chats.Values.Where(IsIdle))
        {
            try
            {
                await CloseAsync(active);
            }
            catch (Exception failed) when (StorageTrouble.IsPassing(failed))
            {
                Log.NotClosed(_log, active.Address.Project, active.Address.Chat, failed.GetType().Name);
            }
        }
    }

    /// <summary>The clock may have been set back since the last use.</summary>
    private bool IsIdle(ActiveChat active) => !active.IsRunning && (_clock.GetUtcNow() - active.LastUsed).Duration() > IdleTime;

    /// <summary>Forgets a chat that owes nothing; it is read again when it is needed.</summary>
    private async Task CloseAsync(ActiveChat active)
    {
        await active.Gate.WaitAsync(CancellationToken.None);
        try
        {
            if (active.IsClosed || active.IsRunning || active.Known is not { } known || known.Owed() is not null) return;
            if (active.IsMarked)
            {
                // Of a chat whose project was deleted nothing may be stored again.
                if (known.Revision > 0 && await _projects.FindAsync(active.Address.Project, CancellationToken.None) is not null) await _journal.SnapshotAsync(known, CancellationToken.None);

                // Not known to be marked from here on: the answer may be lost after the mark is gone.
                active.IsMarked = false;
                await _marks.UnmarkAsync($"{active.Address}", active.Mark, CancellationToken.None);
            }

            Forget(active);
        }
        finally
        {
            active.Gate.Release();
        }
    }

    private void Forget(ActiveChat active)
    {
        active.IsClosed = true;
        _chats.TryRemove(new(active.Address, active));
    }
}
