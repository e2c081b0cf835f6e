using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Ink;

/// <summary>Colours as a draughtsman mixes them.</summary>
internal static class Tint
{
    public static readonly SKColor Paper = new(0xF4, 0xEE, 0xE2);
    public static readonly SKColor Black = new(0x22, 0x1F, 0x20);
    public static readonly SKColor Gouache = new(0xFB, 0xF7, 0xEC);

    public static SKColor Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    public static int Rgb(this SKColor colour) => (colour.Red << 16) | (colour.Green << 8) | colour.Blue;

    public static SKColor Mix(this SKColor from, SKColor to, float share)
    {
        var t = Math.Clamp(share, 0, 1);
        return new(Step(from.Red, to.Red, t), Step(from.Green, to.Green, t), Step(from.Blue, to.Blue, t), Step(from.Alpha, to.Alpha, t));
    }

    public static SKColor Darker(this SKColor colour, float share) => colour.Mix(new(0x24, 0x22, 0x2C), share);

    public static SKColor Lighter(this SKColor colour, float share) => colour.Mix(Gouache, share);

    public static SKColor Thin(this SKColor colour, float opacity) => colour.WithAlpha((byte)(255 * Math.Clamp(opacity, 0, 1)));

    public static float Light(this SKColor colour) => (0.3f * colour.Red + 0.59f * colour.Green + 0.11f * colour.Blue) / 255;

    /// <summary>The colour's hue and strength at another lightness.</summary>
    public static SKColor At(this SKColor colour, float light)
    {
        var now = colour.Light();
        return light < now ? colour.Mix(new(0x14, 0x13, 0x18), 1 - light / Math.Max(now, 0.01f)) : colour.Mix(Gouache, (light - now) / Math.Max(0.96f - now, 0.01f));
    }

    private static byte Step(byte from, byte to, float t) => (byte)MathF.Round(from + (to - from) * t);
}
