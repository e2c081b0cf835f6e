using MovieChat.Core.Journey;

namespace MovieChat.Core.Chatting;

/// <summary>What the companion put before the writer in a turn. Nothing of it is decided.</summary>
/// <param name="Kind">One of <see cref="ProposalKinds"/>.</param>
public sealed record Proposal(string Kind)
{
    /// <summary>Of a draft or of ways: the document that they are for.</summary>
    public DocumentId? Document { get; init; }

    /// <summary>Of a draft: its number. It awaits the writer like any other.</summary>
    public int? Draft { get; init; }

    public ValueList<Way> Ways { get; init => field = value ?? []; } = [];

    /// <summary>Of a chat: the title that it would have.</summary>
    public string? Title { get; init; }

    /// <summary>Of a chat: what it would be about; null for the whole film.</summary>
    public DocumentId? Focus { get; init; }

    /// <summary>Of a fact: its id.</summary>
    public string? Fact { get; init; }

    /// <summary>Of a fact: its text.</summary>
    public string? Text { get; init; }
}

/// <summary>A way forward.</summary>
public sealed record Way(string Title, string Text);

public static class ProposalKinds
{
    public const string Draft = "draft";
    public const string Ways = "ways";
    public const string Chat = "chat";

    /// <summary>Something that the writer stated and that is kept from now on.</summary>
    public const string Fact = "fact";
}
