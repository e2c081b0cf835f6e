using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

/// <summary>What the writer wants to make: the seed of every other document.</summary>
/// <remarks>Its properties have setters because everything may be left out: the generated JSON reader passes the type's default, and not
/// the property's, to an <c>init</c> that the JSON does not mention.</remarks>
public sealed record Brief
{
    public const int DefaultLengthMinutes = 110;

    public IReadOnlyList<string> Genres { get; set; } = [];
    public string Tone { get; set; } = "";

    /// <summary>Films the writer likes, by title.</summary>
    public IReadOnlyList<string> Likes { get; set; } = [];

    /// <summary>What the film should say to the world.</summary>
    public string Message { get; set; } = "";
    public string Audience { get; set; } = "";

    /// <summary>Running time in minutes, 1 to 600.</summary>
    public int LengthMinutes { get; set; } = DefaultLengthMinutes;
    public string Language { get; set; } = "English";
    public IReadOnlyList<string> Avoid { get; set; } = [];
    public string Notes { get; set; } = "";

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
