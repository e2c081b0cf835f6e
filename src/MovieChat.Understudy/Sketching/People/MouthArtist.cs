using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>The mouth, shut or open.</summary>
internal static class MouthArtist
{
    public static void Draw(Face face)
    {
        if (!face.Seen(0, -0.6f)) return;
        var (traits, mood, pen) = (face.Traits, face.Mood, face.Pen);
        var baby = face.Shape.Young;
        var half = 0.205f * (1 + 0.16f * traits.MouthWidth) * (1 + 0.16f * Math.Max(mood.Smile, 0)) * (1 - 0.12f * mood.Open) * (1 - 0.16f * baby);
        var full = (traits.Woman ? 1.12f : 0.85f) * (1 + 0.4f * traits.Lips) * (1 - 0.3f * traits.Wear);
        var y = -0.635f + 0.015f * baby;
        var corner = y + 0.005f + 0.055f * mood.Smile;
        var drop = 0.15f * mood.Open;
        Vector2 On(float x, float at, float outward) => face.At(x * half, at, outward);
        Vector2[] ends = [On(-1, corner, 0), On(1, corner, 0)];
        if (face.Tiny)
        {
            pen.Line(Curve.Through([ends[0], On(0, y - 0.015f - drop, 0.03f), ends[1]]), mood.Open > 0.3f ? 2.2f : 1.1f, face.Line, 0.4f);
            return;
        }
        var middle = Curve.Through([ends[0], On(-0.5f, y + 0.012f + 0.02f * mood.Smile, 0.02f), On(0, y - 0.006f - 0.01f * mood.Smile, 0.035f), On(0.5f, y + 0.012f + 0.02f * mood.Smile, 0.02f), ends[1]], 5);
        var top = Curve.Through([ends[0], On(-0.55f, y + 0.045f * full, 0.025f), On(-0.2f, y + 0.066f * full, 0.04f), On(0, y + 0.05f * full, 0.04f), On(0.2f, y + 0.066f * full, 0.04f), On(0.55f, y + 0.045f * full, 0.025f), ends[1]], 4);
        var below = Curve.Through([ends[1], On(0.6f, y - 0.06f * full - drop, 0.02f), On(0.2f, y - 0.09f * full - drop, 0.035f), On(-0.2f, y - 0.09f * full - drop, 0.035f), On(-0.6f, y - 0.06f * full - drop, 0.02f), ends[0]], 4);
        var rose = face.Skin.Mix(new(0x9E, 0x3F, 0x42), traits.Woman ? 0.42f : 0.25f);
        if (mood.Open > 0.12f) OpenMouth(face, middle, below, On, y, drop, rose);
        else pen.Poly([.. middle, .. below], rose.Lighter(0.1f).Thin(0.75f));
        pen.Poly([.. top, .. Reversed(middle)], rose.Darker(0.2f).Thin(0.8f));
        pen.Line(middle, face.Weight(2.8f), face.Line, 0.5f);
        if (face.Size < 40) return;
        foreach (var end in ends) pen.Spot(end, face.Weight(1.5f) * pen.Unit, face.Line.Thin(0.8f));
        pen.Line(Curve.Through([On(0.5f, y - 0.095f * full - drop, 0.03f), On(0, y - 0.115f * full - drop, 0.035f), On(-0.5f, y - 0.095f * full - drop, 0.03f)]), face.Weight(1.7f), face.Line.Thin(0.6f), 0.9f);
        if (traits.Woman && face.Fine) pen.Line(top, face.Weight(1.1f), face.Line.Thin(0.55f), 0.8f);
        if (!traits.Child && (mood.Smile > 0.3f || traits.Wear > 0.15f)) Folds(face, half, corner, Math.Max(mood.Smile * 0.7f, traits.Wear));
    }

    private static void OpenMouth(Face face, Vector2[] middle, Vector2[] below, Func<float, float, float, Vector2> on, float y, float drop, SKColor rose)
    {
        Vector2[] opening = [.. middle, .. below];
        using var path = Pen.PathOf(opening);
        face.Pen.Poly(path, new(0x3A, 0x1E, 0x22));
        face.Pen.Within(path, () =>
        {
            face.Pen.Poly([on(-0.8f, y + 0.04f, 0.02f), on(0.8f, y + 0.04f, 0.02f), on(0.6f, y - 0.035f, 0.02f), on(0, y - 0.05f, 0.03f), on(-0.6f, y - 0.035f, 0.02f)], Tint.Gouache.Mix(face.Shadow, 0.12f));
            face.Pen.Poly([on(-0.7f, y - drop - 0.02f, 0.02f), on(0, y - drop + 0.005f, 0.03f), on(0.7f, y - drop - 0.02f, 0.02f), on(0.5f, y - drop - 0.2f, 0), on(-0.5f, y - drop - 0.2f, 0)], rose);
        });
        face.Pen.Line(below, face.Weight(1.8f), face.Line, 0.6f);
    }

    private static void Folds(Face face, float half, float corner, float depth)
    {
        if (!face.Fine) return;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!face.Seen(side * half * 1.5f, -0.55f)) continue;
            face.Pen.Line(Curve.Through(face.Points((side * 0.17f, -0.37f, 0.01f), (side * (half + 0.07f), -0.5f, 0.01f), (side * (half + 0.1f), corner - 0.02f, 0.005f))), face.Weight(1.5f), face.Line.Thin(0.25f + 0.5f * depth), 0.9f);
        }
    }

    private static Vector2[] Reversed(Vector2[] points) => [.. points.Reverse()];
}
