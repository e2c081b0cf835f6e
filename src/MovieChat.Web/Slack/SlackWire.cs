using System.Text.Json;

namespace MovieChat.Web.Slack;

/// <summary>The body of <c>chat.postMessage</c>, <c>chat.update</c> and <c>chat.postEphemeral</c>. What a method does not know it is not sent.</summary>
internal sealed record SlackPost(string Channel, string Text, IReadOnlyList<SlackBlock> Blocks)
{
    /// <summary>The message that is changed.</summary>
    public string? Ts { get; init; }

    /// <summary>Who alone sees it.</summary>
    public string? User { get; init; }

    public string? ThreadTs { get; init; }

    public SlackMetadata? Metadata { get; init; }

    /// <summary>Nothing in the text is made a link or a name.</summary>
    public string Parse { get; } = "none";

    public bool LinkNames { get; }

    public bool? Mrkdwn { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }

    public static SlackPost New(string channel, SlackMessage message) => new(channel, message.Text, message.Blocks) { Mrkdwn = false, UnfurlLinks = false, UnfurlMedia = false };

    public static SlackPost Change(SlackReference reference, SlackMessage message) => new(reference.Channel, message.Text, message.Blocks) { Ts = reference.Ts };
}

/// <summary>What a message is found by again, for whoever looks for it. Every app of the workspace can read it.</summary>
internal sealed record SlackMetadata(string EventType, SlackMetadataPayload EventPayload);

internal sealed record SlackMetadataPayload(string Key);

/// <summary>What is sent to a <c>response_url</c> (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses).</summary>
internal sealed record SlackReply(string Text, IReadOnlyList<SlackBlock> Blocks)
{
    public const string ToUser = "ephemeral", ToAll = "in_channel";

    public string? ResponseType { get; init; }

    /// <summary>Always said: Slack replaces the message that was pressed otherwise.</summary>
    public required bool ReplaceOriginal { get; init; }

    public string? ThreadTs { get; init; }
}

/// <summary>The body of <c>views.open</c>, and of <c>conversations.open</c>.</summary>
internal sealed record SlackOpening
{
    public string? TriggerId { get; init; }

    public SlackView? View { get; init; }

    public string? Users { get; init; }
}

/// <summary>What a method answers, as far as it is looked at.</summary>
internal sealed record SlackResponse(bool Ok, string? Error)
{
    public string? Ts { get; init; }

    /// <summary>An id, or an object that holds one.</summary>
    public JsonElement? Channel { get; init; }

    public string? ChannelId => Channel is not { } channel ? null
        : channel.ValueKind is JsonValueKind.String ? channel.GetString()
        : channel.ValueKind is JsonValueKind.Object && channel.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
}
