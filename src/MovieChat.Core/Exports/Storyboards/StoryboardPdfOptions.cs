namespace MovieChat.Core.Exports.Storyboards;

/// <summary>How a storyboard is printed.</summary>
public sealed record StoryboardPdfOptions
{
    /// <summary>What <see cref="PanelsPerPage"/> may be.</summary>
    public static IReadOnlyList<int> PanelCounts { get; } = [3, 6];

    /// <summary>3: large pictures with the words beside them. 6: the words beneath.</summary>
    public int PanelsPerPage { get; init; } = 3;

    public CoverPage Cover { get; init; } = new();

    /// <summary>When the film last changed: the time that the file says it was made, so that the same film is the same file.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
