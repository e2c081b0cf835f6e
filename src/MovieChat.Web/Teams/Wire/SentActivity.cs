using MovieChat.Web.Teams.Cards;

namespace MovieChat.Web.Teams.Wire;

/// <summary>What a bot sends: some text, a card, or that it is typing. Never text and a card in one: Teams makes two messages of it, and tells the id of neither.</summary>
internal sealed record SentActivity
{
    /// <summary>Most bytes of UTF-8 in all. Teams documents 40 KB in older and 100 KB in newer texts, counted in UTF-16: this stays below all of them.</summary>
    public const int MostBytes = 28_000;

    public required string Type { get; init; }

    public string? Text { get; init; }

    /// <summary><c>plain</c>, so that markup in the text stays text: without it, Teams reads Markdown.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification says of a card.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public Account? From { get; init; }

    public Account? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public static SentActivity Typing { get; } = new() { Type = "typing" };

    public static SentActivity OfText(string text) => new() { Type = "message", Text = CardText.Clean(text), TextFormat = "plain" };

    public static SentActivity OfCard(AdaptiveCard card, string summary) => new() { Type = "message", Attachments = [new(AdaptiveCard.MediaType, card)], Summary = CardText.Short(summary, 200) };
}

internal sealed record Attachment(string ContentType, AdaptiveCard Content);

/// <summary>A new thread of a channel.</summary>
internal sealed record NewThread(bool IsGroup, NewThreadData ChannelData, SentActivity Activity)
{
    public static NewThread In(string channel, SentActivity activity) => new(true, new(new(channel)), activity);
}

internal sealed record NewThreadData(Account Channel);

/// <summary>What the connector answers.</summary>
/// <param name="Id">Of the message; of the conversation where one was begun.</param>
/// <param name="ActivityId">Of the message in a conversation that was begun.</param>
internal sealed record SentReceipt(string? Id = null, string? ActivityId = null, SentError? Error = null);

internal sealed record SentError(string? Code = null);
