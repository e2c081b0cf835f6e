using MovieChat.Core.Journey;

namespace MovieChat.Core.Authorship;

/// <summary>Puts a ledger together, one document after the other: none is held longer than it takes to trace its words.</summary>
/// <param name="withDrafts">Whether what awaits the writer stands in where nothing is approved.</param>
public sealed class LedgerBook(WritingProject project, bool withDrafts)
{
    private readonly List<DocumentEntry> _documents = [];
    private readonly List<PictureEntry> _pictures = [];
    private readonly List<SkippedEntry> _skipped = [];
    private readonly List<TextAuthor> _words = [], _scenes = [], _spoken = [];

    /// <exception cref="System.Text.Json.JsonException">A picture does not have the form of its document.</exception>
    public void Add(LedgerDocument document)
    {
        if (DocumentTable.Film.Rule(document.Id.Kind) is { IsPicture: true })
        {
            _pictures.Add(document.Picture());
            return;
        }

        var (entry, text) = document.Words();
        _documents.Add(entry);
        _words.AddRange(text.Authors);
        if (document.Id.Kind != "dialogue") return;
        _scenes.AddRange(text.Authors);
        _spoken.AddRange(LedgerDocument.Spoken(text));
    }

    /// <param name="reason">The writer's, or why the film does without the document that this one goes with.</param>
    public void AddSkipped(DocumentId id, string name, string reason, DocumentHistory history)
    {
        var isOwn = project.Document(id).Skipped is not null;
        _skipped.Add(new(id, name, reason, isOwn ? history.Decisions.LastOrDefault(decision => decision.Verb == "skip") : null));
    }

    public AuthorshipLedger Close()
    {
        var totals = new LedgerTotals(LedgerTotal.Of(_words), LedgerTotal.Of(_scenes), LedgerTotal.Of(_spoken));
        var source = project.ForkedFrom is { } from ? new LedgerSource(from.Project, from.Sequence) : null;
        var ledger = new AuthorshipLedger(
            project.Id, project.Title, project.ChangedAt.ToUniversalTime(), project.Revision, withDrafts, source, [], totals, _documents, _pictures, _skipped, LedgerWords.Method);
        return ledger with { Statement = LedgerWords.Statement(ledger) };
    }
}
