using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;

namespace MovieChat.Workflows.Notices;

/// <summary>Finds out what became of an offer, from the project's journal.</summary>
public sealed class FateFinder(JournalTable journal)
{
    /// <returns>Null when it is still open, or what became of it is not told.</returns>
    public async Task<Fate?> FindAsync(WritingProject project, Offer offer, CancellationToken cancellationToken)
    {
        var mark = offer.Draft > 0 ? await journal.DraftAsync(project.Id, offer.Document, offer.Draft, cancellationToken) : null;
        var entries = journal.ReadAsync(project.Id, mark?.Sequence ?? 0, cancellationToken);
        if (offer.Status is DocumentStatus.AwaitingApproval) return await Fate.FirstAsync(entries, offer.Document, offer.Draft);

        // What was stale or failed may have been so before: the last word on it counts.
        return await entries.Select(entry => Fate.Of(entry, offer.Document, offer.Draft)).LastOrDefaultAsync(fate => fate is not null, cancellationToken);
    }
}
