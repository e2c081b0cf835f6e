using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Chats;

namespace MovieChat.Web.Api.Chats;

internal static class ChatEndpoints
{
    public static void MapChats(this RouteGroupBuilder api)
    {
        var chats = api.MapGroup("/projects/{project}/chats").WithTags("Chats");
        chats.MapPost("", StartAsync).Named("startChat", "Start a chat", "A companion to talk the film over with: it knows the film, proposes, and never decides. A project has as many chats as you like.").Write(400, 404, 413, 415, 422);
        chats.MapGet("", ListAsync).Named("listChats", "List a project's chats", "In the order of their ids.").Fails(400, 404);
        chats.MapGet("/{chat}", GetAsync).Named("getChat", "Get a chat", "Its messages are listed at `/messages`.").Fails(404);
        chats.MapPatch("/{chat}", ChangeAsync).Named("changeChat", "Rename a chat, or change what it is about", "What is left out stays.").Write(400, 404, 413, 415, 422);
        chats.MapDelete("/{chat}", DeleteAsync).Named("deleteChat", "Delete a chat", "With all that was said in it. What it proposed stays with the film.").Write(404);
        chats.MapPost("/{chat}/branch", BranchAsync).Named("branchChat", "Go on from an earlier message in another chat", "The new chat has all that was said up to that message; when it is one of yours, it is answered anew.").Write(400, 404, 413, 415, 422);
        chats.MapGet("/{chat}/transcript.md", ExportAsync).Named("exportChat", "Take a chat home", "The transcript in Markdown.").Produces<string>(200, ChatTranscript.MediaType).Fails(404);
    }

    private static async Task<Created<ChatView>> StartAsync(
        string project, Body<ChatRequest> body, Caller caller, CommandKey key, OwnProjects own, OwnChats chats, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var (title, focus) = body.Value;
        var session = await chats.SubmitAsync(new(film.Id, key.ProjectId), new StartChat(key.ProjectId, film.Id, title, FocusOf(film, focus)), cancellationToken);
        return Begun(session);
    }

    private static async Task<Ok<Page<ChatItem>>> ListAsync(
        string project, Caller caller, OwnProjects own, ChatTable chats, int? limit, string? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var found = await chats.ListAsync(film.Id, after, cancellationToken).Where(listed => listed.Revision > 0).Take(most + 1).Select(ChatItem.Of).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(found, most, item => item.Id));
    }

    private static async Task<Ok<ChatView>> GetAsync(string project, string chat, Caller caller, OwnChats chats, CancellationToken cancellationToken) =>
        TypedResults.Ok(ChatView.Of((await chats.ReadAsync(caller, project, chat, cancellationToken)).Session));

    private static async Task<Ok<ChatView>> ChangeAsync(
        string project, string chat, Body<ChatChange> body, Caller caller, CommandKey key, OwnChats chats, CancellationToken cancellationToken)
    {
        _ = key;
        var (film, session, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        var (title, focus) = body.Value;
        var about = FocusOf(film, focus);
        if (title is not null) session = await chats.SubmitAsync(address, new RenameChat(title), cancellationToken);
        if (focus is not null) session = await chats.SubmitAsync(address, new ChangeFocus(about), cancellationToken);
        return TypedResults.Ok(ChatView.Of(session));
    }

    private static async Task<NoContent> DeleteAsync(string project, string chat, Caller caller, CommandKey key, OwnChats chats, CancellationToken cancellationToken)
    {
        _ = key;
        var (_, _, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        await chats.SubmitAsync(address, new DeleteChat(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Created<ChatView>> BranchAsync(
        string project, string chat, Body<BranchRequest> body, Caller caller, CommandKey key, OwnChats chats, IChatHost host, CancellationToken cancellationToken)
    {
        var (film, session, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        var (message, title) = body.Value;
        if (message < 1 || message > session.Revision) throw new ProblemException(ProblemKinds.InvalidValue, $"The chat has no message {message}: give the sequence of one that is listed at …/messages.", "message");
        if (title is not null && (string.IsNullOrWhiteSpace(title) || title.Length > ChatSession.MostTitle)) throw new ProblemException(ProblemKinds.InvalidValue, $"A title has 1 to {ChatSession.MostTitle} characters.", "title");
        return Begun(OwnChats.SessionOf(await host.BranchAsync(address, message, new(film.Id, key.ProjectId), title?.Trim(), cancellationToken)));
    }

    private static async Task<FileContentHttpResult> ExportAsync(string project, string chat, Caller caller, OwnChats chats, ChatTranscript transcript, CancellationToken cancellationToken)
    {
        var (_, session, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        return TypedResults.File(await transcript.WriteAsync(session, address, cancellationToken), ChatTranscript.MediaType, FileNames.Of(session.Title, "chat", "md"));
    }

    private static Created<ChatView> Begun(ChatSession session) => TypedResults.Created($"/api/projects/{session.Project}/chats/{session.Id}", ChatView.Of(session));

    /// <exception cref="ProblemException">The film has no such document now.</exception>
    private static DocumentId? FocusOf(WritingProject film, string? focus)
    {
        if (string.IsNullOrEmpty(focus)) return null;
        return DocumentId.TryParse(focus, out var id) && new FilmGraph(film).Has(id)
            ? id
            : throw new ProblemException(ProblemKinds.InvalidValue, "The film has no such document now: its documents are listed with the project.", "focus");
    }
}
