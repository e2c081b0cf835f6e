using System.Globalization;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>How long shots run.</summary>
internal static class RunningTime
{
    /// <summary>Longer than any shot may be, in seconds.</summary>
    private const double MostSeconds = 86_400;

    /// <summary>As it is printed: <c>0:42</c>, <c>9:30</c>, <c>1:02:05</c>.</summary>
    public static string Shown(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(seconds, MidpointRounding.AwayFromZero));
        var (hours, minutes) = ((int)time.TotalHours, time.Minutes);
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:D2}:{time.Seconds:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{time.Seconds:D2}");
    }

    /// <summary>A shot's seconds as they can be added up, whatever an older draft holds.</summary>
    internal static double Sound(double seconds) => seconds is > 0 and <= MostSeconds ? seconds : 0;
}
