namespace MovieChat.Core.Exports;

/// <summary>What a Fountain file says besides the film. All of it is optional.</summary>
public sealed record FountainOptions
{
    public CoverPage Cover { get; init; } = new();

    /// <summary>Whether the summary of a scene that has dialogue stands below its heading, as a synopsis (<c>= …</c>), which no tool prints.</summary>
    public bool Synopses { get; init; }
}
