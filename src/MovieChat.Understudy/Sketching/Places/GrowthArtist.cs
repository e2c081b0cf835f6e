using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>Trees, bushes, grass and rocks: drawn flat, standing up to the camera; from straight above, by their crowns.</summary>
internal static class GrowthArtist
{
    public static void Draw(Stage stage, Vector3 foot, string kind, float wide, float high, SKColor colour)
    {
        if (stage.Camera.Depth(foot) < 0.5f) return;
        var pen = stage.Pen;
        var tone = stage.Air(colour, foot);
        var (ink, weight) = (stage.Ink(foot), stage.Weight(foot));
        Vector2 On(float u, float v) => stage.Camera.See(foot + stage.Camera.Right with { Y = 0 } * (u * wide) + new Vector3(0, v * high, 0));
        if (stage.Camera.Pitch < -62 && kind is not ("rock" or "grass")) { Crown(stage, stage.Camera.See(foot with { Y = high * 0.7f }), stage.Camera.Scale(foot with { Y = high * 0.7f }) * wide / 2, tone, ink, weight); return; }
        switch (kind)
        {
            case "tree":
                Trunk(stage, On, 0.045f, 0.5f, foot);
                foreach (var (u, v, r) in (ReadOnlySpan<(float, float, float)>)[(-0.24f, 0.58f, 0.26f), (0.25f, 0.6f, 0.25f), (0, 0.78f, 0.3f)]) Crown(stage, On(u, v), stage.Camera.Scale(foot) * wide * r, tone, ink, weight);
                break;
            case "bush": Crown(stage, On(0, 0.45f), stage.Camera.Scale(foot) * wide * 0.5f, tone, ink, weight); break;
            case "bare": Trunk(stage, On, 0.05f, 0.6f, foot); Twigs(stage, On, On(0, 0.4f), ink, weight); break;
            case "spruce": Spruce(stage, On, tone, ink, weight); break;
            case "palm": Palm(stage, On, tone, ink, weight); break;
            case "grass": Grass(stage, On, colour, ink, weight, wide); break;
            default: Rock(pen, On, tone, ink, weight); break;
        }
    }

    private static void Trunk(Stage stage, Func<float, float, Vector2> on, float half, float top, Vector3 foot)
    {
        var trunk = Curve.Through([on(-half * 1.7f, 0), on(-half, top * 0.4f), on(-half * 0.8f, top), on(half * 0.8f, top), on(half, top * 0.4f), on(half * 1.9f, 0)], 3, closed: true);
        stage.Pen.Wash(trunk, stage.Air(stage.Colours.Of("wood").Darker(0.25f), foot), 85);
        stage.Pen.Outline(trunk, stage.Weight(foot), stage.Ink(foot));
    }

    // A crown: a cloud of leaves, dark below, with the scribble that stands for foliage.
    private static void Crown(Stage stage, Vector2 centre, float radius, SKColor tone, SKColor ink, float weight)
    {
        var pen = stage.Pen;
        var size = radius / pen.Unit;
        if (size < 1.5f) return;
        var lobes = size < 12 ? 7 : 11;
        var cloud = new Vector2[lobes * 5];
        var phase = pen.Chance.Below(628) / 100f;
        for (var i = 0; i < cloud.Length; i++)
        {
            var angle = i * MathF.Tau / cloud.Length;
            var (sin, cos) = MathF.SinCos(angle);
            cloud[i] = centre + radius * (0.86f + 0.17f * MathF.Abs(MathF.Sin(angle * lobes / 2 + phase))) * new Vector2(cos * 1.05f, sin * 0.9f);
        }
        using var path = Pen.PathOf(cloud);
        pen.Wash(path, tone, 30);
        using var lit = Pen.PathOf([.. cloud.Select(point => point - new Vector2(0.28f, 0.34f) * radius)]);
        pen.Within(path, () => pen.Within(lit, () => { pen.Poly(path, tone.Darker(0.7f).Thin(0.4f)); if (size > 14) pen.Hatch(path, ink.Thin(0.4f), -40); }, outside: true));
        pen.Outline(cloud, weight * 0.9f, ink);
        for (var i = 0; i < 7 && size > 18; i++)
        {
            var at = centre + radius * 0.6f * new Vector2(pen.Jitter(), pen.Jitter());
            pen.Line(Curve.Through([at, at + radius * new Vector2(0.07f, -0.07f), at + radius * new Vector2(0.14f, 0), at + radius * new Vector2(0.2f, -0.06f), at + radius * new Vector2(0.26f, 0.02f)]), weight * 0.7f, ink.Thin(0.7f), 0.9f);
        }
    }

    private static void Twigs(Stage stage, Func<float, float, Vector2> on, Vector2 root, SKColor ink, float weight)
    {
        for (var i = 0; i < 9; i++)
        {
            var (u, v) = (-0.5f + i / 8f, 0.72f + 0.26f * MathF.Sin(i * 1.9f + 1));
            var knee = on(u * 0.4f, 0.5f + 0.1f * (i % 3));
            var tip = on(u, v);
            stage.Pen.Line(Curve.Through([root, knee, tip]), weight * 1.8f, ink, 0.9f);
            stage.Pen.Line(Curve.Through([Vector2.Lerp(knee, tip, 0.4f), on(u + 0.12f, v - 0.05f), on(u + 0.16f, v + 0.06f)]), weight * 0.9f, ink, 0.95f);
            stage.Pen.Line(Vector2.Lerp(knee, tip, 0.6f), on(u - 0.1f, v + 0.08f), weight * 0.8f, ink, 0.95f);
        }
    }

