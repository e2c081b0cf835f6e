using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Film;

[Description("How the film looks: what every picture of it has in common.")]
public sealed record Look
{
    [Description("Three to six colours that carry the film, each in words that one can see, such as slate grey or lamp yellow.")]
    public required IReadOnlyList<string> Palette { get; init; }

    [Description("How it is lit: sources, direction, contrast, and how that changes over the film.")]
    public required string Light { get; init; }

    [Description("Lenses and distance: focal lengths, how near the camera stands, how it moves.")]
    public required string Lenses { get; init; }

    [Description("Surface: grain, materials, weather, how clean or worn the world is.")]
    public required string Texture { get; init; }

    [Description("What one may look at for it: painters, photographers, kinds of places or objects. Empty when nothing fits.")]
    public IReadOnlyList<string> References { get; set; } = [];

    [Description("The look in two or three sentences, as one would tell it to whoever draws or lights it.")]
    public required string Summary { get; init; }

    [Description("The shape of the picture: 1.85, 2.39, 16:9 or 4:3.")]
    public string AspectRatio { get; set; } = AspectRatios.Usual;

    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The shapes that a film's picture may have, as width over height.</summary>
public static class AspectRatios
{
    public const string Usual = "1.85";

    public static IReadOnlyList<string> All { get; } = [Usual, "2.39", "16:9", "4:3"];

    /// <summary>The ratio as one says it: <c>1.85:1</c>, <c>16:9</c>.</summary>
    public static string Shown(string? name) => name is { } found && All.Contains(found) ? found.Contains(':', StringComparison.Ordinal) ? found : $"{found}:1" : $"{Usual}:1";

    /// <summary>Width over height; of a text that names none, the usual one's.</summary>
    public static double Of(string? name) => name switch
    {
        "2.39" => 2.39,
        "16:9" => 16.0 / 9,
        "4:3" => 4.0 / 3,
        _ => 1.85,
    };
}
