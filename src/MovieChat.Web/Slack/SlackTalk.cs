using MovieChat.Web.Approvals;

namespace MovieChat.Web.Slack;

/// <summary>Messages to the bot: a command where one of its words stands alone, and otherwise a talk with the companion, whose answer grows in the conversation as it is written.</summary>
internal sealed class SlackTalk(SlackClient slack, SlackSpeech speech, TalkDesk talks, CommandDesk commands, TimeProvider clock)
{
    /// <summary>Slack takes some fifty changes of messages a minute from a workspace.</summary>
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(3);

    public async Task HearAsync(SlackItem.Message said, CancellationToken cancellationToken)
    {
        if (!said.IsAddressed && !await talks.IsTalkAsync(said.From.Place, cancellationToken)) return;
        if (CommandDesk.IsWord(said.Text))
        {
            var reply = await commands.RunAsync(said.From.Speaker, said.From.Place, said.Text, said.Scope, cancellationToken);
            await speech.SayAsync(said.From, reply, cancellationToken);
            return;
        }

        var answer = new GrowingAnswer(slack, said.From, clock, cancellationToken);
        var instead = await talks.TalkAsync(said.From.Speaker, said.From.Place, said.Text, said.From.Message!, s_every, answer.ShowAsync, cancellationToken);
        if (instead is not null) await speech.SayAsync(said.From, instead, cancellationToken);
    }

    /// <summary>An answer in as many messages as it needs.</summary>
    private sealed class GrowingAnswer(SlackClient slack, SlackOrigin to, TimeProvider clock, CancellationToken cancellationToken)
    {
        private readonly List<(SlackReference Reference, string Text)> _posted = [];

        /// <exception cref="HttpRequestException">The end of the answer could not be said.</exception>
        public async Task ShowAsync(string text, bool isAll)
        {
            var pieces = SlackText.Pieces(SlackText.Clean(isAll ? text : text + " …"), SlackLimits.Text);
            for (var place = 0; place < pieces.Count; place++)
            {
                if (!await ShowAsync(place, pieces[place], isAll)) return;
            }

            // The answer was begun anew, and is shorter.
            for (var place = pieces.Count; isAll && place < _posted.Count; place++) await ShowAsync(place, "–", isAll);
        }

        /// <returns>False when it is not said now, and need not be.</returns>
        private async Task<bool> ShowAsync(int place, string text, bool isAll)
        {
            if (string.IsNullOrWhiteSpace(text)) return true;
            if (place < _posted.Count && _posted[place].Text == text) return true;
            switch (isAll ? await SlackPatience.CallAsync(() => SendAsync(place, text), clock, cancellationToken) : await SendAsync(place, text))
            {
                case SlackResult.Done { Response.Ts: { } ts }:
                    Keep(place, new(to.Channel, ts), text);
                    return true;
                case SlackResult.Later or SlackResult.Unsure when isAll:
                    throw new HttpRequestException("Slack did not take the end of an answer.");
                default:
                    return false;
            }
        }

        private Task<SlackResult> SendAsync(int place, string text)
        {
            var message = SlackMessage.Of(text);
            return place < _posted.Count
                ? slack.UpdateAsync(SlackPost.Change(_posted[place].Reference, message), cancellationToken)
                : slack.PostAsync(SlackPost.New(to.Channel, message) with { ThreadTs = to.Thread }, cancellationToken);
        }

        private void Keep(int place, SlackReference reference, string text)
        {
            if (place < _posted.Count) _posted[place] = (_posted[place].Reference, text);
            else _posted.Add((reference, text));
        }
    }
}
