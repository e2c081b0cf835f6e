using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;

namespace MovieChat.Workflows.Notices;

/// <summary>Finds out what became of an offer, from the project's journal.</summary>
public sealed class FateFinder(JournalTable journal)
{
    /// <param name="project">As it is now, the offer closed.</param>
    public async Task<Fate> FindAsync(WritingProject project, Offer offer, CancellationToken cancellationToken)
    {
        var mark = offer.Draft > 0 ? await journal.DraftAsync(project.Id, offer.Document, offer.Draft, cancellationToken) : null;
        return await Fate.LastAsync(journal.ReadAsync(project.Id, mark?.Sequence ?? 0, cancellationToken), offer) ?? Fate.Untold(project, offer);
    }

    /// <summary>What one decision made of an offer, whatever came later.</summary>
    /// <param name="sequence">The decision's, in the journal.</param>
    public async Task<Fate?> OfDecisionAsync(Offer offer, long sequence, CancellationToken cancellationToken) =>
        await journal.FindAsync(offer.Project, sequence, cancellationToken) is { } decision ? Fate.Of(decision, offer) : null;
}
