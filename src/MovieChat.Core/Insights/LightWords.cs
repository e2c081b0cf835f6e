using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>What a heading says of where and when, in a few words.</summary>
internal static partial class LightWords
{
    public const string Interior = "interior", Exterior = "exterior", Both = "both", Day = "day", Night = "night", Twilight = "twilight", Unknown = "unknown";

    public static IReadOnlyList<string> Settings { get; } = [Interior, Exterior, Both, Unknown];

    public static IReadOnlyList<string> Lights { get; } = [Day, Twilight, Night, Unknown];

    public static string Setting(string setting) => setting.Trim().TrimEnd('.').ToUpperInvariant() switch
    {
        "INT" => Interior,
        "EXT" or "EST" => Exterior,
        "INT/EXT" or "INT./EXT" or "EXT/INT" or "EXT./INT" or "I/E" => Both,
        _ => Unknown,
    };

    /// <summary>The light of each scene. A time that goes on from the one before, and names no light of its own, has its light.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Scene> scenes)
    {
        var lights = new List<string>(scenes.Count);
        foreach (var time in scenes.Select(scene => scene.Heading.Time))
        {
            var light = Light(time);
            lights.Add(light == Unknown && lights.Count > 0 && GoesOn().IsMatch(time) ? lights[^1] : light);
        }

        return lights;
    }

    private static string Light(string time) =>
        HalfLight().IsMatch(time) ? Twilight : Dark().IsMatch(time) ? Night : Bright().IsMatch(time) ? Day : Unknown;

    [GeneratedRegex(@"^\s*(continuous|later|same|moments? later|a moment later|same time)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(dawn|dusk|sunrise|sunset|twilight|magic hour|golden hour|blue hour|first light)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HalfLight();

    [GeneratedRegex(@"\b(night|evening|midnight|nightfall)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Dark();

    [GeneratedRegex(@"\b(day|morning|noon|midday|afternoon|daylight)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Bright();
}
