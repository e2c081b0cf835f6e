using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

internal static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/projects/{project}/documents/{document}").WithTags("Documents");
        documents.MapGet("", GetAsync).Named("getDocument", "Get a document", "With the draft before you. Its drafts so far are listed at `/drafts`.").Fails(404);
        documents.MapGet("/drafts", ListDraftsAsync).Named("listDrafts", "List the drafts of a document", "Oldest first, with their content.").Fails(400, 404);
        documents.MapGet("/drafts/{number:int}", GetDraftAsync).Named("getDraft", "Get one draft of a document", "Drafts never change.").Fails(404);
    }

    private static async Task<Ok<DocumentView>> GetAsync(
        string project, string document, Caller caller, OwnProjects own, DraftTexts texts, DraftReader readers, TipsFinder tips, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var id = OwnProjects.DocumentOf(film, document);
        var draft = film.Document(id).Draft is { } current ? await texts.ReadAsync(film.Id, id, current.Key, cancellationToken) : null;
        var notes = draft is null ? [] : await readers.NotesAsync(film, id, draft, cancellationToken);
        return TypedResults.Ok(DocumentView.Of(film, id, draft, notes, await tips.FindAsync(film, id, cancellationToken)));
    }

    private static async Task<Ok<Page<DraftItem>>> ListDraftsAsync(
        string project, string document, Caller caller, OwnProjects own, DraftTexts texts, DraftReader readers, int? limit, int? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var begin = (int)Page.After(after);
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var id = OwnProjects.DocumentOf(film, document);
        var found = new List<DraftItem>();
        var read = await readers.FilmAsync(film, id, cancellationToken);
        await foreach (var draft in texts.ListAsync(film, id, begin, cancellationToken))
        {
            var stored = await texts.ReadAsync(film.Id, id, draft.Key, cancellationToken);
            found.Add(DraftItem.Of(draft, stored, DraftReader.Notes(read, film, id, stored), film.Document(id).Intentional));
            if (found.Count > most) break;
        }

        return TypedResults.Ok(Page.Of(found, most, item => item.Number));
    }

    private static async Task<Ok<DraftItem>> GetDraftAsync(
        string project, string document, int number, Caller caller, OwnProjects own, DraftTexts texts, DraftReader readers, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var id = OwnProjects.DocumentOf(film, document);
        var draft = number is > 0 and <= Storage.JournalTable.MostDraftNumber ? await texts.FindAsync(film, id, number, cancellationToken) : null;
        return draft is null ? throw new ProblemException(ProblemKinds.UnknownDraft) : TypedResults.Ok(await ReadAsync(draft));

        async Task<DraftItem> ReadAsync(Draft draft)
        {
            var stored = await texts.ReadAsync(film.Id, id, draft.Key, cancellationToken);
            return DraftItem.Of(draft, stored, await readers.NotesAsync(film, id, stored, cancellationToken), film.Document(id).Intentional);
        }
    }
}
