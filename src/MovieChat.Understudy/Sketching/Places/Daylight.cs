using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

internal enum Hour { Day, Morning, Evening, Night }

internal enum Weather { Clear, Rain, Snow, Fog, Storm }

/// <summary>The light of a scene.</summary>
internal sealed record Daylight(Hour Hour, Weather Weather, bool Inside)
{
    public bool Dark => Hour == Hour.Night;

    public SKColor SkyTop => Weather is Weather.Storm or Weather.Rain ? new(Dark ? (byte)0x22 : (byte)0x7C, Dark ? (byte)0x2A : (byte)0x86, Dark ? (byte)0x38 : (byte)0x90) : Hour switch
    {
        Hour.Night => new(0x1C, 0x28, 0x48),
        Hour.Evening => new(0x6B, 0x6C, 0x8E),
        Hour.Morning => new(0xA8, 0xC0, 0xCE),
        _ => new(0x9C, 0xBE, 0xD2),
    };

    public SKColor SkyLow => Weather is Weather.Storm or Weather.Rain ? SkyTop.Lighter(Dark ? 0.15f : 0.5f) : Hour switch
    {
        Hour.Night => new(0x4B, 0x5A, 0x7C),
        Hour.Evening => new(0xEE, 0xB0, 0x7E),
        Hour.Morning => new(0xF6, 0xDC, 0xB4),
        _ => new(0xEE, 0xED, 0xE2),
    };

    /// <summary>What the light takes from all colours; null takes nothing.</summary>
    public SKColor? Veil => (Hour, Inside) switch
    {
        (Hour.Night, false) => new(0x64, 0x72, 0xA0),
        (Hour.Night, true) => new(0x86, 0x80, 0x92),
        (Hour.Evening, false) => new(0xEE, 0xD6, 0xC4),
        (Hour.Evening, true) => new(0xD8, 0xBC, 0xA8),
        (Hour.Morning, _) => new(0xFB, 0xF0, 0xDC),
        _ => Weather is Weather.Storm or Weather.Rain ? new(0xC0, 0xC6, 0xD0) : null,
    };

    /// <summary>The hour and the weather that a heading and an action tell.</summary>
    public static Daylight Of(string heading, string action, bool inside)
    {
        var told = $"{heading} . {action}";
        var hour = HourOf(heading) ?? HourOf(action) ?? Hour.Day;
        var weather = Words.Any(told, "storm", "thunder", "lightning", "gale", "hurricane", "tempest", "sturm", "orage") ? Weather.Storm
            : Words.Any(told, "rain", "rains", "raining", "rainy", "drizzle", "downpour", "regen", "pluie", "lluvia") ? Weather.Rain
            : Words.Any(told, "snow", "snows", "snowing", "snowy", "blizzard", "schnee", "neige", "nieve") ? Weather.Snow
            : Words.Any(told, "fog", "foggy", "mist", "misty", "haze", "smoke", "nebel", "brouillard") ? Weather.Fog : Weather.Clear;
        return new(hour, weather, inside);
    }

    private static Hour? HourOf(string text) =>
        Words.Any(text, "night", "midnight", "nacht", "nuit", "noche", "moonlight", "notte") ? Hour.Night
        : Words.Any(text, "dusk", "evening", "sunset", "twilight", "abend", "soir", "tarde", "magic hour", "golden hour") ? Hour.Evening
        : Words.Any(text, "dawn", "morning", "sunrise", "daybreak", "morgen", "matin", "aube") ? Hour.Morning
        : Words.Any(text, "day", "noon", "afternoon", "tag", "jour") ? Hour.Day : null;
}
