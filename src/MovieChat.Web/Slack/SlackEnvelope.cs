namespace MovieChat.Web.Slack;

/// <summary>What the Events API sends (https://docs.slack.dev/apis/events-api), as far as it is looked at.</summary>
internal sealed record SlackEnvelope(string? Type)
{
    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    public string? EventId { get; init; }

    public SlackEvent? Event { get; init; }

    public IReadOnlyList<SlackAuthorization?>? Authorizations { get; init; }

    /// <summary>The bot's own user id; null when it is not told.</summary>
    public string? Bot => Authorizations?.FirstOrDefault(each => each is { IsBot: true })?.UserId;
}

internal sealed record SlackAuthorization(string? UserId, bool IsBot);

internal sealed record SlackChallenge(string Challenge);

/// <summary>What happened in a workspace.</summary>
internal sealed record SlackEvent(string? Type)
{
    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public bool? Hidden { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? Channel { get; init; }

    public string? ChannelType { get; init; }

    /// <summary>Whether somebody wrote it: no bot, no change of an older message, nothing that Slack tells by itself.</summary>
    public bool IsSaid => Type is "message" or "app_mention" && Subtype is null or "file_share" or "thread_broadcast" && BotId is null && AppId is null && Hidden is not true && User is not null;
}

/// <summary>What somebody did with a message or a form of ours (https://docs.slack.dev/reference/interaction-payloads), as far as it is looked at.</summary>
internal sealed record SlackInteraction(string? Type)
{
    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public SlackNamed? Team { get; init; }

    public SlackUser? User { get; init; }

    public SlackNamed? Channel { get; init; }

    public SlackContainer? Container { get; init; }

    public IReadOnlyList<SlackPress?>? Actions { get; init; }

    public SlackFilledView? View { get; init; }
}

internal sealed record SlackNamed(string? Id);

internal sealed record SlackUser(string? Id, string? Username, string? Name, string? TeamId);

internal sealed record SlackContainer(string? MessageTs, string? ThreadTs, string? ChannelId, bool? IsEphemeral);

internal sealed record SlackPress(string? ActionId, string? Value);

internal sealed record SlackFilledView(string? Id, string? PrivateMetadata, SlackViewState? State);

/// <param name="Values">By the names of blocks, then of their elements.</param>
internal sealed record SlackViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, SlackValue?>?>? Values)
{
    /// <summary>What was filled in, by the names of blocks. What was left empty is empty.</summary>
    public Dictionary<string, string> Filled() => (Values ?? new Dictionary<string, IReadOnlyDictionary<string, SlackValue?>?>())
        .Where(block => block.Value?.ContainsKey(TextInput.Action) is true)
        .ToDictionary(block => block.Key, block => block.Value![TextInput.Action]?.Value ?? "", StringComparer.Ordinal);
}

internal sealed record SlackValue(string? Value);
