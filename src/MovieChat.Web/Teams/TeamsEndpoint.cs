using System.Text.Json;
using Microsoft.AspNetCore.Http;
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
