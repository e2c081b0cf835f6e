using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Eyes and brows.</summary>
internal static class EyeArtist
{
    private static readonly SKColor White = new(0xF7, 0xF3, 0xEA);

    public static void Draw(Face face)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = Spread(face);
            if (face.Seen(side * x) && !(face.Traits.EyePatch && side > 0))
            {
                if (face.Tiny) Dot(face, side, x);
                else Eye(face, side, x);
            }
            if (face.Seen(side * (x - 0.08f))) Brow(face, side, x);
        }
        if (face.Traits.EyePatch) Patch(face);
    }

    public static float Level(Face face) => -0.02f - 0.13f * face.Shape.Young;

    private static float Spread(Face face) => 0.305f + 0.022f * face.Traits.EyeSpace;

    private static void Dot(Face face, int side, float x)
    {
        var y = Level(face);
        face.Pen.Spot(face.At(side * x, y), face.View.Scale * 0.065f, face.Line);
        face.Pen.Line(face.At(side * (x - 0.12f), y + 0.04f), face.At(side * (x + 0.14f), y + 0.04f), 0.8f, face.Line);
    }

    private static void Eye(Face face, int side, float spread)
    {
        var (traits, mood, pen) = (face.Traits, face.Mood, face.Pen);
        var size = (traits.Woman ? 1.06f : 0.97f) * (1 + 0.12f * traits.EyeSize) * (1 + 0.28f * face.Shape.Young);
        var level = Level(face);
        var tilt = 0.028f * traits.EyeTilt;
        var open = Math.Clamp((1 + 0.35f * mood.Wide) * (1 - 0.22f * Math.Max(traits.Lids, 0) - 0.1f * traits.Wear - 0.12f * Math.Max(mood.Smile, 0)), 0.05f, 1.4f);
        Vector2 On(float u, float v, float outward = -0.03f) =>
            face.At(side * (spread + u * size), level + tilt * (u / 0.15f) + v * size, outward + 0.035f * (1 - Math.Min(1, u * u / 0.026f)));

        if (mood.Shut)
        {
            pen.Line(Curve.Through([On(-0.15f, -0.01f), On(-0.05f, -0.055f), On(0.06f, -0.055f), On(0.165f, -0.005f)]), face.Weight(3.2f), face.Line, 0.5f);
            pen.Line(Curve.Through([On(-0.12f, 0.06f), On(0, 0.085f), On(0.13f, 0.05f)]), face.Weight(1.2f), face.Line.Thin(0.7f));
            return;
        }
        var upper = Curve.Through([On(-0.155f, -0.018f), On(-0.09f, 0.055f * open), On(0.0f, 0.086f * open), On(0.09f, 0.066f * open), On(0.168f, 0.008f)], 5);
        var lower = Curve.Through([On(0.168f, 0.008f), On(0.1f, -0.045f * open), On(0.0f, -0.066f * open), On(-0.09f, -0.05f * open), On(-0.155f, -0.018f)], 5);
        Vector2[] socket = [.. Curve.Through([On(-0.2f, 0.02f), On(-0.12f, 0.15f), On(0.04f, 0.19f), On(0.2f, 0.12f), On(0.24f, 0.0f), On(0.12f, -0.1f), On(-0.08f, -0.1f)], 4, closed: true)];
        pen.Poly(socket, face.Shadow.Thin(0.16f + 0.1f * traits.Wear));
        Vector2[] opening = [.. upper, .. lower];
        using (var path = Pen.PathOf(opening))
        {
            pen.Poly(path, White.Mix(face.Shadow, 0.08f));
            pen.Within(path, () => Iris(face, On, mood, side));
        }
        var woman = traits.Woman && !traits.Child;
        pen.Line(upper, face.Weight(woman ? 4.6f : 3.6f), face.Line, 0.6f);
        if (woman && face.Size > 40) pen.Line(Curve.Through([On(0.08f, 0.07f * open), On(0.165f, 0.018f), On(0.215f, 0.045f)]), face.Weight(3.4f), face.Line, 0.9f);
        pen.Line(lower, face.Weight(1.3f), face.Line.Thin(0.75f), 0.9f);
        if (face.Size > 40) pen.Line(Curve.Through([On(-0.13f, 0.045f + 0.05f * open), On(-0.03f, 0.085f + 0.055f * open), On(0.08f, 0.075f + 0.05f * open), On(0.175f, 0.04f + 0.02f * open)]), face.Weight(1.5f), face.Line.Thin(0.8f), 0.9f);
        if (face.Fine && traits.Wear > 0.15f)
        {
            pen.Line(Curve.Through([On(-0.11f, -0.11f), On(0.0f, -0.145f), On(0.1f, -0.115f)]), face.Weight(1.2f), face.Line.Thin(0.3f + 0.4f * traits.Wear), 0.95f);
            for (var i = -1; i < 2; i++) pen.Line(On(0.22f, 0.01f + 0.035f * i), On(0.3f, 0.0f + 0.075f * i), face.Weight(1.1f), face.Line.Thin(0.25f + 0.4f * traits.Wear), 0.9f);
        }
    }

    private static void Iris(Face face, Func<float, float, float, Vector2> on, Mood mood, int side)
    {
        var centre = new Vector2(0.008f + side * mood.Gaze.X * 0.06f, 0.012f + mood.Gaze.Y * 0.03f);
        var colour = Tint.Of(face.Traits.EyeColour);
        Disc(face, on, centre, 0.079f, colour.Darker(0.55f));
        Disc(face, on, centre, 0.067f, colour);
        Disc(face, on, centre + new Vector2(0, -0.014f), 0.045f, colour.Lighter(0.25f));
        Disc(face, on, centre, 0.034f, Tint.Black);
        var light = on(centre.X + side * face.LightFrom * 0.028f, centre.Y + 0.03f, 0);
        if (face.Size > 34) face.Pen.Spot(light, face.View.Scale * 0.0165f, Tint.Gouache);
        // The upper lid's shadow on the ball.
        face.Pen.Poly([on(-0.2f, 0.12f, 0), on(0.2f, 0.12f, 0), on(0.18f, 0.03f, 0), on(0, 0.055f, 0), on(-0.17f, 0.01f, 0)], face.Shadow.Darker(0.3f).Thin(0.32f));
    }

    private static void Disc(Face face, Func<float, float, float, Vector2> on, Vector2 centre, float radius, SKColor colour)
    {
        Span<Vector2> disc = stackalloc Vector2[14];
        for (var i = 0; i < disc.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * 2 * MathF.PI / disc.Length);
            disc[i] = on(centre.X + radius * cos, centre.Y + radius * sin, -0.01f);
        }
        face.Pen.Poly(disc, colour);
    }

    private static void Brow(Face face, int side, float spread)
    {
        var (traits, mood, pen) = (face.Traits, face.Mood, face.Pen);
        var y = Level(face) + 0.225f + 0.05f * mood.Lift - (traits.Woman ? 0 : 0.03f) + 0.03f * face.Shape.Young;
        var thick = (traits.Woman ? 0.036f : 0.058f) * (1 + 0.45f * traits.Brows) * (1 - 0.3f * face.Shape.Young);
        var inner = -0.055f * Math.Max(mood.Frown, 0) - 0.075f * Math.Min(mood.Frown, 0);
        var arch = (traits.Woman ? 0.035f : 0.02f) + 0.025f * traits.BrowArch + 0.01f * mood.Lift;
        var pull = 0.03f * Math.Max(mood.Frown, 0);
        Vector2 On(float u, float v) => face.At(side * (spread + u - pull), y + v, 0.015f);
        var colour = Colour(traits).Mix(face.Line, 0.3f);
        if (face.Tiny)
        {
            pen.Line(On(-0.16f, inner), On(0.2f, arch), 1.1f, colour);
            return;
        }
        var top = Curve.Through([On(-0.19f, inner + thick * 0.4f), On(-0.05f, arch + thick * 0.55f), On(0.1f, arch + 0.012f + thick * 0.4f), On(0.235f, arch - 0.055f)], 5);
        var bottom = Curve.Through([On(0.235f, arch - 0.055f), On(0.1f, arch - 0.01f - thick * 0.25f), On(-0.05f, arch * 0.7f - thick * 0.5f), On(-0.185f, inner - thick * 0.65f)], 5);
        pen.Poly([.. top, .. bottom], colour.Thin(0.86f));
        if (!face.Fine) return;
        for (var i = 0; i < 11; i++)
        {
            var u = -0.19f + 0.04f * i;
            var at = i < 3 ? inner * (1 - i / 3f) + arch * i / 4f : arch - 0.05f * MathF.Pow(Math.Max(0, u - 0.08f) / 0.15f, 2);
            pen.Line(On(u, at - thick * 0.7f), On(u + 0.045f, at + thick * (0.75f - 0.03f * i)), face.Weight(1.4f), colour.Darker(0.25f).Thin(0.85f), 0.95f);
        }
        if (mood.Frown > 0.4f && side > 0) pen.Line(face.At(0.04f, y - 0.02f, 0.02f), face.At(0.055f, y + 0.09f, 0.02f), face.Weight(1.6f), face.Line.Thin(0.7f), 0.9f);
    }

    /// <summary>Brows keep their colour longer than hair, and are never quite fair.</summary>
    private static SKColor Colour(Traits traits) => Tint.Of(traits.HairColour).Darker(traits.Wear > 0.6f ? 0.15f : 0.35f);

    private static void Patch(Face face)
    {
        var x = Spread(face);
        if (!face.Seen(x)) return;
        var patch = Curve.Through(face.Points((x - 0.2f, 0.1f, 0.05f), (x, 0.14f, 0.05f), (x + 0.2f, 0.08f, 0.04f), (x + 0.15f, -0.12f, 0.04f), (x, -0.19f, 0.05f), (x - 0.16f, -0.1f, 0.05f)), 4, closed: true);
        face.Pen.Poly(patch, new(0x2B, 0x29, 0x2B));
        face.Pen.Line(Curve.Through(face.Points((x - 0.15f, 0.1f, 0.04f), (0, 0.3f, 0.03f), (-0.35f, 0.55f, 0.02f), (-0.55f, 0.66f, 0.02f))), face.Weight(4), new(0x2B, 0x29, 0x2B), 0.1f);
        if (face.Fine) face.Pen.Hatch(patch, Tint.Gouache.Thin(0.3f), -30, 0.5f);
    }
}
