using System.Drawing;

namespace MovieChat.Workflows.Models;

/// <summary>Which image model draws, and how patiently it is asked. Section <see cref="Section"/>; as environment variables
/// <c>MovieChat__Pictures__Provider</c> and so on.</summary>
public sealed class PictureModelOptions()
    : ModelOptions(Section, timeout: TimeSpan.FromMinutes(5), totalTimeout: TimeSpan.FromMinutes(30), maxConcurrency: 2)
{
    public const string Section = "MovieChat:Pictures";

    /// <summary>One of <see cref="PictureQualities"/>. Default: <c>auto</c>, which leaves it to the service.</summary>
    public string Quality { get; set; } = PictureQualities.Auto;

    /// <summary>The sizes that the model draws, in pixels: of them the one nearest in shape to what is asked for goes out. 1 to 32 of them, each
    /// side from 64 to 8192; default: those that every model of the gpt-image family has. In configuration <c>1024x1024, 1536x1024</c>.</summary>
    public IReadOnlyList<Size> Sizes { get; set; } = [new(1024, 1024), new(1536, 1024), new(1024, 1536)];
}

/// <summary>The values of <see cref="PictureModelOptions.Quality"/>.</summary>
public static class PictureQualities
{
    public const string Auto = "auto";

    internal static IReadOnlyList<string> All { get; } = [Auto, "low", "medium", "high"];
}
