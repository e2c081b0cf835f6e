using System.Text.Json;

namespace MovieChat.Web.Teams.Wire;

/// <summary>What a bot is sent, as far as it matters here (https://github.com/microsoft/botframework-sdk, "Bot Framework Activity"). Everything may be missing.</summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary><c>msteams</c>; <c>emulator</c> from a playground.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where answers go.</summary>
    public string? ServiceUrl { get; init; }

    public Account? From { get; init; }

    /// <summary>The bot.</summary>
    public Account? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    /// <summary>Of an invoke: what is asked for.</summary>
    public string? Name { get; init; }

    /// <summary>Of an <c>installationUpdate</c>: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    public string? Text { get; init; }

    /// <summary>The message that a pressed button stands in.</summary>
    public string? ReplyToId { get; init; }

    public IReadOnlyList<Account>? MembersAdded { get; init; }

    public IReadOnlyList<Account>? MembersRemoved { get; init; }

    /// <summary>An array; each channel and client adds kinds of its own.</summary>
    public JsonElement Entities { get; init; }

    public JsonElement ChannelData { get; init; }

    /// <summary>What a pressed button sends.</summary>
    public JsonElement Value { get; init; }
}

/// <param name="Id">Of a user, <c>29:…</c>, for this bot alone; of a bot, <c>28:{app id}</c>.</param>
/// <param name="AadObjectId">A user's id in their tenant.</param>
internal sealed record Account(string? Id = null, string? Name = null, string? AadObjectId = null);

/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
internal sealed record ConversationAccount(string? Id = null, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null);
