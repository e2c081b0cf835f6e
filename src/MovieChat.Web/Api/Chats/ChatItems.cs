using System.Text.Json.Serialization;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Web.Api.Chats;

/// <param name="Title">1 to 120 characters; left out for the companion to propose one after the first exchange.</param>
/// <param name="Focus">The id of the document that the chat is about; left out for the whole film.</param>
public sealed record ChatRequest(string? Title = null, string? Focus = null);

/// <summary>What is to change; what is left out stays.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Focus">The id of a document; an empty text for the whole film.</param>
public sealed record ChatChange(string? Title = null, string? Focus = null);

/// <param name="Message">The sequence of the message that is to be the last in common.</param>
/// <param name="Title">Of the new chat, 1 to 120 characters; left out, it is made from the old one's.</param>
public sealed record BranchRequest(long Message, string? Title = null);

/// <param name="Text">What you say, 1 to 16,000 characters.</param>
public sealed record MessageRequest(string Text);

/// <summary>One line of a project's list of chats.</summary>
/// <param name="Title">Empty until you give one or the companion proposes one.</param>
/// <param name="Messages">How many messages were said, by both.</param>
public sealed record ChatItem(string Id, string Title, string? Focus, long Messages, DateTimeOffset StartedAt, DateTimeOffset ChangedAt)
{
    internal static ChatItem Of(ChatListing listing) => new(listing.Id, listing.Title, listing.Focus?.ToString(), listing.Messages, listing.StartedAt, listing.ChangedAt);
}

/// <summary>One chat.</summary>
/// <param name="Summary">What the companion remembers of older exchanges, in its words.</param>
/// <param name="Turns">The ids of the turns that have no answer yet, in the order in which they will be answered.</param>
/// <param name="BranchedFrom">The chat that it goes on from.</param>
public sealed record ChatView(
    string Id, string Title, string? Focus, long Messages, DateTimeOffset StartedAt, DateTimeOffset ChangedAt, string? Summary, IReadOnlyList<string> Turns, BranchItem? BranchedFrom)
{
    internal static ChatView Of(ChatSession session) => new(
        session.Id,
        session.Title,
        session.Focus?.ToString(),
        session.Messages,
        session.StartedAt,
        session.ChangedAt,
        session.Summary.Length > 0 ? session.Summary : null,
        [.. session.Turns.Select(turn => turn.Id)],
        session.BranchedFrom is { } branch ? new(branch.Chat, branch.Sequence) : null);
}

/// <param name="Message">The sequence of the last message in common.</param>
public sealed record BranchItem(string Chat, long Message);

/// <summary>One message of a chat.</summary>
/// <param name="Sequence">Its place in the transcript: it grows, with gaps.</param>
/// <param name="Turn">The turn that it belongs to: a message of yours, and its answer.</param>
/// <param name="By"><c>writer</c> or <c>companion</c>.</param>
/// <param name="End">Of an answer: <c>answered</c>, <c>stopped</c>, <c>interrupted</c> or <c>failed</c>; <c>text</c> is what had come by then.</param>
/// <param name="Proposals">What the companion put before you. Nothing of it is decided.</param>
/// <param name="Tokens">What the answer cost, in model tokens, in and out together.</param>
public sealed record MessageItem(
    long Sequence, string Turn, string By, DateTimeOffset At, string Text, TurnEnd? End, FailureItem? Failure, IReadOnlyList<ProposalItem>? Proposals, string? Model, long? Tokens)
{
    /// <returns>Null when the event is no message.</returns>
    internal static MessageItem? Of(ChatEntry entry) => entry.Event switch
    {
        MessageAsked asked => new(entry.Sequence, asked.Turn, "writer", entry.At, asked.Text, null, null, null, null, null),
        TurnEnded ended => new(
            entry.Sequence, ended.Turn, "companion", entry.At, ended.Text, ended.End, FailureItem.Of(ended.Failure), [.. ended.Proposals.Select(ProposalItem.Of)], ended.Model, ended.Usage.Tokens),
        _ => null,
    };
}

/// <summary>What the companion put before you.</summary>
/// <param name="Kind"><c>draft</c> (it awaits your decision), <c>ways</c> (three ways forward), <c>chat</c> (another chat that could be begun) or <c>fact</c> (something that you
/// stated, and that is kept from now on).</param>
/// <param name="Document">Of a draft or ways.</param>
/// <param name="Draft">The draft's number.</param>
/// <param name="Title">Of a chat.</param>
/// <param name="Focus">Of a chat.</param>
/// <param name="Fact">The fact's id.</param>
/// <param name="Text">The fact's text.</param>
public sealed record ProposalItem(string Kind, string? Document, int? Draft, IReadOnlyList<WayItem>? Ways, string? Title, string? Focus, string? Fact, string? Text)
{
    internal static ProposalItem Of(Proposal proposal) => new(
        proposal.Kind,
        proposal.Document?.ToString(),
        proposal.Draft,
        proposal.Ways.Count > 0 ? [.. proposal.Ways.Select(way => new WayItem(way.Title, way.Text))] : null,
        proposal.Title,
        proposal.Focus?.ToString(),
        proposal.Fact,
        proposal.Text);
}

/// <summary>A turn: what you said, and what was answered.</summary>
/// <param name="Turn">The turn's id.</param>
/// <param name="Text">The answer as far as it has come.</param>
/// <param name="Answer">Missing while there is none.</param>
public sealed record TurnItem(string Turn, MessageItem Asked, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] MessageItem? Answer, string? Text);

/// <summary>The next words of an answer.</summary>
public sealed record WordsItem(string Text);

/// <summary>What the companion does in the midst of its answer.</summary>
/// <param name="Tool">The tool that it uses.</param>
/// <param name="About">The document or character that it uses it on.</param>
public sealed record DoingItem(string Tool, string? About);
