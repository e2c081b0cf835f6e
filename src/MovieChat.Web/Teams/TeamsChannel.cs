using MovieChat.Core.Notices;
using MovieChat.Web.Approvals;
using MovieChat.Web.Teams.Cards;
using MovieChat.Web.Teams.Wire;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Teams;

/// <summary>Tells in a conversation of Teams what happens in a film. <see cref="Subscription.Target"/> is <c>{realm}/{conversation}</c>.</summary>
internal sealed class TeamsChannel(Conversations conversations, Connector connector, CardWriter cards) : INoticeChannel
{
    public string Kind => Conversations.Surface;

    public bool KeepsPosts => true;

    /// <summary>Answers of a chat come in their own conversation anyway.</summary>
    public IReadOnlyList<string> UsualEvents => NoticeTypes.BesideTalks;

    public string? WhyNot(string target) => Place.WhyNot(target, "a tenant and a conversation");

    public async Task<Delivery> SendAsync(Subscription subscription, Telling telling, CancellationToken cancellationToken)
    {
        if (await FindAsync(subscription, cancellationToken) is not { } to) return Left;
        var card = cards.Write(telling.Card, telling.Project.Id, to.IsPlayground);
        return Of(await connector.PostAsync(to, to.Conversation, SentActivity.OfCard(card, telling.Card.Lead), cancellationToken));
    }

    public async Task<Delivery> UpdateAsync(Subscription subscription, Post post, Card card, CancellationToken cancellationToken)
    {
        if (await FindAsync(subscription, cancellationToken) is not { } to) return Left;
        if (MessageAddress.Read(post.Reference) is not { } message) return new Delivery.Delivered();
        return Of(await connector.PutAsync(to, message, SentActivity.OfCard(cards.Write(card, null, to.IsPlayground), card.Lead), cancellationToken));
    }

    private static Delivery.Gone Left { get; } = new("The bot is not in the conversation any more: add it again, and open the film there.");

    private async Task<ConversationReference?> FindAsync(Subscription subscription, CancellationToken cancellationToken) =>
        subscription.Target.Split('/', 2) is [{ Length: > 0 } realm, { Length: > 0 } conversation] ? await conversations.FindAsync(realm, conversation, cancellationToken) : null;

    private static Delivery Of(Sent sent) => sent switch
    {
        Sent.Done done => new Delivery.Delivered(done.Message?.ToString()),
        Sent.Gone gone => new Delivery.Gone(gone.Reason),
        Sent.Failed failed => new Delivery.Failed(failed.Reason, failed.RetryAfter),
        Sent.Refused refused => new Delivery.Refused(refused.Reason),
        _ => throw new InvalidOperationException($"Nothing is told for {sent.GetType().Name}."),
    };
}
