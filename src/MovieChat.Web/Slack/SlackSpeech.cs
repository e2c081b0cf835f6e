using Microsoft.Extensions.Logging;
using MovieChat.Core.Notices;
using MovieChat.Web.Approvals;

namespace MovieChat.Web.Slack;

/// <summary>Says in Slack what somebody is answered there.</summary>
internal sealed partial class SlackSpeech(SlackClient slack, SlackCards cards, Posts posts, TimeProvider clock, ILogger<SlackSpeech> log)
{
    /// <summary>Says whatever a desk replied.</summary>
    /// <exception cref="HttpRequestException">Slack does not take it now: it is to be said again later.</exception>
    public Task SayAsync(SlackOrigin to, Reply reply, CancellationToken cancellationToken) => reply switch
    {
        Reply.Shown shown => ShowAsync(to, shown, cancellationToken),
        Reply.Settled settled => SettleAsync(to, settled.Card, cancellationToken),
        Reply.Said said => TellAsync(to, SlackMessage.Of(said.Text), cancellationToken),
        Reply.Refused refused => TellAsync(to, SlackMessage.Of(string.Join('\n', refused.Fields.Select(field => $"{field.Key}: {string.Join(' ', field)}").Prepend(refused.Text))), cancellationToken),
        Reply.Unbound unbound => TellAsync(to, Bound(unbound), cancellationToken),
        _ => throw new ArgumentException($"Nothing is said for {reply.GetType().Name}: give it its words here.", nameof(reply)),
    };

    /// <summary>Puts a card in the place of the message whose button was pressed.</summary>
    private async Task SettleAsync(SlackOrigin to, Card card, CancellationToken cancellationToken)
    {
        var message = cards.Of(card, null);
        if (to.IsEphemeral && to.ResponseUrl is { } address && await slack.RespondAsync(address, new(message.Text, message.Blocks) { ReplaceOriginal = true }, cancellationToken)) return;
        if (to.Reference is not { } reference || to.IsEphemeral) await TellAsync(to, message, cancellationToken);
        else Passed(await slack.UpdateAsync(SlackPost.Change(reference, message), cancellationToken));
    }

    /// <summary>What follows a film comes by the bot itself, which can change it later, and learns here whether it may write in the conversation at all.</summary>
    private async Task ShowAsync(SlackOrigin to, Reply.Shown shown, CancellationToken cancellationToken)
    {
        if (to.ResponseUrl is null || shown.Cards.Any(card => card.Subscription is not null)) await PostAsync(to, shown.Cards, cancellationToken);
        else
        {
            foreach (var card in shown.Cards)
            {
                var message = cards.Of(card.Card, null);
                var reply = new SlackReply(message.Text, message.Blocks) { ResponseType = SlackReply.ToAll, ReplaceOriginal = false, ThreadTs = to.Thread };
                if (!await slack.RespondAsync(to.ResponseUrl, reply, cancellationToken)) await PostAsync(to, [card], cancellationToken);
            }
        }
    }

    private async Task PostAsync(SlackOrigin to, IReadOnlyList<ShownCard> shown, CancellationToken cancellationToken)
    {
        foreach (var card in shown)
        {
            // Several cards at once are soon too many: begun anew, those before would stand there twice.
            var result = await cards.PassAsync(card.Card, card.Offer?.Project, message => SlackPatience.CallAsync(
                () => slack.PostAsync(SlackPost.New(to.Channel, message) with { ThreadTs = to.Thread }, cancellationToken), clock, cancellationToken));
            if (result is SlackResult.Refused { Fault: SlackFault.Conversation, Error: var error })
            {
                await TellAsync(to, SlackMessage.Of($"I can not write here ({error}). Invite me to this channel with /invite @Movie Chat, or write to me directly; then say it again, or open the film with /movie open and its title."), cancellationToken);
                return;
            }

            Passed(result);
            if (result is SlackResult.Done { Response: { Ts: { } ts } response }) await posts.RememberAsync(card, $"{new SlackReference(response.ChannelId ?? to.Channel, ts)}", cancellationToken);
        }
    }

    /// <summary>Says something to the user alone.</summary>
    private async Task TellAsync(SlackOrigin to, SlackMessage message, CancellationToken cancellationToken)
    {
        if (to.ResponseUrl is { } address)
        {
            var reply = new SlackReply(message.Text, message.Blocks) { ResponseType = SlackReply.ToUser, ReplaceOriginal = false, ThreadTs = to.Thread };
            if (await slack.RespondAsync(address, reply, cancellationToken)) return;
        }

        Passed(await slack.WhisperAsync(new(to.Channel, message.Text, message.Blocks) { User = to.User, ThreadTs = to.Thread }, cancellationToken));
    }

    /// <summary>What Slack refuses for good is nobody's to mend here, and is left.</summary>
    /// <exception cref="HttpRequestException">It may pass later.</exception>
    private void Passed(SlackResult result)
    {
        switch (result)
        {
            case SlackResult.Later later:
                throw new HttpRequestException(later.Reason);
            case SlackResult.Unsure unsure:
                throw new HttpRequestException(unsure.Reason);
            case SlackResult.Refused refused:
                Log.Refused(log, refused.Error);
                break;
        }
    }

    private static SlackMessage Bound(Reply.Unbound unbound)
    {
        if (unbound.Link is not { Length: <= SlackLimits.ButtonUrl } link || unbound.Text.Split(link) is not [var before, var after]) return SlackMessage.Of(unbound.Text);
        RichRun[] runs = [.. SlackRuns.Of(before), new RichRun.Link(link, "This is me"), .. SlackRuns.Of(after)];
        return new(SlackText.Escape(unbound.Text, SlackLimits.Fallback), [new SlackBlock.RichText([new RichPart.Section(runs)])]);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not take an answer: {Error}")]
        public static partial void Refused(ILogger log, string error);
    }
}
