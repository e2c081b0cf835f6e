using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Core.Scripts;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Imports;

namespace MovieChat.Web.Api.Imports;

internal static class ImportEndpoints
{
    private const string AboutDeciding =
        """
        The verb is `approve`: the scenes and dialogues of the script become your drafts, approved at once, all of them or none. `revision` is the one that came with
        the difference: when a document that it touches has changed since, the decision is refused. `only` names the changes to take; one that needs another is refused without it.
        """;

    /// <summary>The formats in which scripts are sent, by media type.</summary>
    public static IReadOnlyDictionary<string, ScriptFormat> Formats { get; } = new Dictionary<string, ScriptFormat>(StringComparer.OrdinalIgnoreCase)
    {
        ["text/plain"] = ScriptFormat.Fountain,
        ["application/xml"] = ScriptFormat.Fdx,
        ["text/xml"] = ScriptFormat.Fdx,
    };

    public static void MapImports(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/projects/{project}/imports").WithTags("Imports");
        imports.MapPost("", AddAsync)
            .Named("addImport", "Send a script of your own", $"The body is Fountain (`text/plain`, UTF-8) or Final Draft's XML (`application/xml`) of at most {ScriptReader.MostBytes} bytes. The answer tells what it would change; nothing changes before you decide.")
            .Write(400, 404, 413, 415, 422)
            .WithMetadata(new TakesScript());
        imports.MapGet("", ListAsync).Named("listImports", "List the scripts that you sent", "Newest first.").Fails(400, 404);
        imports.MapGet("/{import}", GetAsync).Named("getImport", "Get a script's difference to the film", "Worked out against the film as it is approved now.").Fails(404, 422);
        imports.MapDelete("/{import}", DeleteAsync).Named("deleteImport", "Delete an import", "What was taken of it stays part of the film.").Write(404);
        imports.MapPost("/{import}/decisions", DecideAsync).Named("decideImport", "Decide on an import", AboutDeciding).Write(400, 404, 409, 413, 415, 422);
    }

    private static async Task<Created<ImportView>> AddAsync(string project, Caller caller, CommandKey key, OwnProjects own, ProjectImports imports, HttpContext context, CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var format = FormatOf(context);
        var bytes = await RawBody.ReadAsync(context, ScriptReader.MostBytes, "script", cancellationToken);
        var import = await ReadableAsync(() => imports.AddAsync(film, key.ProjectId, bytes, format, cancellationToken)) ?? throw new ProblemException(ProblemKinds.TooManyImports, $"A project keeps {ProjectImports.MostKept} imports: delete one that you need no more, and send the script again.");
        if (await own.FindAsync(caller, project, CancellationToken.None) is null)
        {
            // It was deleted meanwhile, perhaps before the script was stored.
            await imports.DeleteAsync(film, key.ProjectId, CancellationToken.None);
            throw new ProblemException(ProblemKinds.UnknownProject);
        }

        return TypedResults.Created($"/api/projects/{film.Id}/imports/{import.Stored.Id}", ImportView.Of(import));
    }

    private static async Task<Ok<Page<ImportItem>>> ListAsync(string project, Caller caller, OwnProjects own, ProjectImports imports, int? limit, string? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var film = await own.ReadAsync(caller, project, cancellationToken);
        var all = await imports.ListAsync(film, cancellationToken);
        // After one that was deleted meanwhile, the list begins anew.
        var begin = after is null ? 0 : all.TakeWhile(import => import.Id != after).Count() + 1;
        return TypedResults.Ok(Page.Of([.. all.Skip(begin > all.Count ? 0 : begin).Take(most + 1).Select(ImportItem.Of)], most, item => item.Id));
    }

    private static async Task<Ok<ImportView>> GetAsync(string project, string import, Caller caller, OwnProjects own, ProjectImports imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(ImportView.Of(await FindAsync(await own.ReadAsync(caller, project, cancellationToken), import, imports, cancellationToken)));

    /// <param name="key">Read so that a wrong one is told; deleting twice is deleting once.</param>
    private static async Task<NoContent> DeleteAsync(string project, string import, Caller caller, CommandKey key, OwnProjects own, ProjectImports imports, CancellationToken cancellationToken)
    {
        _ = key;
        var film = await own.ReadAsync(caller, project, cancellationToken);
        return CommandKey.IsProjectId(import) && await imports.DeleteAsync(film, import, cancellationToken) ? TypedResults.NoContent() : throw new ProblemException(ProblemKinds.UnknownImport);
    }

    private static async Task<Accepted<ProjectSnapshot>> DecideAsync(
        string project, string import, Body<ImportDecision> body, Caller caller, CommandKey key, ImportDecisions decisions, OwnProjects own, CancellationToken cancellationToken) =>
        TypedResults.Accepted($"/api/projects/{project}", own.SnapshotOf(await decisions.TakeAsync(caller, project, import, body.Value, key, cancellationToken)));

    /// <exception cref="ProblemException">The project has no such import.</exception>
    internal static async Task<Import> FindAsync(WritingProject film, string import, ProjectImports imports, CancellationToken cancellationToken) =>
        (CommandKey.IsProjectId(import) ? await ReadableAsync(() => imports.FindAsync(film, import, cancellationToken)) : null) ?? throw new ProblemException(ProblemKinds.UnknownImport);

    private static async Task<Import?> ReadableAsync(Func<Task<Import?>> read)
    {
        try
        {
            return await read();
        }
        catch (UnreadableScriptException wrong)
        {
            throw new ProblemException(ProblemKinds.UnreadableScript, wrong.Message, wrong.Line is { } line ? $"line {line}" : "$");
        }
    }

    /// <exception cref="ProblemException">It is none in which scripts are sent.</exception>
    private static ScriptFormat FormatOf(HttpContext context)
    {
        var type = context.Request.GetTypedHeaders().ContentType;
        if (type is null || !Formats.TryGetValue(type.MediaType.ToString(), out var format)) throw new ProblemException(ProblemKinds.NotScript);
        // XML says its encoding itself.
        var isRead = format is ScriptFormat.Fdx || type.Charset.Length == 0 || type.Charset.ToString().Trim('"').ToUpperInvariant() is "UTF-8" or "US-ASCII";
        return isRead ? format : throw new ProblemException(ProblemKinds.NotScript);
    }
}
