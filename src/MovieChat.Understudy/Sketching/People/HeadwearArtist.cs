using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Hats, scarves and helmets.</summary>
internal static class HeadwearArtist
{
    private static readonly SKColor Gold = new(0xC8, 0xA2, 0x52);

    public static void Draw(Face face)
    {
        var colour = Tint.Of(face.Traits.HeadwearColour);
        switch (face.Traits.Headwear)
        {
            case Headwear.Beanie:
                Dome(face, colour, 0.5f, 0.17f, 0.14f);
                Band(face, colour.Darker(0.12f), 0.42f, 0.66f, 0.19f, ribs: true);
                break;
            case Headwear.Cap:
                Dome(face, colour, 0.5f, 0.13f, 0.08f);
                Peak(face, colour.Darker(0.2f), 0.5f, 0.62f, 60);
                break;
            case Headwear.Peaked:
                Dome(face, colour, 0.6f, 0.3f, 0.06f);
                Band(face, colour.Darker(0.35f), 0.46f, 0.66f, 0.14f);
                Peak(face, new(0x26, 0x25, 0x2A), 0.47f, 0.38f, 55);
                if (face.Seen(0)) face.Pen.Spot(face.At(0, 0.57f, 0.2f), face.View.Scale * 0.06f, Gold);
                break;
            case Headwear.Brim: Hat(face, colour, 0.52f, 0.46f, 0.4f, 0.72f); break;
            case Headwear.Straw: Hat(face, new SKColor(0xD9, 0xBE, 0x84).Mix(colour, 0.15f), 0.5f, 0.66f, 0.34f, 0.62f, woven: true); break;
            case Headwear.Bowler: Hat(face, colour, 0.54f, 0.27f, 0.34f, 0.95f); break;
            case Headwear.Turban: Turban(face, colour); break;
            case Headwear.Headscarf: Wrap(face, colour, 0.05f); break;
            case Headwear.Hood: Wrap(face, colour, 0.16f); break;
            case Headwear.Helmet:
                Dome(face, colour, 0.1f, 0.2f, 0.1f, shine: true, from: 78);
                Band(face, colour.Darker(0.3f), 0.42f, 0.53f, 0.21f);
                break;
            case Headwear.Crown: Crown(face); break;
        }
    }

    private static void Dome(Face face, SKColor colour, float low, float off, float rise, bool shine = false, float from = 0)
    {
        var points = new List<Vector3>(900);
        for (var angle = 0f; angle < 360; angle += 9)
            for (var y = from > 0 && MathF.Abs(angle > 180 ? 360 - angle : angle) < from ? 0.5f : low; y <= 1; y += 0.06f)
                points.Add(face.Shape.At(angle, y, off) + new Vector3(0, rise * Curve.Smooth(low, 1, y), 0));
        Shape(face, face.View.Outline(points, new(0, 0.75f, -0.05f), 48), colour);
        if (shine) face.Pen.Line(Curve.Through([Turned(face, -50, 0.62f, off), Turned(face, -35, 0.85f, off), Turned(face, -10, 0.97f, off)]), face.Weight(6), Tint.Gouache.Thin(0.55f));
        if (face.Size < 40) return;
        foreach (var angle in (ReadOnlySpan<float>)[-46, 0, 46]) face.Pen.Line(Curve.Through([Turned(face, angle, low + 0.16f, off), Turned(face, angle * 0.9f, 0.8f, off), Turned(face, angle * 0.6f, 0.98f, off + rise)]), face.Weight(1.4f), Tint.Black.Thin(0.4f), 0.9f);
    }

    // An angle from the side that the viewer sees.
    private static Vector2 Turned(Face face, float angle, float y, float off) => face.View.See(face.Shape.At(angle - face.View.Yaw, y, off));

