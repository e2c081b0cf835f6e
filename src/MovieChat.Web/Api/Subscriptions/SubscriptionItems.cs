using System.Text.Json.Serialization;
using MovieChat.Core.Notices;

namespace MovieChat.Web.Api.Subscriptions;

/// <summary>Who is to be told of the project.</summary>
/// <param name="Kind"><c>webhook</c>, or another surface that is set up: <c>slack</c>, <c>teams</c>.</param>
/// <param name="Url">Of a webhook: where it is sent, <c>https://…</c></param>
/// <param name="Target">Of another surface: the conversation, as <c>{team or tenant}/{channel or conversation}</c>.</param>
/// <param name="Events">What is told: <c>draft.ready</c>, <c>draft.stale</c>, <c>draft.failed</c>, <c>tips.ready</c>, <c>writer.reminded</c>, <c>film.complete</c>, <c>chat.answered</c>. Left out for what is usual on the surface.</param>
/// <param name="Secret">Of a webhook: what it is signed with, <c>whsec_</c> and 24 to 64 bytes in base64. Left out for a new one.</param>
/// <param name="After">The sequence of the last event that is not told. Left out for the project's last: what happens from now on is told.</param>
public sealed record SubscriptionRequest(string Kind, string? Url = null, string? Target = null, IReadOnlyList<string>? Events = null, string? Secret = null, long? After = null);

/// <summary>What is to change; what is left out stays.</summary>
/// <param name="Enabled">False to be told nothing for a while; true to go on from where it stopped, also after it was disabled for the receiver's sake.</param>
public sealed record SubscriptionChange(string? Url = null, IReadOnlyList<string>? Events = null, bool? Enabled = null);

/// <param name="Secret">The next secret; left out for a new one.</param>
public sealed record SecretRequest(string? Secret = null);

/// <summary>A subscription, and how far its deliveries have come.</summary>
/// <param name="Cursor">The sequence of the last event that is done with.</param>
/// <param name="Secret">Shown when it is made, and never again.</param>
/// <param name="Enabled">False while nothing is delivered.</param>
/// <param name="DisabledBecause">Why nothing is.</param>
/// <param name="Attempts">Failed attempts at the event after the cursor.</param>
/// <param name="Trouble">Why the last attempt failed.</param>
/// <param name="NextAttempt">When it is tried again.</param>
public sealed record SubscriptionItem(
    string Id,
    string Kind,
    string? Url,
    string? Target,
    IReadOnlyList<string> Events,
    string By,
    DateTimeOffset CreatedAt,
    string? Secret,
    bool Enabled,
    string? DisabledBecause,
    long Cursor,
    DateTimeOffset? DeliveredAt,
    int Attempts,
    string? Trouble,
    DateTimeOffset? NextAttempt)
{
    internal static SubscriptionItem Of(Subscription subscription, DeliveryProgress progress, bool isSecretShown = false)
    {
        var isWebhook = subscription.Kind == Subscription.Webhook;
        return new(
            subscription.Id,
            subscription.Kind,
            isWebhook ? subscription.Target : null,
            isWebhook ? null : subscription.Target,
            subscription.Events,
            subscription.By,
            subscription.CreatedAt.ToUniversalTime(),
            isSecretShown && subscription.Secrets.Count > 0 ? subscription.Secrets[0].Text : null,
            progress.Disabled is null,
            progress.Disabled,
            progress.Cursor,
            progress.DeliveredAt?.ToUniversalTime(),
            progress.Attempts,
            progress.Trouble,
            progress.NextAt?.ToUniversalTime());
    }
}

/// <summary>Something that could not be delivered and was given up.</summary>
/// <param name="Sequence">Of the event in the project's journal.</param>
/// <param name="Type">What was to be told; <c>update</c> where an earlier message was to be changed.</param>
public sealed record UndeliveredItem(long Sequence, string Type, int Attempts, string Reason, DateTimeOffset At)
{
    internal static UndeliveredItem Of(Undelivered undelivered) => new(undelivered.Sequence, undelivered.Type, undelivered.Attempts, undelivered.Reason, undelivered.At.ToUniversalTime());
}

/// <summary>What came of trying again.</summary>
/// <param name="Delivered">How many were delivered.</param>
/// <param name="Trouble">Why the next one was not; null when all were.</param>
public sealed record ReplayItem(int Delivered, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Trouble);
