namespace MovieChat.Core.Exports.Bible;

/// <summary>How a story bible is printed.</summary>
public sealed record StoryBibleOptions
{
    public CoverPage Cover { get; init; } = new();

    /// <summary>When the film last changed: the time that the file says it was made, so that the same film is the same file.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
