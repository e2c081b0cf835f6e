using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>The documents' histories, read from the journals of a project and of those that it was forked from.</summary>
/// <param name="project">The project's id.</param>
public sealed class FilmHistory(string project)
{
    private readonly Dictionary<DocumentId, DocumentHistory> _documents = [];
    private readonly Dictionary<(DocumentId Document, int Number), Request> _asked = [];
    private WritingProject _state = WritingProject.None;

    public DocumentHistory this[DocumentId document] => _documents.GetValueOrDefault(document, DocumentHistory.None);

    /// <summary>Takes the next event. The journal of the oldest project comes first, from its beginning to where it was forked.</summary>
    /// <param name="home">The project whose journal it is.</param>
    public void Add(string home, JournalEntry entry)
    {
        if (entry.Sequence == 1) _state = WritingProject.None;
        Take(home == project ? null : home, entry);
        _state = _state.On(entry);
    }

    private void Take(string? home, JournalEntry entry)
    {
        switch (entry.Event)
        {
            case DocumentsBrought brought:
                Take(brought.Drafts, "bring", home, entry);
                break;
            case ScriptImported imported:
                Take(imported.Drafts, "import", home, entry);
                break;
            case DraftOrdered ordered:
                _asked[(ordered.Document, ordered.Number)] = ordered.Request;
                break;
            case DocumentEvent changed:
                Change(changed.Document, history => After(history, changed, entry, home));
                break;
        }
    }

    /// <summary>Drafts of the writer's own that came together, and are part of the film at once.</summary>
    private void Take(DocumentMap<Draft> drafts, string verb, string? home, JournalEntry entry)
    {
        foreach (var (document, draft) in drafts)
        {
            var before = _state.Document(document).Draft?.Number;
            Change(document, history => history.With(new HistoricDraft(At(draft, home), before, null)).With(Decision(verb, entry, draft.Number, draft.Options[0].Number)));
        }
    }

    private DocumentHistory After(DocumentHistory history, DocumentEvent changed, JournalEntry entry, string? home)
    {
        var before = _state.Document(changed.Document);
        return changed switch
        {
            DraftReceived received => history.With(Received(received, before, home)),
            DraftApproved approved => history.With(Decision("approve", entry, approved.Draft, approved.Option)),
            DraftRestored restored => history.With(Decision("restore", entry, restored.Draft.Number)),
            StaleKept => history.With(Decision("keep", entry, before.Draft?.Number)),
            DocumentReopened => history.With(Decision("reopen", entry, before.Draft?.Number)),
            DocumentSkipped skipped => history.With(Decision("skip", entry) with { Reason = skipped.Reason }),
            _ => history,
        };
    }

    private HistoricDraft Received(DraftReceived received, DocumentState before, string? home)
    {
        var draft = At(received.Draft, home);
        return !draft.Author.IsWriter && draft.ProposedIn is null && _asked.TryGetValue((received.Document, draft.Number), out var asked)
            ? new(draft, asked.Base?.Number, asked)
            : new(draft, before.Draft?.Number, null);
    }

    private void Change(DocumentId document, Func<DocumentHistory, DocumentHistory> change) => _documents[document] = change(this[document]);

    private static Draft At(Draft draft, string? home) => draft with { Home = draft.Home ?? home };

    private static LedgerDecision Decision(string verb, JournalEntry entry, int? draft = null, int? option = null) =>
        new(verb, entry.By, entry.At.ToUniversalTime(), draft, option, null);
}
