using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Places;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>What makes a picture somebody's own view: their hands at its lower edge, and the dark rim of the eye.</summary>
internal static class PovArtist
{
    public static void Draw(Stage stage, FrameOrder order, Cast cast)
    {
        var (pen, size) = (stage.Pen, stage.Size);
        if (cast.People.Count > 0) Hands(stage, cast.People[0].Body.Traits, Expressions.Pose(order.Action));
        using var shader = SKShader.CreateRadialGradient(new(size.Width / 2, size.Height / 2), size.Width * 0.6f, [SKColors.Transparent, SKColors.Transparent, Tint.Black.Thin(0.85f)], [0, 0.62f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        pen.Canvas.DrawRect(0, 0, size.Width, size.Height, paint);
    }

    private static void Hands(Stage stage, Traits traits, string? pose)
    {
        var (size, hand) = (stage.Size, pose is "reach" or "raise" or "point" ? Hand.Open : pose is null or "walk" or "stand" ? Hand.Relaxed : Hand.Hold);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var from = new Vector2(size.Width * (0.5f + 0.36f * side), size.Height * 1.1f);
            var at = new Vector2(size.Width * (0.5f + 0.24f * side), size.Height * 0.84f);
            Sleeve(stage, from, at, size.Height * 0.1f, stage.Colours.Person(Tint.Of(traits.Main)));
            HandArtist.Draw(stage.Pen, Figure.Pale(stage.Colours.Person(Tint.Of(traits.Skin))), at, Vector2.Normalize(at - from), size.Height * 0.13f, hand, side, 1.3f);
        }
    }

    /// <summary>A sleeve from outside the picture to the wrist.</summary>
    public static void Sleeve(Stage stage, Vector2 from, Vector2 wrist, float half, SKColor colour)
    {
        var normal = Vector2.Normalize(new Vector2(from.Y - wrist.Y, wrist.X - from.X));
        Vector2[] sleeve = [from + normal * half * 1.35f, wrist + normal * half * 0.8f, wrist - normal * half * 0.8f, from - normal * half * 1.35f];
        stage.Pen.Wash(sleeve, colour, 40);
        stage.Pen.Hatch([from, wrist, wrist - normal * half * 0.8f, from - normal * half * 1.35f], Tint.Black.Thin(0.45f), -50);
        for (var i = 0; i < 3; i++) stage.Pen.Line(sleeve[i], sleeve[i + 1], 2.6f, Tint.Black);
        for (var t = 0.2f; t < 0.9f; t += 0.25f) stage.Pen.Line(Curve.Through([Vector2.Lerp(sleeve[1], sleeve[0], t), Vector2.Lerp(wrist, from, t + 0.08f), Vector2.Lerp(sleeve[2], sleeve[3], t - 0.05f)]), 1.5f, Tint.Black.Thin(0.55f), 0.9f);
    }
}
