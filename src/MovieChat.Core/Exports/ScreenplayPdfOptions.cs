namespace MovieChat.Core.Exports;

/// <summary>How a screenplay is printed.</summary>
public sealed record ScreenplayPdfOptions
{
    public CoverPage Cover { get; init; } = new();

    /// <summary>When the film last changed: the time that the file says it was made, so that the same film is the same file.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether the scenes' numbers stand in both margins, as for a production.</summary>
    public bool SceneNumbers { get; init; }
}
