using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Storage;
using MovieChat.Web.Access;

namespace MovieChat.Web.Api;

internal static class JournalEndpoint
{
    public static void MapJournal(this RouteGroupBuilder api) =>
        api.MapGet("/projects/{project}/journal", ListAsync).WithTags("Journal")
            .Named("listJournal", "Read a project's journal", "Who decided what, and what came of it, oldest first.")
            .Fails(400, 404);

    private static async Task<Ok<Page<JournalItem>>> ListAsync(
        string project, Caller caller, OwnProjects own, JournalTable journal, int? limit, long? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var begin = Page.After(after);
        await own.ReadAsync(caller, project, cancellationToken);
        var found = await journal.ReadAsync(project, begin, cancellationToken).Take(most + 1).Select(JournalItem.Of).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(found, most, item => item.Sequence));
    }
}
