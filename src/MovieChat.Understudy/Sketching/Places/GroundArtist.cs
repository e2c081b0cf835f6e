using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>Sky, distance and ground of a place under the open sky.</summary>
internal static class GroundArtist
{
    private const float Far = 160;

    public static void Draw(Stage stage, Place place)
    {
        Sky(stage);
        Distance(stage, place.Back);
        Ground(stage, place.Ground, place.Back == "none" ? Far : 90);
        if (Overhead.Is(stage)) Overhead.Draw(stage, place);
    }

    private static void Sky(Stage stage)
    {
        var (light, pen, size) = (stage.Colours.Daylight, stage.Pen, stage.Size);
        var horizon = Math.Clamp(stage.Camera.See(new(0, stage.Camera.At.Y, Far)).Y, -size.Height, size.Height * 2);
        var (top, low) = (stage.Colours.Tone(light.SkyTop).Mix(light.SkyTop, 0.6f), stage.Colours.Tone(light.SkyLow).Mix(light.SkyLow, 0.7f));
        if (stage.Camera.Pitch < -50) return;
        using var shader = SKShader.CreateLinearGradient(new(0, Math.Min(horizon - size.Height * 0.8f, 0)), new(0, Math.Max(horizon, size.Height * 0.2f)), [top, low], SKShaderTileMode.Clamp);
        using (var paint = new SKPaint { Shader = shader }) pen.Canvas.DrawRect(0, 0, size.Width, size.Height, paint);
        if (light.Dark && light.Weather == Weather.Clear) Night(stage, horizon);
        else if (light.Weather == Weather.Clear && light.Hour != Hour.Day) pen.Spot(stage.Camera.See(new(-34, 9, 110)), 26 * pen.Unit, new SKColor(0xFF, 0xE9, 0xC0).Thin(0.85f));
        for (var i = 0; i < (light.Weather == Weather.Clear ? 4 : 7); i++)
            Cloud(stage, new(size.Width * (0.12f + 0.27f * i + 0.08f * pen.Jitter()) % size.Width, horizon - size.Height * (0.18f + 0.13f * (i % 4)) * 1.1f), size.Width * (0.1f + 0.03f * (i % 3)), light.Dark ? 0.10f : light.Weather == Weather.Clear ? 0.55f : 0.3f);
    }

    private static void Cloud(Stage stage, Vector2 at, float wide, float strength)
    {
        var pen = stage.Pen;
        var cloud = Curve.Through([at + new Vector2(-wide, 0), at + new Vector2(-wide * 0.72f, -wide * 0.16f), at + new Vector2(-wide * 0.36f, -wide * 0.14f), at + new Vector2(-wide * 0.05f, -wide * 0.32f), at + new Vector2(wide * 0.36f, -wide * 0.2f), at + new Vector2(wide * 0.66f, -wide * 0.2f), at + new Vector2(wide, 0), at + new Vector2(wide * 0.2f, wide * 0.05f)], 4, closed: true);
        pen.Poly(cloud, (stage.Colours.Daylight.Weather == Weather.Clear ? Tint.Gouache : stage.Colours.Daylight.SkyTop.Darker(0.3f)).Thin(strength));
        if (!stage.Colours.Daylight.Dark) pen.Line(cloud.AsSpan(2, cloud.Length / 2 + 2), 1.3f, Tint.Black.Thin(0.35f), 0.95f);
    }

    private static void Night(Stage stage, float horizon)
    {
        var (pen, size) = (stage.Pen, stage.Size);
        for (var i = 0; i < 60; i++)
        {
            var star = new Vector2(size.Width * (0.5f + 0.5f * pen.Jitter()), Math.Min(horizon, size.Height) * (0.5f + 0.5f * pen.Jitter()));
            pen.Spot(star, (0.8f + 0.5f * (i % 3)) * pen.Unit, Tint.Gouache.Thin(0.7f));
        }
        var moon = new Vector2(size.Width * 0.76f, Math.Max(size.Height * 0.14f, horizon - size.Height * 0.5f));
        pen.Spot(moon, 62 * pen.Unit, Tint.Gouache.Thin(0.07f));
        pen.Spot(moon, 34 * pen.Unit, new(0xF6, 0xF0, 0xD8));
        pen.Spot(moon + new Vector2(9, -5) * pen.Unit, 6 * pen.Unit, new(0xE2, 0xDA, 0xC2));
    }

