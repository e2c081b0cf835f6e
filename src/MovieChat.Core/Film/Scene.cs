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

    [Description("What the main people in the scene want here and now from one another, and what stands in the way. Two or more, unless somebody is alone.")]
    public IReadOnlyList<SceneWant> Wants { get; set; } = [];

    [Description("What is different at the scene's end from its beginning, in one sentence.")]
    public string Turn { get; set; } = "";

    [Description("What somebody finds out in this scene and could not know before. Empty when nobody does.")]
    public IReadOnlyList<SceneDiscovery> Learns { get; set; } = [];

    [Description("What this scene plants that a later one lists in its payOffs, in the same few words: an object, a phrase, a skill, a habit.")]
    public IReadOnlyList<string> SetUps { get; set; } = [];

    [Description("What an earlier scene planted and this one brings back, in the words of its setUps.")]
    public IReadOnlyList<string> PayOffs { get; set; } = [];

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The want of one person in one scene.</summary>
public sealed record SceneWant
{
    [Description("The id of the person.")]
    public required string Character { get; init; }

    [Description("What they want here, concrete enough to see whether they get it.")]
    public required string Want { get; init; }

    [Description("What or who stands in the way.")]
    public required string Obstacle { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Something that is found out.</summary>
public sealed record SceneDiscovery
{
    [Description("What is found out, as a short clause.")]
    public required string What { get; init; }

    [Description("The ids of those who know it from now on.")]
    public required IReadOnlyList<string> Characters { get; init; }

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
