using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Beards and moustaches: drawn over the skin and under the mouth.</summary>
internal static class BeardArtist
{
    public static void Draw(Face face)
    {
        if (face.Traits.Beard == Beard.None || !face.Seen(0, -0.6f)) return;
        var colour = Tint.Of(face.Traits.BeardColour);
        var ink = colour.Light() > 0.45f ? colour.Darker(0.55f) : Tint.Black;
        switch (face.Traits.Beard)
        {
            case Beard.Stubble: Full(face, colour, ink, 0.012f, 0, shade: true); break;
            case Beard.Moustache: Moustache(face, colour, ink); break;
            case Beard.Goatee: Chin(face, colour, ink); Moustache(face, colour, ink); break;
            case Beard.Short: Full(face, colour, ink, 0.05f, 0.06f); Moustache(face, colour, ink); break;
            case Beard.Full: Full(face, colour, ink, 0.12f, 0.22f); Moustache(face, colour, ink); break;
            default: Full(face, colour, ink, 0.15f, 0.85f); Moustache(face, colour, ink); break;
        }
    }

    private static void Full(Face face, SKColor colour, SKColor ink, float thick, float length, bool shade = false)
    {
        var points = new List<Vector3>(900);
        for (var angle = -98f; angle <= 98; angle += 7)
            for (var y = -1.02f; y < -0.05f; y += 0.05f)
            {
                var grow = Curve.Smooth(-0.1f, -0.6f, y);
                var point = face.Shape.At(angle, y, thick * grow);
                points.Add(point);
                if (y < -0.72f && length > 0) points.Add(point + new Vector3(-point.X * 0.25f * MathF.Min(length, 0.6f), -length * (1 - 0.55f * MathF.Abs(angle) / 98), 0.08f * length));
            }
        var outline = face.View.Outline(points, new(0, -0.62f, 0.35f), 48);
        if (outline.Length == 0) return;
        using var whole = Pen.PathOf(outline);
        using var cheeks = Pen.PathOf(Cheeks(face));
        using var beard = whole.Op(cheeks, SKPathOp.Difference) ?? new SKPath(whole);
        if (shade) face.Pen.Poly(beard, colour.Mix(face.Shadow, 0.3f).Thin(0.36f));
        else face.Pen.Poly(beard, colour);
        face.Pen.Within(beard, () => Hairs(face, shade ? ink.Thin(0.55f) : ink.Thin(0.75f), colour, length, shade));
        if (!shade) face.Pen.Within(cheeks, () => face.Pen.Outline(outline, face.Weight(2.4f), ink), outside: true);
    }

    // The part of the face that stays bare: cheeks, nose, and the skin above the moustache.
    private static Vector2[] Cheeks(Face face)
    {
        var edge = new List<Vector2>();
        ReadOnlySpan<(float Angle, float Y)> line = [(-100, 0.05f), (-84, -0.06f), (-70, -0.3f), (-52, -0.44f), (-34, -0.52f), (-20, -0.49f), (0, -0.46f), (20, -0.49f), (34, -0.52f), (52, -0.44f), (70, -0.3f), (84, -0.06f), (100, 0.05f)];
        foreach (var (angle, y) in line)
        {
            edge.Add(face.View.Flat(face.View.Pushed(face.Shape.At(angle, y, 0.02f), angle)));
        }
        return [.. Curve.Through([.. edge], 3), face.View.Flat(new(2, 1.4f, 0)), face.View.Flat(new(-2, 1.4f, 0))];
    }

    private static void Hairs(Face face, SKColor ink, SKColor colour, float length, bool shade)
    {
        if (face.Tiny) return;
        var count = face.Fine ? shade ? 190 : 130 : 34;
        for (var i = 0; i < count; i++)
        {
            var (angle, y) = (face.Pen.Chance.Between(-92, 92), -0.1f - 0.92f * face.Pen.Chance.Below(100) / 100f);
            var root = face.Shape.At(angle, y, 0.05f);
            if (face.View.Turn(root).Z < 0) continue;
            var reach = shade ? 0.035f : 0.13f + 0.35f * length * Curve.Smooth(-0.5f, -1, y);
            var tip = root + new Vector3(-root.X * 0.12f * reach / 0.2f + 0.03f * face.Pen.Jitter(), -reach, 0.03f);
            face.Pen.Line(Curve.Through([face.View.See(root), face.View.See((root + tip) / 2 + new Vector3(0.02f * face.Pen.Jitter(), 0, 0.02f)), face.View.See(tip)], 3), face.Weight(shade ? 1.1f : 1.4f), i % 5 == 0 && !shade ? colour.Lighter(0.4f) : ink, 0.95f);
        }
        if (length > 0) face.Pen.Poly([face.At(-0.16f, -0.735f, 0.06f), face.At(0.16f, -0.735f, 0.06f), face.At(0.1f, -0.8f, 0.08f), face.At(-0.1f, -0.8f, 0.08f)], ink.Thin(0.3f));
    }

    private static void Chin(Face face, SKColor colour, SKColor ink)
    {
        var patch = Curve.Through(face.Points((-0.16f, -0.76f, 0.03f), (0, -0.73f, 0.05f), (0.16f, -0.76f, 0.03f), (0.17f, -0.92f, 0.06f), (0.07f, -1.1f, 0.1f), (-0.07f, -1.1f, 0.1f), (-0.17f, -0.92f, 0.06f)), 4, closed: true);
        face.Pen.Poly(patch, colour);
        if (face.Tiny) return;
        face.Pen.Outline(patch, face.Weight(1.6f), ink.Thin(0.8f));
        for (var i = 0; i < 16; i++) face.Pen.Line(face.At(-0.13f + 0.017f * i, -0.77f, 0.05f), face.At(-0.06f + 0.008f * i, -1.05f - 0.03f * (i % 3), 0.1f), face.Weight(1.3f), ink.Thin(0.7f), 0.95f);
    }

    private static void Moustache(Face face, SKColor colour, SKColor ink)
    {
        var thick = face.Traits.Beard == Beard.Moustache ? 1.25f : 1f;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!face.Seen(side * 0.16f, -0.55f)) continue;
            var wing = Curve.Through(face.Points((0, -0.475f, 0.06f), (side * 0.12f, -0.49f, 0.06f), (side * 0.235f, -0.565f, 0.045f), (side * 0.275f, -0.66f * thick / 1.08f, 0.03f), (side * 0.15f, -0.605f, 0.06f), (0, -0.585f - 0.01f * thick, 0.07f)), 4, closed: true);
            face.Pen.Poly(wing, colour);
            if (face.Tiny) continue;
            face.Pen.Outline(wing, face.Weight(1.5f), ink.Thin(0.8f));
            for (var i = 0; i < 9; i++) face.Pen.Line(Curve.Through(face.Points((side * 0.02f * i, -0.48f - 0.004f * i, 0.065f), (side * (0.05f + 0.022f * i), -0.53f - 0.005f * i, 0.065f), (side * (0.06f + 0.024f * i), -0.585f - 0.006f * i, 0.06f)), 3), face.Weight(1.3f), ink.Thin(0.75f), 0.95f);
        }
    }
}
