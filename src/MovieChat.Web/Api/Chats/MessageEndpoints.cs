using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api.Chats;

internal static class MessageEndpoints
{
    private const string About =
        """
        With `Accept: text/event-stream` the answer is streamed as it is written: `turn` (the turn, with your message), `text` (the next words; its id is how far you have come), `doing` (a tool
        that the companion uses), `proposal`, `restart` (what came before of this answer is void), `end` (the whole answer). Otherwise the answer comes as one, or, when it takes
        longer than some minutes, the turn without it (202). The turn goes on when nobody listens: pick it up at `/turns/{turn}`. The `Idempotency-Key` is the message's id:
        sent again, it is the same turn.
        """;

    private const string TurnAbout =
        """
        As far as it has come. With `Accept: text/event-stream` it is followed to its end, as by `/messages`: from its beginning, or after `Last-Event-ID`.
        """;

    public static void MapMessages(this RouteGroupBuilder api)
    {
        var chats = api.MapGroup("/projects/{project}/chats/{chat}").WithTags("Chats");
        chats.MapGet("/messages", ListAsync).Named("listMessages", "List the messages of a chat", "Oldest first. With `before`, the last ones before that sequence.").Fails(400, 404);
        chats.MapPost("/messages", AskAsync).Named("sendMessage", "Say something to the companion", About)
            .Produces<TurnItem>(200).Produces<TurnItem>(202).Produces<WordsItem>(200, EventStream.MediaType).Write(400, 404, 409, 413, 415, 422, 429);
        chats.MapGet("/turns/{turn}", FollowAsync).Named("getTurn", "Get a turn, or follow it", TurnAbout)
            .Produces<TurnItem>(200).Produces<WordsItem>(200, EventStream.MediaType).Fails(400, 404, 429);
        chats.MapPost("/turns/{turn}/stop", StopAsync).Named("stopTurn", "Cut an answer short", "What has come by then is kept.").Write(404);
    }

    private static async Task<Ok<Page<MessageItem>>> ListAsync(
        string project, string chat, Caller caller, OwnChats chats, TranscriptTable transcripts, int? limit, long? after, long? before, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var begin = Page.After(after);
        if (before is < 1) throw new ProblemException(ProblemKinds.Malformed, $"'before' is {before} and must be 1 or more: give the sequence of a message.", "before");
        if (before is not null && after is not null) throw new ProblemException(ProblemKinds.Malformed, "'after' and 'before' are both given: give one of them.", "before");
        var (_, session, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        if (before is { } end) return TypedResults.Ok(new Page<MessageItem>(await LastAsync(transcripts, address, Math.Min(end, session.Revision + 1), most, cancellationToken), null));
        var found = await Messages(transcripts, address, begin, long.MaxValue, cancellationToken).Take(most + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(found, most, item => item.Sequence));
    }

    private static async Task AskAsync(
        string project, string chat, Body<MessageRequest> body, Caller caller, CommandKey key, OwnChats chats, TurnStream stream, StreamSeats seats, HttpContext context, CancellationToken cancellationToken)
    {
        var (film, session, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        var isAsked = session.Window.Any(exchange => exchange.Turn == key.Id);
        if (!isAsked && film.Budget.Tokens.IsSpent) throw new ProblemException(ProblemKinds.BudgetSpent);
        using var seat = TurnStream.Wants(context.Request) ? seats.Take(caller, context) : null;
        var asked = await chats.AskAsync(address, new Ask(key.Id, body.Value.Text), cancellationToken);
        await stream.AnswerAsync(context, address, key.Id, TurnPlaceOf(null, null), isWaitedFor: true, asked);
    }

    private static async Task FollowAsync(
        string project,
        string chat,
        string turn,
        Caller caller,
        OwnChats chats,
        TurnStream stream,
        StreamSeats seats,
        HttpContext context,
        [FromHeader(Name = "Last-Event-ID"), Description("The id of the last event that you have.")] string? header,
        [Description("The same, for callers that can not set headers.")] string? lastEventId,
        CancellationToken cancellationToken)
    {
        var place = TurnPlaceOf(header, lastEventId);
        var (_, _, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        using var seat = TurnStream.Wants(context.Request) ? seats.Take(caller, context) : null;
        await stream.AnswerAsync(context, address, turn, place, isWaitedFor: false);
    }

    private static async Task<Ok<ChatView>> StopAsync(string project, string chat, string turn, Caller caller, CommandKey key, OwnChats chats, TurnStream stream, CancellationToken cancellationToken)
    {
        _ = key;
        var (_, _, address) = await chats.ReadAsync(caller, project, chat, cancellationToken);
        await stream.AskedAsync(address, turn, cancellationToken);
        return TypedResults.Ok(ChatView.Of(await chats.SubmitAsync(address, new StopTurn(turn), cancellationToken)));
    }

    private static Workflows.Chats.TurnPlace TurnPlaceOf(string? header, string? lastEventId)
    {
        var text = string.IsNullOrEmpty(header) ? lastEventId : header;
        if (string.IsNullOrEmpty(text)) return Workflows.Chats.TurnPlace.Beginning;
        return Workflows.Chats.TurnPlace.TryParse(text, out var place)
            ? place
            : throw new ProblemException(ProblemKinds.Malformed, "Last-Event-ID must be the id of an event that was sent, such as 3f2a91bc.120.", "Last-Event-ID");
    }

    private static IAsyncEnumerable<MessageItem> Messages(TranscriptTable transcripts, ChatAddress chat, long after, long before, CancellationToken cancellationToken) =>
        transcripts.ReadAsync(chat, after, before, cancellationToken).Select(MessageItem.Of).OfType<MessageItem>();

    /// <summary>The last messages before a sequence: a page looks at no more of the transcript than it needs.</summary>
    private static async Task<IReadOnlyList<MessageItem>> LastAsync(TranscriptTable transcripts, ChatAddress chat, long before, int most, CancellationToken cancellationToken)
    {
        var found = new List<MessageItem>();
        while (before > 1 && found.Count < most)
        {
            var after = Math.Max(0, before - 1 - (most * 2));
            found.InsertRange(0, await Messages(transcripts, chat, after, before, cancellationToken).ToListAsync(cancellationToken));
            before = after + 1;
        }

        return found.Count <= most ? found : found[^most..];
    }
}
