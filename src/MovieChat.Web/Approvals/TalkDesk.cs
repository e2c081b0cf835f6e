using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Chatting;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Api.Chats;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Chats;

namespace MovieChat.Web.Approvals;

/// <summary>What a writer says on another surface beside commands: a talk with the companion about the film that is open there. A thread is a chat of its own.</summary>
internal sealed class TalkDesk(WriterBindings bindings, CommandDesk commands, FrontEndTable places, OwnChats chats, TurnFollower follower, TimeProvider clock)
{
    /// <summary>Says something and follows the answer to its end.</summary>
    /// <param name="message">What tells this message from every other one, and is the same when it is sent again: it is asked once, and its answer followed again.</param>
    /// <param name="every">At the most so often the surface is shown what has come.</param>
    /// <param name="show">Shows the answer as far as it has come, and whether that is all of it.</param>
    /// <returns>What to say instead, when there is no answer to follow; null when there was one.</returns>
    public async Task<Reply?> TalkAsync(Speaker speaker, Place place, string text, string message, TimeSpan every, Func<string, bool, Task> show, CancellationToken cancellationToken)
    {
        if (await bindings.FindAsync(speaker, cancellationToken) is not { } caller) return new Reply.Unbound(bindings.LinkFor(speaker));
        if (await commands.OpenFilmAsync(caller, place, cancellationToken) is not { } film) return CommandDesk.NothingOpen;
        if (film.Budget.Tokens.IsSpent) return new Reply.Said("The film has spent its budget of tokens: raise it, then say it again.");
        try
        {
            var chat = await ChatAsync(caller, place, film.Id, cancellationToken);
            var turn = Id($"{place.Surface}\n{place.Target}\n{message}");
            await chats.AskAsync(chat, new(turn, text), cancellationToken);
            await FollowAsync(chat, turn, every, show, cancellationToken);
            return null;
        }
        catch (ProblemException refused)
        {
            return new Reply.Said(refused.Problem.Detail);
        }
    }

    /// <summary>Whether somebody talks with the companion in a thread already.</summary>
    public async Task<bool> IsTalkAsync(Place place, CancellationToken cancellationToken) => await FindAsync(place, cancellationToken) is { Chat: not null };

    private Task<OpenPlace?> FindAsync(Place place, CancellationToken cancellationToken) => places.FindPlaceAsync(place.Surface, place.Realm, $"chat/{ConversationOf(place)}", cancellationToken);

    private static string ConversationOf(Place place) => place.Thread is null ? place.Conversation : $"{place.Conversation}/{place.Thread}";

    /// <summary>The chat that a thread is, begun with its first message.</summary>
    private async Task<ChatAddress> ChatAsync(Caller caller, Place place, string project, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(place);
        if (await FindAsync(place, cancellationToken) is { Chat: { } known } open && open.Project == project) return new(project, known);

        // One writer's talk is not another one's, and a film that is opened anew in a conversation is talked about anew.
        var id = Id($"{place.Surface}\n{place.Realm}\n{conversation}\n{project}\n{caller.Writer}");
        var address = new ChatAddress(project, id);
        await chats.SubmitAsync(address, new StartChat(id, project, null, null), cancellationToken);
        await places.PutPlaceAsync(place.Surface, place.Realm, $"chat/{conversation}", new(project, id), clock.GetUtcNow(), cancellationToken);
        return address;
    }

    private async Task FollowAsync(ChatAddress chat, string turn, TimeSpan every, Func<string, bool, Task> show, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var shown = clock.GetTimestamp();
        await foreach (var update in follower.FollowAsync(chat, turn, TurnPlace.Beginning, cancellationToken))
        {
            switch (update)
            {
                case TurnUpdate.Restarted:
                    text.Clear();
                    continue;
                case TurnUpdate.Words words:
                    text.Append(words.Text);
                    break;
                case TurnUpdate.Ended { Entry.Event: TurnEnded ended }:
                    await show(Whole(ended), true);
                    return;
                default:
                    continue;
            }

            if (clock.GetElapsedTime(shown) < every) continue;
            await show(text.ToString(), false);
            shown = clock.GetTimestamp();
        }
    }

    /// <summary>The answer with what came of it. Drafts that were proposed come as offers of their own.</summary>
    private static string Whole(TurnEnded ended)
    {
        string[] parts =
        [
            ended.Text,
            .. ended.Proposals.SelectMany(proposal => proposal.Ways).Select(way => $"• {way.Title}: {way.Text}"),
            .. ended.Proposals.Where(proposal => proposal.Kind == ProposalKinds.Fact).Select(proposal => $"Kept: {proposal.Text}"),
            ended.Failure is { } failure ? $"{failure.Message} {failure.Remedy}" : "",
            ended.End is TurnEnd.Interrupted ? "(The answer was interrupted. Say it again.)" : "",
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Id(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
