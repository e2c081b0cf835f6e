using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Chats;

namespace MovieChat.Web.Api.Chats;

/// <summary>Answers with a turn: as Server-Sent Events while it is written, or as one JSON answer.</summary>
internal sealed class TurnStream(TurnFollower follower, TranscriptTable transcripts, LiveTurns lives, Callers callers, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>Longest wait for an answer that is not streamed: platforms cut a request off after 230 seconds.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(200);

    public static bool Wants(HttpRequest request) =>
        HttpMethods.IsHead(request.Method) is false && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(EventStream.MediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The message that began a turn.</summary>
    /// <exception cref="ProblemException">There is no such turn.</exception>
    public async Task<(MessageItem Asked, TurnMark Mark)> AskedAsync(ChatAddress chat, string turn, CancellationToken cancellationToken)
    {
        if (!OwnChats.IsId(turn) || await transcripts.FindTurnAsync(chat, turn, cancellationToken) is not { } mark) throw new ProblemException(ProblemKinds.UnknownTurn);
        return (MessageItem.Of((await transcripts.FindAsync(chat, mark.Asked, cancellationToken))!)!, mark);
    }

    /// <param name="isWaitedFor">Whether an answer as one waits for the turn's end.</param>
    /// <param name="asked">The message that began the turn; null when it is to be looked for.</param>
    public async Task AnswerAsync(HttpContext context, ChatAddress chat, string turn, TurnPlace place, bool isWaitedFor, ChatEntry? asked = null)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            if (Wants(context.Request)) await StreamAsync(context, chat, turn, place, asked, stopping.Token);
            else await WriteAsync(context, chat, turn, isWaitedFor, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The caller left, or the head stops: the turn goes on, now or at the next start, and can be picked up.
        }
    }

    private async Task StreamAsync(HttpContext context, ChatAddress chat, string turn, TurnPlace place, ChatEntry? message, CancellationToken stopping)
    {
        var updates = follower.FollowAsync(chat, turn, place, stopping).GetAsyncEnumerator(stopping);
        await using (updates)
        {
            // What is asked and what comes of it are looked for at the same time: the first word waits for neither.
            var first = updates.MoveNextAsync();
            var asked = message is null ? (await AskedAsync(chat, turn, stopping)).Asked : MessageItem.Of(message)!;
            EventStream.Describe(context.Response);
            await SendAsync(context.Response, "turn", null, new TurnItem(turn, asked, null, null), WebJson.Readable.TurnItem, stopping);
            for (var more = await first; more; more = await updates.MoveNextAsync())
            {
                if (!await SendAsync(context, updates.Current, stopping)) return;
            }
        }
    }

    /// <returns>False when nothing more is to be told.</returns>
    private async Task<bool> SendAsync(HttpContext context, TurnUpdate update, CancellationToken stopping)
    {
        var response = context.Response;
        switch (update)
        {
            case TurnUpdate.Words words:
                await SendAsync(response, "text", words.Place, new WordsItem(words.Text), WebJson.Readable.WordsItem, stopping);
                return true;
            case TurnUpdate.Step { Update: CompanionUpdate.Doing doing }:
                await SendAsync(response, "doing", null, new DoingItem(doing.Tool, doing.About), WebJson.Readable.DoingItem, stopping);
                return true;
            case TurnUpdate.Step { Update: CompanionUpdate.Proposed proposed }:
                await SendAsync(response, "proposal", null, ProposalItem.Of(proposed.Proposal), WebJson.Readable.ProposalItem, stopping);
                return true;
            case TurnUpdate.Restarted restarted:
                await SendAsync(response, "restart", restarted.Place, new WordsItem(""), WebJson.Readable.WordsItem, stopping);
                return true;
            case TurnUpdate.Ended ended:
                await SendAsync(response, "end", null, MessageItem.Of(ended.Entry)!, WebJson.Readable.MessageItem, stopping);
                return false;
            default:
                await EventStream.SendAsync(response, ":\n\n", stopping);
                return await callers.StillKnowsAsync(context);
        }
    }

    private async Task WriteAsync(HttpContext context, ChatAddress chat, string turn, bool isWaitedFor, CancellationToken stopping)
    {
        if (isWaitedFor) await WaitAsync(chat, turn, stopping);
        var (asked, mark) = await AskedAsync(chat, turn, stopping);
        var answer = mark.Ended is { } end && await transcripts.FindAsync(chat, end, stopping) is { } entry ? MessageItem.Of(entry) : null;
        var text = answer is null ? lives.Find(chat, turn)?.Text ?? (await transcripts.FindPartialAsync(chat, turn, stopping))?.Text : null;
        context.Response.StatusCode = answer is null && isWaitedFor ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, new TurnItem(turn, asked, answer, text), WebJson.Readable.TurnItem, stopping);
    }

    private async Task WaitAsync(ChatAddress chat, string turn, CancellationToken stopping)
    {
        using var longest = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, longest.Token);
        try
        {
            await foreach (var update in follower.FollowAsync(chat, turn, TurnPlace.Beginning, either.Token))
            {
                if (update is TurnUpdate.Ended) return;
            }
        }
        catch (OperationCanceledException) when (longest.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            // It takes long: the caller is told of the turn as far as it has come.
        }
    }

    private static Task SendAsync<T>(HttpResponse response, string name, TurnPlace? place, T item, JsonTypeInfo<T> type, CancellationToken stopping) =>
        EventStream.SendAsync(response, $"{(place is { } at ? $"id: {at}\n" : "")}event: {name}\ndata: {JsonSerializer.Serialize(item, type)}\n\n", stopping);
}
