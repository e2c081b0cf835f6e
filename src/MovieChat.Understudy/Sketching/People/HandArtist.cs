using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Hands, drawn flat along the forearm.</summary>
internal static class HandArtist
{
    public static void Draw(Figure figure, int side, Vector3 elbow, Vector3 wrist, Hand kind)
    {
        var camera = figure.Camera;
        var (from, at) = (camera.See(elbow), camera.See(wrist));
        var size = 0.095f * figure.Body.Scale * camera.Scale(wrist) * (figure.Traits.Woman ? 0.92f : 1);
        var way = at - from;
        // A forearm that points to the viewer leaves no direction in the picture.
        way = way.Length() > size * 0.4f ? Vector2.Normalize(way) : Vector2.UnitY;
        Draw(figure.Pen, figure.Skin, at, way, size, kind, side == 0 ? 1 : -1, figure.Weight(1));
    }

    /// <param name="way">Where the forearm points.</param>
    /// <param name="size">Pixels from wrist to knuckles.</param>
    /// <param name="thumb">On which side the thumb is: 1 to the right of the way.</param>
    public static void Draw(Pen pen, SKColor skin, Vector2 at, Vector2 way, float size, Hand kind, int thumb, float weight)
    {
        var across = new Vector2(-way.Y, way.X) * thumb;
        Vector2 On(float along, float aside) => at + (way * along + across * aside) * size;
        var ink = Tint.Black;
        if (size / pen.Unit < 12)
        {
            pen.Spot(On(0.5f, 0), size * 0.55f, skin);
            pen.Line(On(0, -0.4f), On(1.1f, -0.3f), 0.8f, ink);
            return;
        }
        var closed = kind is Hand.Fist or Hand.Hold;
        var curl = kind switch { Hand.Fist => 0.22f, Hand.Hold => 0.4f, Hand.Relaxed => 0.72f, _ => 0.95f };
        var spread = kind == Hand.Open ? 0.2f : 0.03f;
        var palm = Curve.Through([On(-0.12f, -0.3f), On(0.4f, -0.44f), On(0.95f, -0.46f), On(1.05f, 0.0f), On(0.95f, 0.44f), On(0.4f, 0.46f), On(-0.12f, 0.3f)], 4, closed: true);
        var tip = On(kind == Hand.Open ? 0.85f : closed ? 0.8f : 0.98f, kind == Hand.Open ? 1.0f : closed ? 0.3f : 0.62f);
        Finger(pen, skin, [On(0.12f, 0.3f), On(0.5f, kind == Hand.Open ? 0.68f : 0.58f), tip], size * 0.15f, weight);
        pen.Poly(palm, skin);
        pen.Line(palm.AsSpan(0, palm.Length / 2), weight * 2.1f, ink, 0.6f);
        pen.Line(palm.AsSpan(palm.Length / 2), weight * 2.1f, ink, 0.8f);
        for (var i = 3; i >= 0; i--)
        {
            var aside = -0.36f + 0.24f * i;
            var reach = (i is 1 or 2 ? 1 : i == 0 ? 0.78f : 0.92f) * (kind == Hand.Point && i == 3 ? 1.0f : kind == Hand.Point ? 0.25f : curl);
            var (root, end) = (On(0.9f, aside), On(0.95f + reach * 0.95f, aside + spread * (i - 1.5f) * 1.2f));
            var knuckle = On(0.95f + reach * 0.5f, aside * (kind == Hand.Relaxed ? 1.05f : 1) + spread * (i - 1.5f) * 0.5f);
            Finger(pen, skin, [root, knuckle, end], size * 0.125f, weight);
        }
        if (!closed) return;
        Finger(pen, skin, [On(0.3f, 0.42f), On(0.8f, 0.42f), On(1.02f, 0.1f)], size * 0.14f, weight);
    }

    private static void Finger(Pen pen, SKColor skin, ReadOnlySpan<Vector2> joints, float half, float weight)
    {
        var spine = Curve.Through(joints, 4);
        var (left, right) = (new List<Vector2>(), new List<Vector2>());
        for (var i = 0; i < spine.Length; i++)
        {
            var way = spine[Math.Min(i + 1, spine.Length - 1)] - spine[Math.Max(i - 1, 0)];
            var normal = Vector2.Normalize(new Vector2(-way.Y, way.X) + new Vector2(1e-4f, 0)) * half * (1 - 0.25f * i / spine.Length);
            left.Add(spine[i] + normal);
            right.Add(spine[i] - normal);
        }
        var end = spine[^1] - spine[^2];
        var cap = spine[^1] + Vector2.Normalize(end + new Vector2(1e-4f, 0)) * half * 0.8f;
        right.Reverse();
        Vector2[] shape = [.. left, cap, .. right];
        pen.Poly(shape, skin);
        pen.Line(Curve.Through(shape, 2), weight * 1.7f, Tint.Black, 0.6f);
    }
}
