using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Workflows.Exports;

/// <summary>A film with all its documents.</summary>
/// <param name="Brief">The content of the brief, once it is approved.</param>
/// <param name="Facts">What the writer stated about the film.</param>
public sealed record FilmExport(string Id, string Title, TitlePage TitlePage, RawJson? Brief, IReadOnlyList<ExportedDocument> Documents, IReadOnlyList<StatedFact> Facts)
{
    /// <param name="withDrafts">Where nothing is approved, or what is was reopened, the first option of what awaits stands in.</param>
    public static async Task<FilmExport> ReadAsync(WritingProject film, DraftTexts texts, bool withDrafts, CancellationToken cancellationToken)
    {
        var graph = new FilmGraph(film);
        var documents = new List<ExportedDocument>();
        foreach (var id in graph.Documents)
        {
            if (ChosenDraft.Of(film.Document(id), withDrafts) is not { } chosen) continue;
            var stored = await texts.ReadAsync(film.Id, id, chosen.Draft.Key, cancellationToken);
            documents.Add(ExportedDocument.Of(id, graph.Status(id), chosen, stored));
        }

        return new(film.Id, film.Title, film.TitlePage, documents.Find(document => document.Id == DocumentId.Brief.ToString())?.Content, documents, film.Facts);
    }
}

/// <param name="By"><c>writer</c> or <c>model</c>.</param>
/// <param name="Author">The writer's id, when a writer wrote it.</param>
/// <param name="Model">The model's name, when a model wrote it.</param>
/// <param name="MadeFrom">The approved drafts that it was made from, by document.</param>
public sealed record ExportedDocument(
    string Id,
    DocumentStatus Status,
    int Draft,
    int Option,
    RawJson Content,
    string By,
    string? Author,
    string? Model,
    DateTimeOffset At,
    IReadOnlyDictionary<string, DraftRef> MadeFrom)
{
    /// <summary>Where the journal and what is stored differ, the journal rules.</summary>
    internal static ExportedDocument Of(DocumentId id, DocumentStatus status, ChosenDraft chosen, StoredDraft stored)
    {
        var (draft, author) = (chosen.Draft, chosen.Draft.Author);
        return new(
            id.ToString(),
            status,
            draft.Number,
            chosen.Option,
            new(stored.Options.First(each => each.Number == chosen.Option).Content),
            author.Kind,
            author.IsWriter ? author.Name : null,
            author.IsWriter ? null : stored.Model ?? author.Name,
            stored.At,
            draft.MadeFrom.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value));
    }
}
