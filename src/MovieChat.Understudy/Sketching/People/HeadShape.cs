using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>A head without its features, as a stack of rings from chin to crown.</summary>
/// <remarks>Units: half a head's height. The chin is at y = -1, the crown at 1, the eyes at about 0; x to the right, z to where the face looks.
/// Angles about the head are in degrees, 0 at the nose, 90 at the right ear.</remarks>
internal sealed class HeadShape(Traits traits)
{
    private static readonly (float, float)[] Widths =
        [(-1.02f, 0.10f), (-0.96f, 0.25f), (-0.86f, 0.39f), (-0.7f, 0.525f), (-0.5f, 0.615f), (-0.3f, 0.665f), (-0.1f, 0.70f), (0.1f, 0.715f), (0.3f, 0.725f), (0.5f, 0.70f), (0.7f, 0.605f), (0.85f, 0.45f), (0.95f, 0.27f), (1, 0.05f)];

    private static readonly (float, float)[] Fronts =
        [(-1.02f, 0.60f), (-0.96f, 0.71f), (-0.86f, 0.765f), (-0.74f, 0.725f), (-0.62f, 0.77f), (-0.5f, 0.755f), (-0.3f, 0.735f), (-0.1f, 0.71f), (0.08f, 0.70f), (0.24f, 0.755f), (0.5f, 0.72f), (0.7f, 0.61f), (0.85f, 0.45f), (0.95f, 0.27f), (1, 0.02f)];

    private static readonly (float, float)[] Backs =
        [(-1.02f, -0.42f), (-0.86f, -0.12f), (-0.7f, 0.22f), (-0.5f, 0.56f), (-0.3f, 0.74f), (-0.1f, 0.87f), (0.1f, 0.93f), (0.3f, 0.94f), (0.5f, 0.88f), (0.7f, 0.74f), (0.85f, 0.52f), (0.95f, 0.30f), (1, 0.06f)];

    private readonly float _young = traits.Age < 16 ? Math.Clamp((16 - traits.Age) / 12f, 0, 1) : 0;

    public Traits Traits => traits;

    /// <summary>0 grown, 1 a small child.</summary>
    public float Young => _young;

    public float Width(float y)
    {
        var width = Curve.Value(Widths, y);
        var jaw = Curve.Hill(y, -0.62f, 0.34f) * (0.075f * traits.Jaw + (traits.Woman ? -0.035f : 0.03f));
        var chin = Curve.Hill(y, -0.95f, 0.12f) * 0.05f * (traits.Jaw + (traits.Woman ? -0.6f : 0.5f));
        var cheeks = Curve.Hill(y, -0.14f, 0.28f) * 0.035f * traits.Cheeks;
        var flesh = Curve.Hill(y, -0.48f, 0.36f) * (0.06f * Math.Max(traits.Build, 0) + 0.05f * Math.Min(traits.Build, 0) + 0.08f * _young);
        return Math.Max(0.02f, (width + jaw + chin + cheeks + flesh) * (1 - 0.045f * traits.FaceLength));
    }

    public float Front(float y) => Curve.Value(Fronts, y) + Curve.Hill(y, -0.88f, 0.12f) * 0.05f * traits.Chin - Curve.Hill(y, 0.24f, 0.1f) * (traits.Woman || _young > 0 ? 0.025f : 0);

    public static float Back(float y) => Curve.Value(Backs, y);

    /// <summary>A point of the ring at height <paramref name="y"/>, <paramref name="outward"/> off the skin.</summary>
    public Vector3 At(float angle, float y, float outward = 0)
    {
        var (sin, cos) = MathF.SinCos(angle * MathF.PI / 180);
        var (front, back) = (Front(y), Back(y));
        var (middle, half) = ((front - back) / 2, (front + back) / 2);
        const float round = 0.88f;
        var x = MathF.Sign(sin) * MathF.Pow(MathF.Abs(sin), round);
        var z = MathF.Sign(cos) * MathF.Pow(MathF.Abs(cos), round);
        var turn = MathF.Abs(angle > 180 ? 360 - angle : angle);
        var socket = -0.055f * Curve.Hill(turn, 52, 24) * Curve.Hill(y, 0.05f, 0.13f);
        var bone = (0.03f + 0.03f * Math.Max(traits.Cheeks, 0) - 0.02f * Math.Max(traits.Build, 0)) * Curve.Hill(turn, 55, 24) * Curve.Hill(y, -0.17f, 0.12f);
        var hollow = (-0.035f - 0.04f * Math.Max(-traits.Build, 0) - 0.02f * traits.Wear + 0.06f * _young) * Curve.Hill(turn, 60, 22) * Curve.Hill(y, -0.48f, 0.15f);
        var scale = 1 + socket + bone + hollow;
        var point = new Vector3(x * Width(y) * scale, y, middle + z * half * scale);
        if (outward == 0) return point;
        var normal = new Vector3(x, y > 0.3f ? (y - 0.3f) * 1.5f : 0, z);
        return point + outward * Vector3.Normalize(normal + new Vector3(0, 0, 1e-5f));
    }

    /// <summary>The point of the face that lies at (x, y) when it is seen from before.</summary>
    public Vector3 Face(float x, float y, float outward = 0)
    {
        var (width, front, back) = (Width(y), Front(y), Back(y));
        var (middle, half) = ((front - back) / 2, (front + back) / 2);
        var share = Math.Min(MathF.Abs(x) / width, 0.995f);
        var z = middle + half * MathF.Pow(1 - MathF.Pow(share, 2.27f), 1 / 2.27f);
        return new(x, y, z + outward);
    }
}
