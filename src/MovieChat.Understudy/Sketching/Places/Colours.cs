using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>The colours of a film's look: natural colours, drawn towards the look's own.</summary>
internal sealed class Colours(IReadOnlyList<SKColor> palette, Daylight daylight)
{
    private static readonly Dictionary<string, int> Materials = new()
    {
        ["wood"] = 0xA37C58,
        ["dark"] = 0x464346,
        ["pale"] = 0xDED5C4,
        ["metal"] = 0x929A9F,
        ["cloth"] = 0x76868C,
        ["leaf"] = 0x76895F,
        ["stone"] = 0xABA498,
        ["brick"] = 0xA9725A,
        ["glass"] = 0xAFC4C8,
        ["glow"] = 0xFFE3A3,
        ["red"] = 0xA9544A,
        ["straw"] = 0xCFB57C,
        ["water"] = 0x7397A4,
        ["night"] = 0x1A2238,
        ["neon"] = 0xE85B86,
        ["window"] = 0xDCE8E8,
        ["plaster"] = 0xD8CFBD,
        ["paper"] = 0xC9BFA6,
        ["tiles"] = 0xC6C2B8,
        ["boards"] = 0xB18F6B,
        ["earth"] = 0xA48B6C,
        ["sand"] = 0xDCC595,
        ["grass"] = 0x97A270,
        ["field"] = 0xB9AF77,
        ["asphalt"] = 0x8D8D8C,
        ["stones"] = 0xAAA59B,
        ["rock"] = 0x9A948B,
        ["carpet"] = 0x7B5A58,
        ["sea"] = 0x6C91A0,
    };

    public Daylight Daylight => daylight;

    public SKColor Of(string material) => material switch
    {
        "glow" or "neon" or "night" => Tint.Of(Materials[material]),
        // A window shows the sky from within, and a lit room from without.
        "window" => daylight.Inside ? daylight.SkyTop.Mix(daylight.SkyLow, 0.5f) : daylight.Dark || daylight.Hour == Hour.Evening ? new(0xFF, 0xDC, 0x8E) : Tone(new(0x6E, 0x7E, 0x86)),
        _ => Tone(Tint.Of(Materials.GetValueOrDefault(material, 0xB0A898))),
    };

    /// <summary>A natural colour as this look paints it: nearer to grey, and nearer to the palette's colour of the like lightness.</summary>
    public SKColor Tone(SKColor colour)
    {
        var light = colour.Light();
        var calm = colour.Mix(new((byte)(light * 235), (byte)(light * 230), (byte)(light * 225)), 0.3f);
        if (palette.Count == 0) return calm;
        var nearest = palette[0];
        foreach (var each in palette) if (MathF.Abs(each.Light() - light) < MathF.Abs(nearest.Light() - light)) nearest = each;
        return calm.Mix(nearest.At(light), 0.3f);
    }

    /// <summary>People keep more of their own colours than places do: they must be known again.</summary>
    public SKColor Person(SKColor colour) => colour.Mix(Tone(colour), 0.22f);
}
