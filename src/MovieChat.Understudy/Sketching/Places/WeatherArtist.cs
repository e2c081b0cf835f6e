using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>Rain, snow and fog before the scene; only under the open sky.</summary>
internal static class WeatherArtist
{
    /// <summary>Fog between the place and the people.</summary>
    public static void Between(Stage stage)
    {
        if (stage.Colours.Daylight is not { Weather: Weather.Fog, Inside: false }) return;
        var (size, pen) = (stage.Size, stage.Pen);
        for (var i = 0; i < 5; i++)
        {
            var y = size.Height * (0.3f + 0.13f * i);
            using var shader = SKShader.CreateLinearGradient(new(0, y - size.Height * 0.12f), new(0, y + size.Height * 0.12f), [Tint.Gouache.Thin(0), Tint.Gouache.Thin(0.26f), Tint.Gouache.Thin(0)], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shader };
            pen.Canvas.DrawRect(0, y - size.Height * 0.12f, size.Width, size.Height * 0.24f, paint);
        }
    }

    public static void Before(Stage stage)
    {
        var (light, pen, size) = (stage.Colours.Daylight, stage.Pen, stage.Size);
        if (light.Inside) return;
        if (light.Weather is Weather.Rain or Weather.Storm)
            for (var i = 0; i < (light.Weather == Weather.Storm ? 240 : 150); i++)
            {
                var at = new Vector2(size.Width * (0.5f + 0.55f * pen.Jitter()), size.Height * (0.5f + 0.55f * pen.Jitter()));
                var fall = new Vector2(light.Weather == Weather.Storm ? -26 : -9, 46 + 26 * pen.Jitter()) * pen.Unit;
                pen.Line(at, at + fall, 1.2f, i % 3 == 0 ? Tint.Black.Thin(0.35f) : Tint.Gouache.Thin(0.62f), 0.95f);
            }
        if (light.Weather == Weather.Snow)
            for (var i = 0; i < 170; i++)
                pen.Spot(new(size.Width * (0.5f + 0.5f * pen.Jitter()), size.Height * (0.5f + 0.5f * pen.Jitter())), (1.6f + 2.6f * pen.Chance.Below(100) / 100f) * pen.Unit, Tint.Gouache.Thin(0.9f));
        if (light.Weather == Weather.Storm && light.Hour != Hour.Day) Lightning(stage);
    }

    private static void Lightning(Stage stage)
    {
        var (pen, size) = (stage.Pen, stage.Size);
        var at = new Vector2(size.Width * 0.2f, 0);
        var bolt = new List<Vector2> { at };
        for (var i = 0; i < 7; i++) bolt.Add(at += new Vector2((i % 2 == 0 ? 26 : -14) + 10 * pen.Jitter(), 34) * pen.Unit);
        pen.Line([.. bolt], 4.5f, Tint.Gouache, 0.8f);
    }
}
