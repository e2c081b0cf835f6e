using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>The place behind a near view: soft and pale, as a lens leaves it, and yet to be known.</summary>
/// <remarks>Laid out at a tenth of the size and drawn up, which makes it soft and costs little.</remarks>
internal static class Backdrop
{
    private const int Coarse = 10;

    /// <summary>Which side the light comes from: -1 left, 1 right.</summary>
    public static int KeySide(Stage stage) => stage.Camera.At.X < 0 ? 1 : -1;

    public static void Draw(Stage stage, Place place)
    {
        var size = stage.Size;
        var (wide, high) = ((int)size.Width / Coarse + 1, (int)size.Height / Coarse + 1);
        using var surface = SKSurface.Create(new SKImageInfo(wide, high, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Scale(1f / Coarse);
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, size.Height * 0.009f);
        using var paint = new SKPaint { IsAntialias = true, MaskFilter = blur };
        var brush = new Soft(surface.Canvas, paint, size);
        var horizon = Math.Clamp(0.5f + stage.Camera.Pitch * 0.02f, 0.1f, 0.92f);
        if (place is { Inside: true, Open: false }) Room(stage, place, brush, horizon);
        else Land(stage, place, brush, horizon);
        using var image = surface.Snapshot();
        stage.Pen.Canvas.DrawImage(image, new SKRect(0, 0, size.Width, size.Height), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    private static void Room(Stage stage, Place place, Soft brush, float horizon)
    {
        var (light, colours, key) = (stage.Colours.Daylight, stage.Colours, KeySide(stage));
        var wall = colours.Of(place.Wall).Lighter(0.15f);
        brush.Box(0, 0, 1, 1, wall);
        brush.Box(key > 0 ? -0.1f : 0.68f, 0, 0.42f, 1, wall.Darker(0.22f));
        if (place.Wall is "brick" or "stone" or "wood" or "metal") for (var x = 0.06f; x < 1; x += 0.13f) brush.Box(x, 0, 0.012f, 1, wall.Darker(0.16f));
        brush.Box(0, horizon + 0.32f, 1, 1, colours.Of(place.Floor).Darker(0.12f));
        var (near, far) = (key > 0 ? 0.83f : 0.17f, key > 0 ? 0.14f : 0.86f);
        foreach (var (kind, index) in Kinds(place).Take(4).Select((kind, index) => (kind, index)))
        {
            var x = index % 2 == 0 ? near + (index > 1 ? 0.14f * -key : 0) : far + (index > 1 ? 0.13f * key : 0);
            Piece(stage, brush, kind, x, horizon, light.Dark);
        }
    }

    private static void Land(Stage stage, Place place, Soft brush, float horizon)
    {
        var (light, colours) = (stage.Colours.Daylight, stage.Colours);
        brush.Sky(colours.Tone(light.SkyTop).Mix(light.SkyTop, 0.6f), light.SkyLow, horizon);
        var (ground, haze) = (colours.Of(place.Ground).Mix(light.SkyLow, 0.2f), light.SkyLow);
        if (!light.Dark) { brush.Oval(0.2f, horizon - 0.34f, 0.2f, 0.05f, Tint.Gouache.Thin(0.5f)); brush.Oval(0.78f, horizon - 0.24f, 0.17f, 0.04f, Tint.Gouache.Thin(0.45f)); }
        switch (place.Back)
        {
            case "sea" or "river":
                brush.Box(0, horizon, 1, 1, colours.Of("sea").Mix(haze, 0.15f));
                brush.Box(0, horizon, 1, 0.012f, colours.Of("sea").Darker(0.3f));
                for (var i = 0; i < 5; i++) brush.Box(0.05f + 0.21f * i, horizon + 0.05f + 0.035f * (i % 3), 0.13f, 0.01f, Tint.Gouache.Thin(0.5f));
                brush.Oval(0.97f, horizon + 0.01f, 0.16f, 0.075f, colours.Of("metal").Darker(0.2f).Mix(haze, 0.3f));
                brush.Box(0, horizon + 0.27f, 1, 1, ground);
                break;
            case "town" or "city":
                for (var i = 0; i < 9; i++)
                {
                    var tall = (place.Back == "city" ? 0.44f : 0.22f) * (0.6f + 0.4f * MathF.Abs(MathF.Sin(i * 2.3f)));
                    brush.Box(0.115f * i - 0.02f, horizon - tall, 0.1f, tall + 0.1f, colours.Of(i % 2 == 0 ? "stone" : "brick").Mix(haze, 0.35f));
                    brush.Box(0.115f * i + 0.02f, horizon - tall + 0.05f, 0.03f, 0.05f, colours.Of("window").Thin(0.8f));
                }
                brush.Box(0, horizon + 0.1f, 1, 1, ground);
                break;
            default:
                for (var i = 0; i < 4; i++) brush.Oval(0.1f + 0.28f * i, horizon + 0.06f, 0.26f, place.Back is "mountains" ? 0.34f : place.Back is "trees" ? 0.3f : 0.14f, colours.Of(place.Back is "dunes" ? "sand" : place.Back is "mountains" ? "metal" : "leaf").Darker(0.2f).Mix(haze, 0.4f));
                brush.Box(0, horizon + 0.05f, 1, 1, ground);
                break;
        }
        if (light.Dark) brush.Glow(0.86f, 0.14f, 0.05f, new(0xF6, 0xF0, 0xD8));
        foreach (var (kind, index) in Kinds(place).Take(4).Select((kind, index) => (kind, index)))
            Piece(stage, brush, kind, index switch { 0 => 0.13f, 1 => 0.88f, 2 => 0.25f, _ => 0.77f }, horizon, light.Dark);
    }

    // What of a place's things is known even out of focus; each kind once or twice.
    private static IEnumerable<string> Kinds(Place place) => place.Props.Select(Prop.Parse).Select(prop => prop.Name switch
    {
        "window" or "tallwindow" or "porthole" => "window",
        "lamp" or "hanging" or "tube" or "neon" => "lamp",
        "shelf" or "bottles" or "cupboard" or "cabinet" or "blackboard" or "machine" or "fridge" => "shelf",
        "door" => "door",
        "trunk" or "tree" or "palm" => "trunk",
        "spruce" or "bush" or "cactus" => "bush",
        "mast" or "post" or "ship" or "column" => "mast",
        "house" or "hut" or "wheelhouse" or "stall" or "shopfront" or "train" or "lighthouse" => "house",
        _ => "",
    }).Where(kind => kind.Length > 0).GroupBy(kind => kind).SelectMany(group => group.Take(2).Select((kind, index) => (kind, index))).OrderBy(found => found.index).Select(found => found.kind);

    private static void Piece(Stage stage, Soft brush, string kind, float x, float horizon, bool dark)
    {
        var (colours, haze) = (stage.Colours, stage.Colours.Daylight.SkyLow);
        switch (kind)
        {
            case "window":
                brush.Box(x - 0.095f, horizon - 0.42f, 0.19f, 0.56f, colours.Of("wood").Darker(0.1f));
                brush.Box(x - 0.08f, horizon - 0.39f, 0.075f, 0.5f, colours.Of("window").Lighter(dark ? 0 : 0.3f));
                brush.Box(x + 0.006f, horizon - 0.39f, 0.075f, 0.5f, colours.Of("window").Lighter(dark ? 0 : 0.3f));
                break;
            case "lamp":
                brush.Glow(x, horizon - 0.26f, dark ? 0.2f : 0.13f, new(0xFF, 0xE3, 0xA3));
                brush.Oval(x, horizon - 0.26f, 0.03f, 0.045f, new(0xFF, 0xF2, 0xCC));
                break;
            case "shelf":
                brush.Box(x - 0.12f, horizon - 0.36f, 0.24f, 0.9f, colours.Of("wood").Darker(0.2f));
                for (var i = 0; i < 3; i++) for (var k = 0; k < 3; k++) brush.Box(x - 0.1f + 0.07f * k, horizon - 0.3f + 0.22f * i, 0.055f, 0.14f, colours.Of(((i + k) % 3) switch { 0 => "red", 1 => "cloth", _ => "pale" }));
                break;
            case "door":
                brush.Box(x - 0.09f, horizon - 0.4f, 0.18f, 1.2f, colours.Of("wood").Darker(0.25f));
                brush.Oval(x + 0.06f, horizon + 0.12f, 0.012f, 0.02f, new(0xC2, 0x9C, 0x50));
                break;
            case "trunk":
                brush.Box(x - 0.03f, 0, 0.06f, horizon + 0.35f, colours.Of("wood").Darker(0.35f).Mix(haze, 0.15f));
                brush.Oval(x, 0.02f, 0.17f, 0.16f, colours.Of("leaf").Darker(0.15f).Mix(haze, 0.2f));
                break;
            case "bush": brush.Oval(x, horizon + 0.08f, 0.12f, 0.2f, colours.Of("leaf").Darker(0.2f).Mix(haze, 0.15f)); break;
            case "mast":
                brush.Box(x - 0.008f, horizon - 0.46f, 0.016f, 0.85f, colours.Of("wood").Darker(0.45f));
                brush.Box(x - 0.07f, horizon - 0.3f, 0.14f, 0.01f, colours.Of("wood").Darker(0.45f));
                break;
            case "house":
                brush.Box(x - 0.1f, horizon - 0.14f, 0.2f, 0.22f, colours.Of("pale").Mix(haze, 0.2f));
                brush.Roof(x, horizon - 0.14f, 0.13f, 0.13f, colours.Of("brick").Mix(haze, 0.2f));
                brush.Box(x - 0.03f, horizon - 0.08f, 0.045f, 0.07f, colours.Of("window"));
                break;
        }
    }

    /// <summary>A broad wet brush; shares of the picture.</summary>
    private sealed class Soft(SKCanvas canvas, SKPaint paint, SKSize size)
    {
        public void Box(float x, float y, float wide, float high, SKColor colour)
        {
            paint.Color = colour;
            canvas.DrawRect(x * size.Width, y * size.Height, wide * size.Width, high * size.Height, paint);
        }

        public void Oval(float x, float y, float wide, float high, SKColor colour)
        {
            paint.Color = colour;
            canvas.DrawOval(x * size.Width, y * size.Height, wide * size.Width, high * size.Height, paint);
        }

        public void Roof(float x, float y, float wide, float high, SKColor colour)
        {
            paint.Color = colour;
            using var path = Pen.PathOf([new((x - wide) * size.Width, y * size.Height), new(x * size.Width, (y - high) * size.Height), new((x + wide) * size.Width, y * size.Height)]);
            canvas.DrawPath(path, paint);
        }

        public void Glow(float x, float y, float reach, SKColor colour)
        {
            var centre = new SKPoint(x * size.Width, y * size.Height);
            using var shader = SKShader.CreateRadialGradient(centre, reach * size.Width, [colour.Thin(0.85f), colour.Thin(0.35f), colour.Thin(0)], [0, 0.35f, 1], SKShaderTileMode.Clamp);
            using var glow = new SKPaint { Shader = shader };
            canvas.DrawCircle(centre, reach * size.Width, glow);
        }

        public void Sky(SKColor top, SKColor low, float horizon)
        {
            using var shader = SKShader.CreateLinearGradient(new(0, 0), new(0, horizon * size.Height), [top, low], SKShaderTileMode.Clamp);
            using var sky = new SKPaint { Shader = shader };
            canvas.DrawRect(0, 0, size.Width, size.Height, sky);
        }
    }
}
