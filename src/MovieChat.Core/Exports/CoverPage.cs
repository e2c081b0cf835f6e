namespace MovieChat.Core.Exports;

/// <summary>What a script's title page says besides the title. All of it is optional; text may be of several lines.</summary>
public sealed record CoverPage
{
    /// <summary>Who wrote it, below "written by". None: neither line is printed.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>What the film is based on.</summary>
    public string Source { get; init; } = "";
    public string Contact { get; init; } = "";

    /// <summary>Printed as <c>2026-11-22</c>.</summary>
    public DateOnly? DraftDate { get; init; }
}
