using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>One shot on a board: the frame, what happens, the camera's direction, what is heard.</summary>
public sealed record Panel
{
    /// <summary>The frame's key: scene id and shot number, such as <c>s3.2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As it stands on a panel: <c>3.2</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The shot as it is listed.</summary>
    public required Shot Shot { get; init; }

    /// <summary>Null when the frame was skipped or is not drawn yet.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What happens, in one line.</summary>
    public required string Action { get; init; }

    /// <summary>The camera's direction: <c>medium close-up, low, dolly in, 50 mm</c>.</summary>
    public required string Camera { get; init; }

    /// <summary>The line that is spoken or the sound that is heard; several speeches are a line of text each. Empty when it is silent.</summary>
    public string Line { get; init; } = "";

    /// <summary>The names of the people in the picture, from left to right.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>When it begins, in seconds from the film's beginning.</summary>
    public double Start { get; init; }

    /// <summary>How long it stays on the screen.</summary>
    public required double Seconds { get; init; }
}
