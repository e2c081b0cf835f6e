namespace MovieChat.Core.Exports;

/// <summary>What a Fountain file says besides the film. All of it is optional; text may be of several lines.</summary>
public sealed record FountainOptions
{
    /// <summary>Who wrote it, as printed on the title page below "written by". None: neither line is written.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Printed as <c>2026-11-22</c>.</summary>
    public DateOnly? DraftDate { get; init; }

    /// <summary>What the film is based on.</summary>
    public string Source { get; init; } = "";
    public string Contact { get; init; } = "";

    /// <summary>Whether the summary of a scene that has dialogue stands below its heading, as a synopsis (<c>= …</c>), which no tool prints.</summary>
    public bool Synopses { get; init; }
}
