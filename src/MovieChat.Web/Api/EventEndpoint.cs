using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

internal static class EventEndpoint
{
    private const string Header = "Last-Event-ID";

    private const string About =
        """
        Server-Sent Events: `id` is the journal's sequence, `event` what happened, `data` the journal's line as JSON. Begins with the first event, or after
        `Last-Event-ID`, and goes on with what happens, until the project is deleted or the key revoked.
        """;

    public static void MapEvents(this RouteGroupBuilder api) =>
        api.MapGet("/projects/{project}/events", FollowAsync).WithTags("Journal")
            .Named("followEvents", "Follow a project's events", About)
            .Produces<JournalItem>(200, EventStream.MediaType)
            .Fails(400, 404, 429);

    private static async Task FollowAsync(
        string project,
        HttpContext context,
        Caller caller,
        OwnProjects own,
        EventStream events,
        StreamSeats seats,
        IHostApplicationLifetime lifetime,
        [FromHeader(Name = Header), Description("The id of the last event that you have.")] string? header,
        [Description("The same, for callers that can not set headers.")] string? lastEventId)
    {
        var film = await own.ReadAsync(caller, project, context.RequestAborted);
        var after = Sequence(header, Header, film.Revision) ?? Sequence(lastEventId, "lastEventId", film.Revision) ?? 0;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            EventStream.Describe(context.Response);
            return;
        }

        using var seat = seats.Take(caller, context);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await events.WriteAsync(context, project, after, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The caller left, or the head stops: either way the stream ends here, and can be resumed.
        }
    }

    private static long? Sequence(string? text, string name, long revision)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence <= revision
            ? sequence
            : throw new ProblemException(ProblemKinds.Malformed, $"{name} must be the id of an event that was sent, 0 to {revision}.", name);
    }
}
