using System.Text.Json;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Web.Approvals;
using MovieChat.Web.Teams.Cards;
using MovieChat.Web.Teams.Wire;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Web.Teams;

/// <summary>Answers what was said in Teams, and what happened to the bot there.</summary>
internal sealed partial class TeamsInbox(
    CommandDesk commands, TalkDesk talks, CardAnswers answers, Writing writing, Connector connector, Conversations conversations, Posts posts, TimeProvider clock, ILogger<TeamsInbox> log) : IInboxHandler
{
    /// <summary>What could not be answered for so long is not answered any more.</summary>
    private static readonly TimeSpan s_life = TimeSpan.FromHours(6);

    public string Surface => Conversations.Surface;

    public async Task HandleAsync(InboxItem item, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - item.At > s_life) return;
        if (Arrival.Of(JsonSerializer.Deserialize(item.Body, TeamsJson.Readable.Activity)!) is not { } arrival) return;
        try
        {
            await HandleAsync(arrival, cancellationToken);
        }
        catch (ConversationClosedException closed)
        {
            Log.Closed(log, closed.Message);
        }
    }

    private async Task HandleAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var activity = arrival.Activity;
        switch (activity.Type)
        {
            case "message" when ButtonPress.Read(activity.Value) is { } press:
                await PressAsync(arrival, press, cancellationToken);
                return;
            case "message" when arrival.Reference.IsPersonal || activity.IsMention() || activity.Name == Invokes.CardAction:
                await HearAsync(arrival, activity.SaidOf(), cancellationToken);
                return;
            case "conversationUpdate" when arrival.HasBot(activity.MembersAdded):
                await writing.ShowAsync(arrival, new(Welcome), cancellationToken);
                return;
            case "conversationUpdate" when arrival.HasBot(activity.MembersRemoved):
            case "installationUpdate" when activity.Action is "remove":
                await conversations.ForgetAsync(arrival.Reference, cancellationToken);
                return;
        }
    }

    private static Card Welcome { get; } = new()
    {
        Title = "Movie Chat",
        Lead = "From an idea to a film, a step at a time. I draft, you decide, and nothing becomes part of a film until you say so.",
        Actions = [new CardAction.Say("Help", "help") { IsPrimary = true }, new CardAction.Say("My films", "list")],
    };

    private async Task HearAsync(Arrival arrival, string text, CancellationToken cancellationToken)
    {
        if (CommandDesk.IsCommand(text))
        {
            await writing.ReplyAsync(arrival, await commands.RunAsync(arrival.Speaker, arrival.Place, text.TrimStart('/'), arrival.Scope, cancellationToken), cancellationToken);
            return;
        }

        await connector.PostAsync(arrival.Reference, arrival.Conversation, SentActivity.Typing, cancellationToken);
        var post = new TalkPost(writing, arrival);
        var instead = await talks.TalkAsync(arrival.Speaker, arrival.Place, text, arrival.Scope, TalkPost.Every, (words, isWhole) => post.ShowAsync(words, isWhole, cancellationToken), cancellationToken);
        if (instead is not null) await writing.ReplyAsync(arrival, instead, cancellationToken);
    }

    /// <summary>Clients that know no <c>Action.Execute</c> send a message instead, and take no card for an answer.</summary>
    private async Task PressAsync(Arrival arrival, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press is { Verb: Button.Say, Say: { } command } && CommandDesk.IsCommand(command))
        {
            await HearAsync(arrival, command, cancellationToken);
            return;
        }

        switch (await answers.PressAsync(arrival, press, cancellationToken))
        {
            case Pressed.Replaced { IsSettled: true } settled when arrival.Pressed is { } message:
                await writing.PutAsync(arrival, message, SentActivity.OfCard(settled.Card, settled.Summary), cancellationToken);
                return;
            case Pressed.Replaced replaced:
                var sent = await writing.PostAsync(arrival, SentActivity.OfCard(replaced.Card, replaced.Summary), cancellationToken);
                if (sent is not null && replaced.Shown is { } shown) await posts.RememberAsync(shown, $"{sent}", cancellationToken);
                return;
            case Pressed.Said said:
                await writing.SayAsync(arrival, said.Text, cancellationToken);
                return;
            case Pressed.Refused refused:
                await writing.SayAsync(arrival, refused.Text, cancellationToken);
                return;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Something said in Teams is left without an answer: {Reason}")]
        public static partial void Closed(ILogger log, string reason);
    }
}
