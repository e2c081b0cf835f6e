using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.Places;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>What a thing lies, hangs or stands on, in the place's own stuff.</summary>
internal static class InsertGround
{
    /// <summary>Draws it and tells the colour that is behind the thing.</summary>
    public static SKColor Draw(Stage stage, Place place, string at)
    {
        Backdrop.Draw(stage, place);
        var (size, colours) = (stage.Size, stage.Colours);
        var (wall, floor) = place is { Inside: true, Open: false } ? (colours.Of(place.Wall), colours.Of(place.Floor)) : (colours.Of("wood").Mix(colours.Of(place.Ground), 0.3f), colours.Of(place.Ground));
        switch (at)
        {
            case "sky": return colours.Daylight.SkyLow;
            case "water":
                Water(stage, size.Height * 0.62f);
                return colours.Of("sea");
            case "wall":
                Surface(stage, wall.Lighter(0.1f), 0, place.Inside && place.Wall is "plaster" or "paper" ? 0 : 5, upright: true);
                return wall;
            case "floor":
                Surface(stage, floor, size.Height * 0.6f, 5, upright: false);
                return floor;
            default:
                var top = place is { Inside: true, Open: false } || place.Ground is "grass" or "field" ? colours.Of("wood") : floor;
                Surface(stage, top, size.Height * 0.26f, 14, upright: false);
                return top;
        }
    }

    private static void Surface(Stage stage, SKColor colour, float edge, int lines, bool upright)
    {
        var (size, pen) = (stage.Size, stage.Pen);
        Vector2[] top = [new(0, edge), new(size.Width, edge * 0.92f), new(size.Width, size.Height), new(0, size.Height)];
        pen.Poly(top, colour);
        if (edge > 0) pen.Line(top[0], top[1], 3, Tint.Black);
        for (var i = 1; i < lines; i++)
        {
            var t = upright ? i / (float)lines : MathF.Pow(i / (float)lines, 1.5f);
            if (upright) pen.Line(new Vector2(size.Width * t, 0), new Vector2(size.Width * t + 4 * pen.Jitter() * pen.Unit, size.Height), 1.8f, Tint.Black.Thin(0.35f), 0.3f);
            else
            {
                var (x, y) = (size.Width * (0.5f + 0.5f * pen.Jitter()), edge + (size.Height - edge) * t);
                pen.Line(Curve.Through([new(x - size.Width * 0.3f, y + 6 * pen.Unit), new(x, y + 4 * pen.Jitter() * pen.Unit), new(x + size.Width * 0.3f, y - 4 * pen.Unit)]), 1.3f, Tint.Black.Thin(0.32f), 0.95f, wobble: 2);
            }
        }
    }

    private static void Water(Stage stage, float edge)
    {
        var (size, pen, colour) = (stage.Size, stage.Pen, stage.Colours.Of("sea"));
        pen.Poly([new(0, edge), new(size.Width, edge), new(size.Width, size.Height), new(0, size.Height)], colour);
        for (var i = 0; i < 46; i++)
        {
            var t = 0.5f + 0.5f * pen.Jitter();
            var (x, y, wave) = (size.Width * (0.5f + 0.55f * pen.Jitter()), edge + (size.Height - edge) * t, size.Width * (0.02f + 0.05f * t));
            pen.Line(Curve.Through([new(x - wave, y), new(x, y - wave * 0.14f), new(x + wave, y)]), 1.8f, i % 3 == 0 ? Tint.Gouache.Thin(0.7f) : Tint.Black.Thin(0.4f), 0.95f);
        }
    }
}