    private static void Ground(Stage stage, string kind, float far)
    {
        var colour = stage.Colours.Of(kind);
        stage.Face([new(-140, 0, -20), new(140, 0, -20), new(140, 0, 6), new(-140, 0, 6)], colour);
        stage.Face([new(-140, 0, 6), new(140, 0, 6), new(140, 0, 22), new(-140, 0, 22)], colour, 0);
        stage.Face([new(-220, 0, 22), new(220, 0, 22), new(220, 0, far), new(-220, 0, far)], stage.Air(colour, new(0, 0, 20)), 0);
        if (kind == "boards")
            for (var x = -9f; x < 9; x += 0.45f) stage.Edge(new(x, 0, -3), new(x, 0, 30), 1.2f, 0.55f);
        else if (kind == "stones")
            for (var z = 1.3f; z < 16; z *= 1.3f) for (var i = 0; i < 6; i++) { var x = z * 0.9f * stage.Pen.Jitter(); stage.Edge(new(x, 0, z), new(x + 0.5f, 0, z), 1.2f, 0.5f); stage.Edge(new(x, 0, z), new(x + 0.02f, 0, z + 0.4f), 1.2f, 0.4f); }
        else
            for (var i = 0; i < 90; i++)
            {
                var z = 0.2f + 26 * MathF.Pow(0.5f + 0.5f * stage.Pen.Jitter(), 2.2f);
                var x = (2 + z) * 1.1f * stage.Pen.Jitter();
                if (kind is "grass" or "field" && i % 2 == 0) { stage.Edge(new(x, 0, z), new(x + 0.03f, 0.13f, z), 1.3f, 0.6f); stage.Edge(new(x + 0.06f, 0, z), new(x + 0.12f, 0.1f, z), 1.1f, 0.6f); }
                else stage.Edge(new(x, 0, z), new(x + 0.3f + 0.05f * z, 0, z + 0.03f * stage.Pen.Jitter()), 1.2f, 0.45f);
            }
    }

    private static void Distance(Stage stage, string kind)
    {
        switch (kind)
        {
            case "hills": Ridge(stage, 95, 9, 0.028f, "leaf", 0.5f); Ridge(stage, 70, 5, 0.05f, "grass", 0.3f); Hedge(stage, 55, 2.2f, "leaf"); break;
            case "mountains": Peaks(stage, 100, 38, "metal"); Peaks(stage, 75, 20, "rock"); Ridge(stage, 55, 4, 0.06f, "leaf", 0.4f); break;
            case "dunes": Ridge(stage, 90, 8, 0.03f, "sand", 0.3f); Ridge(stage, 60, 5, 0.05f, "sand", 0.1f); Ridge(stage, 36, 2.2f, 0.09f, "sand", 0f); break;
            case "trees": Hedge(stage, 60, 13, "leaf"); Hedge(stage, 38, 8, "leaf"); break;
            case "town": Ridge(stage, 110, 16, 0.03f, "leaf", 0.3f); Hedge(stage, 66, 8, "leaf"); Roofs(stage, 50, 6, 9); break;
            case "city": Roofs(stage, 120, 26, 52); Roofs(stage, 85, 14, 34); Roofs(stage, 60, 8, 18); break;
            case "sea": Sea(stage); Headland(stage); break;
            case "river": Ridge(stage, 90, 8, 0.03f, "leaf", 0.4f); Roofs(stage, 70, 3, 8); Sea(stage); break;
        }
    }

    // Land across the water gives the sea a measure.
    private static void Headland(Stage stage)
    {
        var phase = stage.Pen.Chance.Below(628) / 100f;
        Silhouette(stage, 380, x => Math.Max(0, 30 * MathF.Exp(-MathF.Pow((x + 190) / 130, 2)) + 22 * MathF.Exp(-MathF.Pow((x - 330) / 110, 2)) + 3 * MathF.Sin(x * 0.05f + phase) - 3), "metal", 0.2f, 6);
        Silhouette(stage, 250, x => Math.Max(0, 15 * MathF.Exp(-MathF.Pow((x + 210) / 60, 2)) + 1.2f * MathF.Sin(x * 0.12f + phase) - 1.5f), "leaf", 0.4f, 4);
    }

    private static void Ridge(Stage stage, float z, float high, float often, string material, float shade)
    {
        var phase = stage.Pen.Chance.Below(628) / 100f;
        Silhouette(stage, z, x => high * (0.55f + 0.3f * MathF.Sin(x * often + phase) + 0.15f * MathF.Sin(x * often * 2.7f + phase * 2)), material, shade, 3);
    }

