using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

/// <summary>What the writer wants to make: the seed of every other document.</summary>
public sealed record Brief
{
    public const int DefaultLengthMinutes = 110;

    public IReadOnlyList<string> Genres { get; init; } = [];
    public string Tone { get; init; } = "";

    /// <summary>Films the writer likes, by title.</summary>
    public IReadOnlyList<string> Likes { get; init; } = [];

    /// <summary>What the film should say to the world.</summary>
    public string Message { get; init; } = "";
    public string Audience { get; init; } = "";

    /// <summary>Running time in minutes, 1 to 600.</summary>
    public int LengthMinutes { get; init; } = DefaultLengthMinutes;
    public string Language { get; init; } = "English";
    public IReadOnlyList<string> Avoid { get; init; } = [];
    public string Notes { get; init; } = "";

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

[Description("One idea for the film.")]
public sealed record Idea
{
    [Description("The film's title, at most eight words.")]
    public required string Title { get; init; }

    [Description("Who must do what against which odds, and what is at stake, in one sentence.")]
    public required string Logline { get; init; }

    [Description("Why this idea fits the writer's brief, in one or two sentences.")]
    public required string Why { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

[Description("The whole story in five lines.")]
public sealed record Synopsis
{
    public const int LineCount = 5;

    [Description("Exactly five lines, one or two sentences each, from the beginning of the story to its end.")]
    public required IReadOnlyList<string> Lines { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
