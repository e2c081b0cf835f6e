using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

[Description("The key scenes of the film.")]
public sealed record SceneList
{
    [Description("The key scenes in the order of the film.")]
    public required IReadOnlyList<Scene> Scenes { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

[Description("One key scene.")]
public sealed record Scene
{
    [Description("Short and unique, such as s1, s2. It never changes.")]
    public required string Id { get; init; }

    [Description("The scene's number in the film, from 1.")]
    public required int Number { get; init; }

    public required SceneHeading Heading { get; init; }

    [Description("What the scene is for: opening, twist, reveal, chase, conclusion or other.")]
    public required string Purpose { get; init; }

    [Description("The ids of the people in the scene.")]
    public required IReadOnlyList<string> Characters { get; init; }

    [Description("What happens and what is different at its end, in two to four sentences.")]
    public required string Summary { get; init; }

    [Description("Where it falls, as a fraction of the film's length from 0 to 1.")]
    public required double Position { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

public sealed record SceneHeading
{
    [Description("INT, EXT, EST, INT/EXT or I/E.")]
    public required string Setting { get; init; }

    [Description("The place.")]
    public required string Place { get; init; }

    [Description("The time of day, such as DAY, NIGHT, DAWN, DUSK, CONTINUOUS.")]
    public required string Time { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The heading as a screenplay prints it: <c>INT. KITCHEN - NIGHT</c>.</summary>
    public override string ToString()
    {
        var setting = Setting.Trim().TrimEnd('.').ToUpperInvariant();
        var time = Time.Trim().Length == 0 ? "" : $" - {Time.Trim().ToUpperInvariant()}";
        return $"{setting}. {Place.Trim().ToUpperInvariant()}{time}";
    }
}

/// <summary>The vocabularies of a scene.</summary>
public static class SceneWords
{
    public const string Opening = "opening";
    public const string Conclusion = "conclusion";

    public static IReadOnlyList<string> Purposes { get; } = [Opening, "twist", "reveal", "chase", Conclusion, "other"];

    /// <summary>The beginnings that Fountain knows as a scene heading (fountain.io/syntax).</summary>
    public static IReadOnlyList<string> Settings { get; } = ["INT", "EXT", "EST", "INT/EXT", "INT./EXT", "I/E"];
}
