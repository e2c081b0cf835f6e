using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>The light over the whole drawing: a veil of the hour, with pools of lamps and windows in it.</summary>
/// <remarks>Laid out at an eighth of the size and drawn up: light is soft.</remarks>
internal static class LightArtist
{
    private const int Coarse = 8;

    /// <param name="lamps">Where it shines, and how far in pixels.</param>
    public static void Draw(Stage stage, IReadOnlyList<(Vector2 At, float Reach)> lamps, Vector2 subject)
    {
        if (stage.Colours.Daylight.Veil is not { } veil) { Vignette(stage); return; }
        var (wide, high) = ((int)stage.Size.Width / Coarse + 1, (int)stage.Size.Height / Coarse + 1);
        using var surface = SKSurface.Create(new SKImageInfo(wide, high, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(veil.Darker(0.04f));
        surface.Canvas.Scale(1f / Coarse);
        // Whoever is looked at is never lost in the dark.
        Pool(surface.Canvas, subject, stage.Size.Height * 0.75f, veil.Lighter(0.62f), 0.8f);
        foreach (var (at, reach) in lamps) Pool(surface.Canvas, at, reach, new(0xFF, 0xF0, 0xCC), 0.95f);
        using var image = surface.Snapshot();
        using var paint = new SKPaint { BlendMode = SKBlendMode.Multiply };
        stage.Pen.Canvas.DrawImage(image, new SKRect(0, 0, stage.Size.Width, stage.Size.Height), new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    /// <summary>The shadow that the key light leaves on the other side of a near face; deeper by night.</summary>
    public static void Side(Stage stage, int key)
    {
        var (size, light) = (stage.Size, stage.Colours.Daylight);
        var depth = light.Hour switch { Hour.Night => 0.46f, Hour.Evening => 0.34f, _ => 0.2f };
        var (from, to) = key > 0 ? (size.Width * 0.62f, size.Width * 0.2f) : (size.Width * 0.38f, size.Width * 0.8f);
        using var shader = SKShader.CreateLinearGradient(new(from, size.Height * 0.4f), new(to, size.Height * 0.6f), [SKColors.White, SKColors.White.Mix(new(0x3A, 0x3C, 0x58), depth)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Multiply };
        stage.Pen.Canvas.DrawRect(0, 0, size.Width, size.Height, paint);
    }

    private static void Vignette(Stage stage)
    {
        var size = stage.Size;
        using var shader = SKShader.CreateRadialGradient(new(size.Width / 2, size.Height * 0.48f), size.Width * 0.68f, [SKColors.White, SKColors.White, new SKColor(0xD8, 0xD2, 0xC8)], [0, 0.6f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Multiply };
        stage.Pen.Canvas.DrawRect(0, 0, size.Width, size.Height, paint);
    }

    private static void Pool(SKCanvas canvas, Vector2 at, float reach, SKColor colour, float strength)
    {
        if (reach < 2) return;
        using var shader = SKShader.CreateRadialGradient(new(at.X, at.Y), reach, [colour.Thin(strength), colour.Thin(strength * 0.7f), colour.Thin(0)], [0, 0.4f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawCircle(at.X, at.Y, reach, paint);
    }
}
