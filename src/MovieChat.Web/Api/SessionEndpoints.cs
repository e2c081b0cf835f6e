using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

internal static class SessionEndpoints
{
    private const string About =
        """
        With the key as `Authorization: Bearer`. The answer's cookie, which no script can read, opens what the key opens: for 30 days, or until the key is revoked. Writes by it need the header
        `X-Movie-Chat`, with any value.
        """;

    public static void MapSession(this RouteGroupBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Keys");
        session.MapPost("", Begin).Named("beginSession", "Begin a browser's session", About).Fails();
        session.MapGet("", (Caller caller) => TypedResults.Ok(SessionItem.Of(caller, null))).Named("getSession", "Who you are", "By key or by session.").Fails();
        session.MapDelete("", End).Named("endSession", "End a browser's session", "Its cookie is taken back.").Fails(403);
    }

    private static Ok<SessionItem> Begin(HttpContext context, Caller caller, Sessions sessions)
    {
        var key = Callers.KeyIn(context.Request) ?? throw new ProblemException(ProblemKinds.Unauthorized);
        return TypedResults.Ok(SessionItem.Of(caller, sessions.Begin(context, key)));
    }

    private static NoContent End(HttpContext context, Sessions sessions)
    {
        sessions.End(context);
        return TypedResults.NoContent();
    }
}

/// <param name="Writer">The writer's id.</param>
/// <param name="IsOwner">Whether it is whoever runs the service.</param>
/// <param name="Until">When the session that was begun ends.</param>
public sealed record SessionItem(string Writer, bool IsOwner, DateTimeOffset? Until)
{
    internal static SessionItem Of(Caller caller, DateTimeOffset? until) => new(caller.Writer, caller.IsOwner, until);
}
