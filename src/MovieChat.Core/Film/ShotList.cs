using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

[Description("The shots of one scene, as a director lists them.")]
public sealed record ShotList
{
    [Description("The id of the scene.")]
    public required string Scene { get; init; }

    [Description("The shots in the order of the cut.")]
    public required IReadOnlyList<Shot> Shots { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

[Description("One shot.")]
public sealed record Shot
{
    [Description("The shot's number in the scene, from 1.")]
    public required int N { get; init; }

    [Description("extreme close-up, close-up, medium close-up, medium, medium long, long, extreme long, establishing, over the shoulder, two shot, insert or POV.")]
    public required string Size { get; init; }

    [Description("eye level, high, low, bird's-eye, worm's-eye or Dutch.")]
    public required string Angle { get; init; }

    [Description("static, pan, whip pan, tilt, pedestal, dolly in, dolly out, truck, arc, steadicam, handheld, crane, zoom, rack focus or dolly zoom.")]
    public required string Move { get; init; }

    [Description("The lens in millimetres: 22, 35, 50, 85 or 120.")]
    public required int Lens { get; init; }

    [Description("What one sees happen in this shot, in one or two sentences in the present tense.")]
    public required string Action { get; init; }

    [Description("The ids of the people in the picture, from left to right. Empty for a place or a thing.")]
    public required IReadOnlyList<string> Characters { get; init; }

    [Description("How long it stays on the screen, in seconds.")]
    public required double Seconds { get; init; }

    [Description("The line that is spoken or the sound that is heard in it; null when it is silent.")]
    public string? Line { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The vocabularies of a shot: Storyboarder's, and common practice of shot lists.</summary>
public static class ShotWords
{
    public static IReadOnlyList<string> Sizes { get; } =
    [
        "extreme close-up", "close-up", "medium close-up", "medium", "medium long", "long", "extreme long", "establishing",
        "over the shoulder", "two shot", "insert", "POV",
    ];

    public static IReadOnlyList<string> Angles { get; } = ["eye level", "high", "low", "bird's-eye", "worm's-eye", "Dutch"];

    public static IReadOnlyList<string> Moves { get; } =
    [
        "static", "pan", "whip pan", "tilt", "pedestal", "dolly in", "dolly out", "truck", "arc", "steadicam", "handheld", "crane", "zoom",
        "rack focus", "dolly zoom",
    ];

    /// <summary>In millimetres.</summary>
    public static IReadOnlyList<int> Lenses { get; } = [22, 35, 50, 85, 120];
}
