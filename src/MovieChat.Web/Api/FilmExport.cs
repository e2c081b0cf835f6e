using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

/// <summary>A film with all its documents.</summary>
/// <param name="Brief">The content of the brief, once it is approved.</param>
/// <param name="Facts">What the writer stated about the film.</param>
public sealed record FilmExport(string Id, string Title, RawJson? Brief, IReadOnlyList<ExportedDocument> Documents, IReadOnlyList<FactItem> Facts)
{
    /// <param name="withDrafts">Where nothing is approved, or what is was reopened, the first option of what awaits stands in.</param>
    internal static async Task<FilmExport> ReadAsync(WritingProject film, DraftTexts texts, bool withDrafts, CancellationToken cancellationToken)
    {
        var graph = new FilmGraph(film);
        var documents = new List<ExportedDocument>();
        foreach (var id in graph.Documents)
        {
            if (Chosen(film.Document(id), withDrafts) is not var (draft, option)) continue;
            var stored = await texts.ReadAsync(film.Id, id, draft.Key, cancellationToken);
            documents.Add(ExportedDocument.Of(id, graph.Status(id), draft, option, stored));
        }

        return new(film.Id, film.Title, documents.Find(document => document.Id == DocumentId.Brief.ToString())?.Content, documents, [.. film.Facts.Select(FactItem.Of)]);
    }

    private static (Draft Draft, int Option)? Chosen(DocumentState document, bool withDrafts)
    {
        if (document.Skipped is not null) return null;
        if (withDrafts && document.Draft is { } draft && (document.Approved is null || document.Open)) return (draft, draft.Options[0].Number);
        return document.Approved is { } approved ? (approved.Draft, approved.Option) : null;
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
    IReadOnlyDictionary<string, DraftRefItem> MadeFrom)
{
    internal static ExportedDocument Of(DocumentId id, DocumentStatus status, Draft draft, int option, StoredDraft stored)
    {
        var item = DraftItem.Of(draft, stored);
        var content = item.Options.First(each => each.Number == option).Content;
        return new(id.ToString(), status, draft.Number, option, content, item.By, item.Author, item.Model, item.At, item.MadeFrom);
    }
}