    private static void Band(Face face, SKColor colour, float low, float high, float off, bool ribs = false)
    {
        var (lower, upper) = (new List<Vector2>(), new List<Vector2>());
        for (var angle = -90f; angle <= 90; angle += 10)
        {
            lower.Add(Turned(face, angle, low, off));
            upper.Add(Turned(face, angle, high, off));
        }
        upper.Reverse();
        Shape(face, [.. lower, .. upper], colour);
        if (!ribs || face.Size < 40) return;
        for (var i = 1; i < lower.Count - 1; i++) face.Pen.Line(lower[i], upper[upper.Count - 1 - i], face.Weight(1.4f), Tint.Black.Thin(0.5f));
    }

    private static void Peak(Face face, SKColor colour, float low, float reach, float half)
    {
        var (inner, outer) = (new List<Vector2>(), new List<Vector2>());
        for (var angle = -half; angle <= half; angle += half / 8)
        {
            inner.Add(face.View.See(face.Shape.At(angle, low + 0.02f, 0.14f)));
            outer.Add(face.View.See(face.Shape.At(angle, low, 0.14f) + new Vector3(0, -0.12f, reach * MathF.Cos(angle / half * 1.5f))));
        }
        outer.Reverse();
        Shape(face, [.. inner, .. outer], colour);
    }

    private static void Hat(Face face, SKColor colour, float low, float wide, float rise, float top, bool woven = false)
    {
        Vector3 Rim(float angle, float out_) => face.Shape.At(angle, low, 0.1f + out_) + new Vector3(0, 0.1f * (out_ / 0.4f) * (MathF.Pow(MathF.Sin(angle * MathF.PI / 180), 2) - 0.65f), 0);
        var brim = Enumerable.Range(0, 40).Select(i => face.View.See(Rim(i * 9, wide))).ToArray();
        Shape(face, Curve.Through(brim, 2, closed: true), colour.Darker(0.3f));
        var points = new List<Vector3>();
        for (var angle = 0f; angle < 360; angle += 9)
            for (var t = 0f; t <= 1; t += 0.2f)
                points.Add(Vector3.Lerp(face.Shape.At(angle, low, 0.1f), face.Shape.At(angle, low + 0.1f, 0) * new Vector3(top, 0, top) + new Vector3(0, 0.95f + rise, -0.02f), MathF.Pow(t, top > 0.9f ? 0.7f : 0.9f)) * new Vector3(1 + 0.06f * MathF.Sin(t * 3.1f), 1, 1 + 0.06f * MathF.Sin(t * 3.1f)));
        Shape(face, face.View.Outline(points, new(0, 0.95f, -0.08f), 44), colour);
        Band(face, woven ? new(0x5A, 0x45, 0x3A) : colour.Darker(0.5f), low + 0.02f, low + 0.2f, 0.11f);
        var (near, far) = (new List<Vector2>(), new List<Vector2>());
        for (var angle = -96f; angle <= 96; angle += 8)
        {
            near.Add(face.View.See(Rim(angle - face.View.Yaw, wide)));
            far.Add(face.View.See(Rim(angle - face.View.Yaw, 0.01f)));
        }
        far.Reverse();
        Shape(face, [.. near, .. far], colour);
        if (!woven || !face.Fine) return;
        for (var i = 1; i < near.Count; i += 2) face.Pen.Line(near[i], far[far.Count - 1 - i], face.Weight(1.1f), Tint.Black.Thin(0.35f));
    }

    private static void Turban(Face face, SKColor colour)
    {
        Dome(face, colour, 0.44f, 0.26f, 0.12f);
        for (var i = 0; i < 5; i++)
            face.Pen.Line(Curve.Through([Turned(face, -88, 0.48f + 0.09f * i, 0.26f), Turned(face, -20, 0.48f + 0.15f * i, 0.3f), Turned(face, 40, 0.96f - 0.1f * i, 0.28f), Turned(face, 85, 0.9f - 0.1f * i, 0.26f)]), face.Weight(2), Tint.Black.Thin(0.6f));
    }