    private static void Spruce(Stage stage, Func<float, float, Vector2> on, SKColor tone, SKColor ink, float weight)
    {
        var (left, right) = (new List<Vector2>(), new List<Vector2>());
        const int tiers = 7;
        for (var i = 0; i < tiers; i++)
        {
            var (v, half) = (0.08f + 0.92f * i / tiers, 0.5f * (1 - i / (tiers + 0.6f)));
            left.Add(on(-half, v));
            left.Add(on(-half * 0.55f, v + 0.07f));
            right.Add(on(half * (0.94f + 0.06f * stage.Pen.Jitter()), v + 0.015f));
            right.Add(on(half * 0.5f, v + 0.08f));
        }
        right.Reverse();
        Vector2[] shape = [.. left, on(0, 1.02f), .. right];
        stage.Pen.Line(on(0, 0), on(0, 0.2f), weight * 2.4f, ink, 0.2f);
        using var path = Pen.PathOf(shape);
        stage.Pen.Wash(path, tone.Darker(0.12f), 80);
        using var lit = Pen.PathOf([.. shape.Select(point => point - (on(0.16f, 0) - on(0, 0)))]);
        stage.Pen.Within(path, () => stage.Pen.Within(lit, () => { stage.Pen.Poly(path, tone.Darker(0.75f).Thin(0.42f)); stage.Pen.Hatch(path, ink.Thin(0.4f), 70); }, outside: true));
        stage.Pen.Outline(shape, weight * 0.85f, ink);
    }

    private static void Palm(Stage stage, Func<float, float, Vector2> on, SKColor tone, SKColor ink, float weight)
    {
        stage.Pen.Line(Curve.Through([on(-0.1f, 0), on(0.0f, 0.4f), on(0.06f, 0.8f)]), weight * 5.5f, ink, 0.3f);
        stage.Pen.Line(Curve.Through([on(-0.1f, 0), on(0.0f, 0.4f), on(0.06f, 0.8f)]), weight * 3.6f, stage.Colours.Of("wood"), 0.3f);
        for (var i = 0; i < 8; i++)
        {
            var (sin, cos) = MathF.SinCos(0.2f + i * 0.42f);
            Vector2[] leaf = Curve.Through([on(0.06f, 0.8f), on(0.06f + 0.3f * cos, 0.84f + 0.14f * sin), on(0.06f + 0.52f * cos, 0.7f + 0.16f * sin), on(0.06f + 0.3f * cos, 0.79f + 0.12f * sin)], 5, closed: true);
            stage.Pen.Poly(leaf, i % 2 == 0 ? tone : tone.Darker(0.25f));
            stage.Pen.Outline(leaf, weight * 0.8f, ink);
        }
    }

    private static void Grass(Stage stage, Func<float, float, Vector2> on, SKColor colour, SKColor ink, float weight, float wide)
    {
        var blades = (int)Math.Clamp(wide * 9, 14, 60);
        for (var i = 0; i < blades; i++)
        {
            var u = -0.5f + i / (blades - 1f) + 0.01f * stage.Pen.Jitter();
            var (lean, tall) = (0.02f * stage.Pen.Jitter() + 0.012f, 0.65f + 0.35f * stage.Pen.Jitter());
            stage.Pen.Line(Curve.Through([on(u, 0), on(u + lean * 0.4f, tall * 0.6f), on(u + lean * 1.6f, tall)], 3), weight * (i % 2 == 0 ? 1.5f : 0.9f), i % 2 == 0 ? colour.Darker(0.2f) : ink.Thin(0.8f), 0.9f);
        }
    }

    private static void Rock(Pen pen, Func<float, float, Vector2> on, SKColor tone, SKColor ink, float weight)
    {
        Vector2[] shape = [on(-0.5f, 0), on(-0.44f, 0.42f), on(-0.26f, 0.78f), on(-0.02f, 1), on(0.2f, 0.86f), on(0.36f, 0.5f), on(0.5f, 0.3f), on(0.55f, 0)];
        using var path = Pen.PathOf(shape);
        pen.Wash(path, tone, 40);
        Vector2[] dark = [on(-0.02f, 1), on(0.06f, 0.6f), on(-0.06f, 0.3f), on(0.02f, 0), on(0.55f, 0), on(0.5f, 0.3f), on(0.36f, 0.5f), on(0.2f, 0.86f)];
        pen.Poly(dark, tone.Darker(0.6f).Thin(0.45f));
        pen.Hatch(dark, ink.Thin(0.5f), -62);
        pen.Outline(shape, weight * 1.15f, ink);
        pen.Line([on(-0.02f, 1), on(0.06f, 0.6f), on(-0.06f, 0.3f), on(0.02f, 0.02f)], weight * 0.9f, ink.Thin(0.8f));
        pen.Line([on(-0.36f, 0.5f), on(-0.2f, 0.42f), on(-0.16f, 0.16f)], weight * 0.8f, ink.Thin(0.7f));
    }
}
