using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>What became of an offer.</summary>
/// <param name="Said">A sentence, with a capital letter and a full stop.</param>
/// <param name="By">The writer's id, or <c>service</c>.</param>
public sealed record Fate(string Said, DateTimeOffset At, string By)
{
    /// <summary>What an event means for the offers of a document that were made before it; null when they stay open.</summary>
    /// <param name="document">The document that was offered.</param>
    /// <param name="draft">The number of the draft that was offered.</param>
    public static Fate? Of(JournalEntry entry, DocumentId document, int draft) => Words(entry.Event, document, draft) is { } said ? new(said, entry.At, entry.By) : null;

    /// <summary>The first fate that a project's journal tells of an offer.</summary>
    /// <param name="entries">What happened after the offer was made, oldest first.</param>
    public static async Task<Fate?> FirstAsync(IAsyncEnumerable<JournalEntry> entries, DocumentId document, int draft)
    {
        await foreach (var entry in entries)
        {
            if (Of(entry, document, draft) is { } fate) return fate;
        }

        return null;
    }

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