    private static void Wrap(Face face, SKColor colour, float loose)
    {
        var points = new List<Vector3>(1200);
        for (var angle = 0f; angle < 360; angle += 8)
            for (var y = -1.75f; y <= 1; y += 0.08f)
            {
                var point = face.Shape.At(angle, Math.Max(y, -0.35f), 0.1f + loose);
                var wide = 1 + 0.55f * Curve.Smooth(-0.7f, -1.75f, y);
                points.Add(y < -0.35f ? new(point.X * wide, y + 0.2f * MathF.Abs(point.X) * Curve.Smooth(-1, -1.75f, y), point.Z * wide) : point);
            }
        var outline = face.View.Outline(points, new(0, -0.35f, -0.05f), 60);
        var window = Curve.Through(Opening(face, loose), 4, closed: true);
        using var whole = Pen.PathOf(outline);
        using var hole = Pen.PathOf(window);
        var open = face.View.Facing > -0.2f;
        using var cloth = open ? whole.Op(hole, SKPathOp.Difference) ?? new SKPath(whole) : new SKPath(whole);
        face.Pen.Wash(cloth, colour, 70);
        face.Pen.Within(cloth, () =>
        {
            face.Pen.Spot(face.View.Centre + new Vector2(-face.LightFrom * 1.1f, 0.3f) * face.View.Scale, face.View.Scale * 0.95f, colour.Darker(0.5f).Thin(0.4f));
            for (var i = 0; i < 7; i++)
                face.Pen.Line(Curve.Through([Turned(face, -60 + 24 * i, 0.95f, 0.12f + loose), Turned(face, -76 + 26 * i, 0.2f, 0.12f + loose), Turned(face, -50 + 20 * i, -0.3f, 0.14f + loose) + new Vector2(0, face.View.Scale * 0.8f)]), face.Weight(1.6f), Tint.Black.Thin(0.5f), 0.9f);
        });
        face.Pen.Outline(outline, face.Weight(2.8f), Tint.Black);
        if (open) face.Pen.Outline(window, face.Weight(2.4f), Tint.Black);
    }

    private static Vector2[] Opening(Face face, float loose)
    {
        ReadOnlySpan<(float Angle, float Y)> edge = [(-68, -0.1f), (-60, 0.35f), (-36, 0.66f), (0, 0.74f), (36, 0.66f), (60, 0.35f), (68, -0.1f), (64, -0.5f), (45, -0.86f), (0, -1.02f), (-45, -0.86f), (-64, -0.5f)];
        var seen = new Vector2[edge.Length];
        for (var i = 0; i < edge.Length; i++)
        {
            var turned = face.View.Turn(face.Shape.At(edge[i].Angle * (1 + loose), edge[i].Y + (edge[i].Y > 0 ? loose * 0.6f : -loose), 0.03f));
            if (turned.Z < 0) turned = new(turned.X * 0.98f, turned.Y, 0);
            seen[i] = face.View.Flat(turned);
        }
        return seen;
    }

    private static void Crown(Face face)
    {
        var (lower, upper) = (new List<Vector2>(), new List<Vector2>());
        for (var i = 0; i <= 20; i++)
        {
            lower.Add(Turned(face, -90 + 9 * i, 0.58f, 0.1f));
            upper.Add(Turned(face, -90 + 9 * i, 0.66f, 0.16f) - new Vector2(0, face.View.Scale * (i % 4 == 2 ? 0.42f : 0.2f)));
        }
        upper.Reverse();
        Shape(face, [.. lower, .. upper], Gold);
        for (var i = 2; i < 20 && face.Size > 40; i += 4) face.Pen.Spot((lower[i] + upper[20 - i]) / 2, face.View.Scale * 0.035f, new(0x8C, 0x2F, 0x39));
    }

    private static void Shape(Face face, Vector2[] outline, SKColor colour)
    {
        if (outline.Length < 3) return;
        using var path = Pen.PathOf(outline);
        face.Pen.Wash(path, colour, 20);
        if (!face.Tiny) face.Pen.Within(path, () => face.Pen.Spot(face.View.See(new(-face.LightFrom * 0.95f, 0.7f, 0)), face.View.Scale * 0.75f, colour.Darker(0.6f).Thin(0.35f)));
        face.Pen.Outline(outline, face.Weight(2.7f), Tint.Black);
    }
}
