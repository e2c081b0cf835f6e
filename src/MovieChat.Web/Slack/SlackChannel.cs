using System.Collections.Concurrent;
using System.Globalization;
using MovieChat.Core.Notices;
using MovieChat.Web.Approvals;
using MovieChat.Workflows.Notices;

namespace MovieChat.Web.Slack;

/// <summary>Slack as a surface on which writers are told of their films. <see cref="Subscription.Target"/> is <c>{team}/{channel}</c>, or <c>{team}/{user}</c> for direct messages.</summary>
/// <remarks>Slack has no idempotency key: what was sent and not answered is sent again, so that a message may stand there twice. Each bears the key of its event in its metadata.</remarks>
internal sealed class SlackChannel(SlackClient slack, SlackCards cards) : INoticeChannel
{
    public const string Surface = "slack";

    /// <summary>The type of the metadata of what is told.</summary>
    public const string EventType = "movie_chat_notice";

    private readonly ConcurrentDictionary<string, string> _direct = new(StringComparer.Ordinal);

    public string Kind => Surface;

    public bool KeepsPosts => true;

    public IReadOnlyList<string> UsualEvents => NoticeTypes.BesideTalks;

    public string? WhyNot(string target) => Place.WhyNot(target, "a team and a channel or user, such as T024BE7LD/C024BE91L");

    public async Task<Delivery> SendAsync(Subscription subscription, Telling telling, CancellationToken cancellationToken)
    {
        if (subscription.Target.Split('/') is not [{ Length: > 0 }, { Length: > 0 } conversation]) return new Delivery.Gone($"'{subscription.Target}' is no conversation: it must be a team and a channel, as T012AB3CD/C012AB3CD.");
        var (channel, trouble) = await ChannelAsync(conversation, cancellationToken);
        if (channel is null) return trouble!.ToDelivery(_ => new Delivery.Failed("Slack opened no conversation."));
        var key = string.Create(CultureInfo.InvariantCulture, $"{subscription.Id}.{telling.Notice.Entry.Sequence}");
        var result = await cards.PassAsync(telling.Card, subscription.Project, message =>
            slack.PostAsync(SlackPost.New(channel, message) with { Metadata = new(EventType, new(key)) }, cancellationToken));
        return result.ToDelivery(response => new Delivery.Delivered(response.Ts is { } ts ? $"{new SlackReference(response.ChannelId ?? channel, ts)}" : null));
    }

    public async Task<Delivery> UpdateAsync(Subscription subscription, Post post, Card card, CancellationToken cancellationToken)
    {
        if (SlackReference.Read(post.Reference) is not { } reference) return new Delivery.Delivered();
        var result = await cards.PassAsync(card, subscription.Project, message => slack.UpdateAsync(SlackPost.Change(reference, message), cancellationToken));

        // A message that is not there any more, or can not be changed, has nothing to be told.
        return result is SlackResult.Refused { Fault: SlackFault.Message } ? new Delivery.Delivered() : result.ToDelivery(_ => new Delivery.Delivered());
    }

    /// <summary>A user's direct messages are opened once.</summary>
    private async Task<(string? Channel, SlackResult? Trouble)> ChannelAsync(string conversation, CancellationToken cancellationToken)
    {
        if (conversation[0] is not ('U' or 'W')) return (conversation, null);
        if (_direct.TryGetValue(conversation, out var known)) return (known, null);
        var result = await slack.OpenConversationAsync(conversation, cancellationToken);
        if (result is not SlackResult.Done { Response.ChannelId: { } opened }) return (null, result);
        _direct[conversation] = opened;
        return (opened, null);
    }
}
