using MovieChat.Core.Journey;

namespace MovieChat.Core.Notices;

/// <summary>Somebody who is to be told of what happens in a project, and where.</summary>
public sealed record Subscription
{
    /// <summary>The <see cref="Kind"/> of webhooks.</summary>
    public const string Webhook = "webhook";

    public required string Id { get; init; }

    public required string Project { get; init; }

    /// <summary>The surface: <c>webhook</c>, <c>slack</c>, <c>teams</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where on that surface, in the surface's own form: an address, a channel, a conversation.</summary>
    public required string Target { get; init; }

    /// <summary>The <see cref="NoticeTypes"/> that are told.</summary>
    public ValueList<string> Events { get; init => field = value ?? []; } = [];

    /// <summary>What deliveries are signed with, the newest first. None where the surface needs none.</summary>
    public ValueList<SigningSecret> Secrets { get; init => field = value ?? []; } = [];

    /// <summary>The id of the writer who subscribed.</summary>
    public required string By { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <param name="Text">As receivers have it: <c>whsec_</c> and base64.</param>
/// <param name="Until">When it signs no more; null for the newest.</param>
public sealed record SigningSecret(string Text, DateTimeOffset? Until)
{
    public bool IsLive(DateTimeOffset now) => Until is not { } end || end > now;
}

/// <summary>How far the deliveries of a subscription have come.</summary>
/// <param name="Cursor">The sequence of the last event that was delivered, given up, or not to be told.</param>
public sealed record DeliveryProgress(long Cursor)
{
    /// <summary>Failed attempts at the event after the cursor.</summary>
    public int Attempts { get; init; }

    /// <summary>When the next attempt is due; null for at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? Trouble { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why nothing is delivered any more, until the writer says so; null while it is.</summary>
    public string? Disabled { get; init; }

    /// <summary>The progress once the event at <paramref name="sequence"/> is done with.</summary>
    public DeliveryProgress Past(long sequence, DateTimeOffset? delivered = null) => new(sequence) { DeliveredAt = delivered ?? DeliveredAt };
}

/// <summary>Something that could not be delivered and was given up.</summary>
/// <param name="Sequence">The event's.</param>
/// <param name="Reason">Why the last attempt failed.</param>
public sealed record Undelivered(string Subscription, long Sequence, string Type, int Attempts, string Reason, DateTimeOffset At);

/// <summary>A message on some surface that offers a draft, so that it can be changed once the offer is answered.</summary>
/// <param name="Reference">What the surface finds it by, in its own form.</param>
public sealed record Post(string Subscription, DocumentId Document, int Draft, DocumentStatus Status, string Reference);