    private static void Peaks(Stage stage, float z, float high, string material)
    {
        var phase = stage.Pen.Chance.Below(100);
        float Height(float x) => high * (0.25f + 0.75f * MathF.Abs(((x / 42 + phase) % 2 + 2) % 2 - 1) * (0.75f + 0.25f * MathF.Sin(x * 0.2f + phase)) + 0.05f * MathF.Sin(x * 0.9f));
        Silhouette(stage, z, Height, material, 0.15f, 2);
        for (var x = -120f; x < 120; x += 7)
        {
            var top = new Vector3(x, Height(x), z - 1);
            stage.Edge(top, new(x + 4, Height(x) * 0.55f, z - 1), 1.2f, 0.5f);
            stage.Edge(new(x + 1.5f, Height(x) * 0.8f, z - 1), new(x + 3.6f, Height(x) * 0.5f, z - 1), 1, 0.4f);
        }
    }

    private static void Hedge(Stage stage, float z, float high, string material)
    {
        var phase = stage.Pen.Chance.Below(628) / 100f;
        Silhouette(stage, z, x => high * (0.72f + 0.18f * MathF.Abs(MathF.Sin(x * 0.34f + phase)) + 0.12f * MathF.Abs(MathF.Sin(x * 0.83f + 2 * phase)) + 0.1f * MathF.Sin(x * 0.07f)), material, 0.35f, 1.2f);
    }

    private static void Roofs(Stage stage, float z, float low, float high)
    {
        var spot = new Spot(0, z, 0);
        for (var x = -95f; x < 95;)
        {
            var (wide, tall) = (6 + stage.Pen.Chance.Below(9), low + (high - low) * stage.Pen.Chance.Below(100) / 100f);
            SolidArtist.Draw(stage, spot, new("tower", [x + wide / 2f, 0, 0, wide, tall, 5], stage.Pen.Chance.Below(2) == 0 ? "stone" : "metal"));
            if (high < 12) SolidArtist.Draw(stage, spot, new("roof", [x + wide / 2f, tall, 0, wide + 0.6f, 2.6f, 6], "brick"));
            x += wide + stage.Pen.Chance.Below(3);
        }
    }

    private static void Sea(Stage stage)
    {
        var colour = stage.Colours.Of("sea");
        stage.Face([new(-300, 0.02f, 18), new(300, 0.02f, 18), new(300, 0.02f, 400), new(-300, 0.02f, 400)], colour.Darker(0.08f).Mix(stage.Colours.Daylight.SkyTop, 0.3f));
        stage.Edge(new(-300, 0.02f, 400), new(300, 0.02f, 400), 1.6f);
        for (var i = 0; i < 70; i++)
        {
            var z = 19 + 90 * MathF.Pow(0.5f + 0.5f * stage.Pen.Jitter(), 2);
            var x = z * 0.9f * stage.Pen.Jitter();
            var wave = 0.6f + 0.03f * z;
            if (stage.Camera.See(new(x, 0.1f, z), new(x + wave, 0.1f, z)) is not { } line) continue;
            stage.Pen.Line(Curve.Through([line.From, (line.From + line.To) / 2 + new Vector2(0, -2 * stage.Pen.Unit), line.To]), 1.5f, i % 3 == 0 ? Tint.Gouache.Thin(0.7f) : Tint.Black.Thin(0.5f), 0.95f);
        }
    }

    private static void Silhouette(Stage stage, float z, Func<float, float> height, string material, float shade, float step)
    {
        var (left, right) = (-z * 1.6f, z * 1.6f);
        var edge = new List<Vector2>();
        for (var x = left; x <= right; x += step) edge.Add(stage.Camera.See(new Vector3(x, height(x), z)));
        var colour = stage.Colours.Of(material).Darker(shade).Mix(stage.Colours.Daylight.SkyLow, Math.Clamp(z / 150, 0.2f, 0.65f));
        Vector2[] shape = [.. edge, stage.Camera.See(new Vector3(right, -1, z)), stage.Camera.See(new Vector3(left, -1, z))];
        stage.Pen.Wash(shape, colour, -12);
        var seen = edge.Where(point => point.X > -200 && point.X < stage.Size.Width + 200).ToArray();
        if (seen.Length > 2) stage.Pen.Line(seen, 1.5f, Tint.Black.Mix(stage.Colours.Daylight.SkyLow, 0.45f), 0.3f);
    }
}
