using MovieChat.Core.Authorship;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Exports;

/// <summary>Reads who wrote what of a film, from its journal and those of the projects that it was forked from.</summary>
public sealed class AuthorshipReader(JournalTable journal, DraftTexts texts, FilmReader films)
{
    /// <param name="withDrafts">Where nothing is approved, or what is was reopened, the first option of what awaits stands in.</param>
    public async Task<AuthorshipLedger> ReadAsync(WritingProject project, bool withDrafts, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(project, cancellationToken);
        var film = await films.ReadAsync(project, withDrafts, cancellationToken);
        var graph = new FilmGraph(project);
        var book = new LedgerBook(project, withDrafts);
        foreach (var id in graph.Documents)
        {
            var name = DocumentNames.Of(film, id);
            if (graph.SkippedBecause(id) is { } reason)
            {
                book.AddSkipped(id, name, reason, history[id]);
            }
            else if (ChosenDraft.Of(project.Document(id), withDrafts) is { } chosen)
            {
                var drafts = await TextsAsync(project, id, history[id], chosen.Draft.Number, cancellationToken);
                book.Add(new(id, name, graph.Status(id), new(chosen.Draft.Number, chosen.Option), chosen.IsApproved, history[id], drafts));
            }
        }

        return book.Close();
    }

    private async Task<FilmHistory> HistoryAsync(WritingProject project, CancellationToken cancellationToken)
    {
        var history = new FilmHistory(project.Id);
        foreach (var (home, reach) in (await Lineage.OfAsync(project, journal, cancellationToken)).Reverse())
        {
            var last = home == project.Id ? project.Revision : reach;
            await foreach (var entry in journal.ReadAsync(home, 0, cancellationToken))
            {
                if (entry.Sequence > last) break;
                history.Add(home, entry);
            }
        }

        return history;
    }

    /// <summary>The drafts that were there when the chosen one came, and it: words may have been taken from any of them.</summary>
    private async Task<IReadOnlyList<LedgerText>> TextsAsync(WritingProject project, DocumentId id, DocumentHistory history, int chosen, CancellationToken cancellationToken)
    {
        var found = new List<LedgerText>();
        foreach (var draft in history.Drafts)
        {
            var stored = await texts.ReadAsync(project.Id, id, draft.Draft.Key, cancellationToken);
            var author = draft.Draft.Author is { IsWriter: true } writer
                ? new TextAuthor(TextAuthor.Writer, writer.Name)
                : new TextAuthor(TextAuthor.Model, stored.Model ?? draft.Draft.Author.Name);
            found.Add(new(draft, author, stored.At.ToUniversalTime(), stored.Options.ToDictionary(option => option.Number, option => option.Content)));
            if (draft.Draft.Number == chosen) break;
        }

        return found;
    }
}
