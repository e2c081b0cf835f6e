using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>A draft with its text, as it is stored for good: a property may be added, never renamed or removed.</summary>
public sealed record StoredDraft
{
    public required DocumentId Document { get; init; }

    /// <summary>What the journey knows of it. <see cref="Draft.Origin"/> is its key within the document.</summary>
    public required Draft Draft { get; init; }

    public required IReadOnlyList<StoredOption> Options { get; init; }

    /// <summary>The model's name as its provider gave it; null when the writer wrote it.</summary>
    public string? Model { get; init; }

    /// <summary>How long the model took, repairs included.</summary>
    public TimeSpan? Latency { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>What was asked of the author.</summary>
    public Request? Asked { get; init; }

    public IReadOnlyList<DraftNote> Notes { get; init => field = value ?? []; } = [];

    public required DateTimeOffset At { get; init; }
}

/// <param name="Number">As in <see cref="DraftOption.Number"/>.</param>
/// <param name="Content">JSON, kept byte for byte.</param>
public sealed record StoredOption(int Number, string Content);

/// <summary>Something to tell the writer about a draft.</summary>
public sealed record DraftNote(string Kind, string Text);

/// <summary>The tips for a document, as they are stored for good.</summary>
public sealed record StoredTips
{
    public required DocumentId Document { get; init; }

    /// <summary>The round of tips, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>JSON, kept byte for byte.</summary>
    public required string Content { get; init; }

    public string? Model { get; init; }

    public TimeSpan? Latency { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public Request? Asked { get; init; }

    public required DateTimeOffset At { get; init; }
}
