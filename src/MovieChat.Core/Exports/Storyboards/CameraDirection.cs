using System.Globalization;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>What the camera does, as one reads it on a panel.</summary>
internal static class CameraDirection
{
    /// <summary>Such as <c>medium close-up, low, dolly in, 50 mm</c>.</summary>
    public static string Of(Shot shot)
    {
        var lens = shot.Lens > 0 ? string.Create(CultureInfo.InvariantCulture, $"{shot.Lens} mm") : "";
        return string.Join(", ", new[] { shot.Size, shot.Angle, shot.Move, lens }.Select(CleanText.Line).Where(word => word.Length > 0));
    }
}
