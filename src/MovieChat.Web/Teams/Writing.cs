using MovieChat.Web.Approvals;
using MovieChat.Web.Teams.Cards;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Web.Teams;

/// <summary>Answers in the conversation in which something was said, with some patience: what Teams does not take at once is sent again.</summary>
internal sealed class Writing(Connector connector, CardWriter cards, Posts posts, TimeProvider clock)
{
    private const int MostAttempts = 4;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1), s_longestWait = TimeSpan.FromSeconds(15);

    /// <summary>Says on a group's conversation what only in a personal one is answered with a link.</summary>
    public const string PersonallyFirst = "I do not know which writer you are. Write to me personally, and I ask you there.";

    /// <summary>Most bytes of a text, so that what is around it fits as well.</summary>
    public const int MostTextBytes = 20_000;

    public static string TextOf(Reply.Unbound unbound, ConversationReference where) => where.IsPersonal ? unbound.Text : PersonallyFirst;

    /// <summary>Says what a command or a talk is answered with. What a card is answered with changes that card.</summary>
    /// <exception cref="ConversationClosedException">Nothing can be written there.</exception>
    /// <exception cref="HttpRequestException">Teams does not take it for now.</exception>
    public async Task ReplyAsync(Arrival to, Reply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case Reply.Said said:
                await SayAsync(to, said.Text, cancellationToken);
                return;
            case Reply.Unbound unbound:
                await SayAsync(to, TextOf(unbound, to.Reference), cancellationToken);
                return;
            case Reply.Shown shown:
                foreach (var card in shown.Cards) await ShowAsync(to, card, cancellationToken);
                return;
            default:
                throw new ArgumentException($"Nothing is written for {reply.GetType().Name}: give it its form here.", nameof(reply));
        }
    }

    public Task SayAsync(Arrival to, string text, CancellationToken cancellationToken) => PostAsync(to, SentActivity.OfText(Cut(text)), cancellationToken);

    public async Task ShowAsync(Arrival to, ShownCard shown, CancellationToken cancellationToken)
    {
        var card = cards.Write(shown.Card, shown.Offer?.Project, to.Reference.IsPlayground);
        if (await PostAsync(to, SentActivity.OfCard(card, shown.Card.Lead), cancellationToken) is { } message) await posts.RememberAsync(shown, $"{message}", cancellationToken);
    }

    public const string FormTooLarge = "This is too long for a form here: edit it in the studio, or send it by the API.";

    /// <returns>Where the message stands; null where Teams does not tell.</returns>
    public Task<MessageAddress?> PostAsync(Arrival to, SentActivity activity, CancellationToken cancellationToken) =>
        PatientlyAsync(() => connector.PostAsync(to.Reference, to.Conversation, activity, cancellationToken), cancellationToken);

    public Task<MessageAddress?> PutAsync(Arrival to, MessageAddress message, SentActivity activity, CancellationToken cancellationToken) =>
        PatientlyAsync(() => connector.PutAsync(to.Reference, message, activity, cancellationToken), cancellationToken);

    private static string Cut(string text) => System.Text.Encoding.UTF8.GetByteCount(text) <= MostTextBytes ? text : CardText.Upto(text, MostTextBytes / 3) + "…";

    private async Task<MessageAddress?> PatientlyAsync(Func<Task<Sent>> send, CancellationToken cancellationToken)
    {
        for (var (attempt, wait) = (1, s_firstWait); ; attempt++, wait *= 2)
        {
            switch (await send())
            {
                case Sent.Done done:
                    return done.Message;
                case Sent.Gone gone:
                    throw new ConversationClosedException(gone.Reason);
                case Sent.Refused refused:
                    throw new ConversationClosedException(refused.Reason);
                case Sent.Failed failed when attempt == MostAttempts || failed.RetryAfter > s_longestWait:
                    throw new HttpRequestException(failed.Reason);
                case Sent.Failed failed:
                    await Task.Delay(failed.RetryAfter > wait ? failed.RetryAfter.Value : wait, clock, cancellationToken);
                    break;
            }
        }
    }
}

/// <summary>Nothing can be written to a conversation any more, or not this.</summary>
internal sealed class ConversationClosedException(string reason) : Exception(reason);
