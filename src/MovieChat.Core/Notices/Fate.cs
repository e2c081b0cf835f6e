using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>What became of an offer.</summary>
/// <param name="Said">A sentence, with a capital letter and a full stop.</param>
/// <param name="By">The writer's id, or <c>service</c>.</param>
public sealed record Fate(string Said, DateTimeOffset At, string By)
{
    /// <summary>What became of an offer the last time that it was made: one draft may come before its writer again, reopened or brought back.</summary>
    /// <param name="entries">What happened since it was made first, oldest first.</param>
    /// <returns>Null when no event of its own tells it.</returns>
    public static async Task<Fate?> LastAsync(IAsyncEnumerable<JournalEntry> entries, Offer offer)
    {
        Fate? fate = null;
        await foreach (var entry in entries) fate = IsMadeBy(entry.Event, offer) ? null : fate ?? Of(entry, offer);
        return fate;
    }

    /// <summary>What became of an offer that the events do not tell of, because something else than its document changed.</summary>
    /// <param name="project">As it is now, the offer closed.</param>
    public static Fate Untold(WritingProject project, Offer offer)
    {
        var said = !new FilmGraph(project).Has(offer.Document) ? "The film has no such document any more."
            : offer.Status is DocumentStatus.Stale ? "It fits what it was made from again."
            : "It is not to be decided any more.";
        return new(said, project.ChangedAt, WritingProject.Service);
    }

    /// <summary>What an event means for an offer that was made before it; null when it stays open.</summary>
    public static Fate? Of(JournalEntry entry, Offer offer) => Words(entry.Event, offer.Document, offer.Draft) is { } said ? new(said, entry.At, entry.By) : null;

    private static bool IsMadeBy(ProjectEvent happened, Offer offer) => happened switch
    {
        DocumentEvent about when about.Document != offer.Document => false,
        DocumentTurnedStale => offer.Status is DocumentStatus.Stale,
        DraftFailed => offer.Status is DocumentStatus.Failed,
        DocumentReopened => offer.Status is DocumentStatus.AwaitingApproval,
        DraftReceived { Draft.Number: var number } => offer.Status is DocumentStatus.AwaitingApproval && number == offer.Draft,
        DraftRestored { Draft.Number: var number } => offer.Status is DocumentStatus.AwaitingApproval && number == offer.Draft,
        ScriptImported imported => offer.Status is DocumentStatus.AwaitingApproval && imported.Drafts.TryGetValue(offer.Document, out var draft) && draft.Number == offer.Draft,
        _ => false,
    };

    private static string? Words(ProjectEvent happened, DocumentId document, int draft) => happened switch
    {
        ProjectDeleted => "The film was deleted.",
        ScriptImported imported when imported.Drafts.ContainsKey(document) => "A script was imported in its place.",
        DocumentEvent about when about.Document == document => Words(about, draft),
        _ => null,
    };

    private static string? Words(DocumentEvent about, int draft) => about switch
    {
        DraftApproved approved when approved.Draft == draft => $"Approved{Option(approved)}.",
        DraftApproved approved => $"Draft {approved.Draft} was approved instead.",
        DraftRequested { Request: var request } => Words(request),
        DraftReceived { Draft: var other } when other.Number == draft => null,
        DraftReceived { Draft.Author.IsWriter: true } => "Replaced by the writer's own words.",
        DraftReceived { Draft: var other } => $"Draft {other.Number} came in its place.",
        DraftRestored { Draft: var older } => $"Draft {older.Number} was brought back in its place.",
        StaleKept => "Kept as it is.",
        DocumentSkipped skipped => $"Skipped: {skipped.Reason}",
        DocumentTurnedStale => "What it was made from has changed since.",
        _ => null,
    };

    private static string Option(DraftApproved approved) => approved.Option == 1 ? "" : $", option {approved.Option}";

    private static string Words(Request request) => request.Verb switch
    {
        Verb.Revise => $"Changes were asked for: {request.Notes}",
        Verb.Options => "More options were asked for.",
        Verb.Redraft => "A new draft was asked for.",
        _ => "Another draft was asked for.",
    };
}
