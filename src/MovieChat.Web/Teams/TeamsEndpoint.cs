using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Web.Api;
using MovieChat.Web.Problems;
using MovieChat.Web.Teams.Access;
using MovieChat.Web.Teams.Wire;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Web.Teams;

/// <summary>Where Teams sends what happens: it is stored and acknowledged at once, and answered after that; pressed buttons are answered while Teams waits.</summary>
internal sealed class TeamsEndpoint(ActivityGate gate, Conversations conversations, Invokes invokes, InboxDoor inbox)
{
    public async Task<IResult> TakeAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        gate.Knock(context.Request);
        var body = await RawBody.ReadAsync(context, ActivityReader.MostBytes, "message of Teams", stop);
        var activity = ActivityReader.Read(body);
        try
        {
            await gate.CheckAsync(context, activity, stop);
        }
        catch (SigningKeysException)
        {
            throw new ProblemException(TeamsProblems.KeysUnknown);
        }

        if (Arrival.Of(activity) is not { } arrival) return Results.Ok();
        await conversations.RememberAsync(arrival.Reference, stop);
        switch (activity.Type)
        {
            case "invoke" when activity.Name == Invokes.CardAction:
                return Results.Json(await invokes.AnswerAsync(arrival, stop), TeamsJson.Readable.InvokeAnswer);
            case "invoke":
                return Results.StatusCode(StatusCodes.Status501NotImplemented);
            case "message" or "conversationUpdate" or "installationUpdate":
                await inbox.AcceptAsync(Conversations.Surface, arrival.Scope, JsonSerializer.Serialize(activity, TeamsJson.Readable.Activity), stop);
                return Results.Ok();
            default:
                return Results.Ok();
        }
    }
}

internal static class TeamsEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder api) => api.MapPost("/teams/messages", (Delegate)TakeAsync).AllowAnonymous().ExcludeFromDescription();

    private static Task<IResult> TakeAsync(HttpContext context) =>
        context.RequestServices.GetService<TeamsEndpoint>() is { } endpoint ? endpoint.TakeAsync(context) : throw new ProblemException(
            ProblemKinds.NotFound, "Teams is not set up here: set MovieChat__Teams__AppId, MovieChat__Teams__AppPassword and MovieChat__Teams__TenantId; or MovieChat__Teams__Playground=true to try it out on this machine (docs/teams.md).");
}
