using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>The trunk from the root of the neck to the hem of what is worn, as rings along the spine.</summary>
internal sealed class Torso
{
    private readonly Figure _figure;
    private readonly Vector3 _down, _across, _front;
    private readonly float _scale;

    public Torso(Figure figure)
    {
        _figure = figure;
        var body = figure.Body;
        _scale = body.Scale;
        _down = Vector3.Normalize(body.Hips - body.Neck);
        _across = body.Across;
        _front = Vector3.Normalize(Vector3.Cross(_across, _down) is var cross && Vector3.Dot(cross, body.Front) >= 0 ? cross : -cross);
        var traits = figure.Traits;
        var width = MathF.Abs(Vector3.Distance(body.Shoulders[0], body.Shoulders[1])) / 2 / _scale;
        var (woman, girth) = (traits.Woman && !traits.Child, body.Girth);
        var loose = traits.Garment is Garment.Coat or Garment.Robe or Garment.WhiteCoat or Garment.Hoodie or Garment.Armour ? 1.12f : 1f;
        (float, float, float)[] rings = [
            (-0.045f, 0.058f, 0.06f), (-0.01f, 0.082f, 0.07f), (0.022f, width * 0.62f, 0.085f), (0.05f, width * 0.95f, 0.095f), (0.12f, width * 1.06f, 0.115f * girth),
            (0.22f, width * 0.93f * loose, (woman ? 0.135f : 0.125f) * girth), (0.36f, (woman ? 0.118f : 0.145f) * girth * loose, 0.1f * girth), (0.5f, (woman ? 0.168f : 0.158f) * girth * loose, 0.115f * girth)];
        Rings = [.. rings, .. Hem(traits, figure.Body.Pose, girth, woman)];
    }

    /// <summary>Distance below the root of the neck, half width, half depth; metres of a grown person.</summary>
    public (float Down, float Half, float Deep)[] Rings { get; }

    public float Bottom => Rings[^1].Down;

    /// <summary>A point of the front: u from -1 to 1 across, at a distance below the root of the neck.</summary>
    public Vector2 Front(float u, float down, float off = 0.006f)
    {
        var (half, deep) = Ring(down);
        var sign = _figure.Facing >= 0 ? 1 : -1;
        return _figure.Camera.See(Point(down, half * u, sign * (deep * MathF.Sqrt(MathF.Max(0, 1 - u * u * 0.96f)) + off)));
    }

    /// <summary>The trunk's outline as it is seen.</summary>
    public Vector2[] Outline()
    {
        var camera = _figure.Camera;
        var (top, foot) = (camera.See(Point(Rings[0].Down, 0, 0)), camera.See(Point(Bottom, 0, 0)));
        var axis = foot - top;
        if (axis.Length() < 0.45f * (Bottom - Rings[0].Down) * _scale * camera.Scale(_figure.Body.Neck)) return Hull();
        var normal = Vector2.Normalize(new Vector2(-axis.Y, axis.X));
        var (left, right) = (new List<Vector2>(), new List<Vector2>());
        foreach (var ring in Rings)
        {
            var (low, high) = (Vector2.Zero, Vector2.Zero);
            var (least, most) = (float.MaxValue, float.MinValue);
            foreach (var point in Around(ring))
            {
                var reach = Vector2.Dot(point - top, normal);
                if (reach < least) (least, low) = (reach, point);
                if (reach > most) (most, high) = (reach, point);
            }
            left.Add(low);
            right.Add(high);
        }
        right.Reverse();
        return [.. Curve.Through([.. left], 4), .. Curve.Through([.. right], 4)];
    }

    private Vector2[] Hull()
    {
        var points = Rings.SelectMany(Around).OrderBy(point => point.X).ThenBy(point => point.Y).ToList();
        var hull = new List<Vector2>();
        foreach (var pass in (ReadOnlySpan<int>)[0, 1])
        {
            var start = hull.Count;
            foreach (var point in pass == 0 ? points : Enumerable.Reverse(points))
            {
                while (hull.Count >= start + 2 && Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
            hull.RemoveAt(hull.Count - 1);
        }
        return hull.Count < 3 ? [] : Curve.Through([.. hull], 2, closed: true);
    }

    private static float Cross(Vector2 a, Vector2 b, Vector2 c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

    private IEnumerable<Vector2> Around((float Down, float Half, float Deep) ring)
    {
        for (var i = 0; i < 16; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / 16);
            yield return _figure.Camera.See(Point(ring.Down, ring.Half * cos, ring.Deep * sin));
        }
    }

    private Vector3 Point(float down, float aside, float ahead) => _figure.Body.Neck + (_down * down + _across * aside + _front * ahead) * _scale;

    private (float Half, float Deep) Ring(float down)
    {
        for (var i = 1; i < Rings.Length; i++)
        {
            if (down > Rings[i].Down) continue;
            var t = Math.Clamp((down - Rings[i - 1].Down) / (Rings[i].Down - Rings[i - 1].Down), 0, 1);
            return (Rings[i - 1].Half + (Rings[i].Half - Rings[i - 1].Half) * t, Rings[i - 1].Deep + (Rings[i].Deep - Rings[i - 1].Deep) * t);
        }
        return (Rings[^1].Half, Rings[^1].Deep);
    }

    // How far down the garment reaches, and how wide it falls.
    private static (float, float, float)[] Hem(Traits traits, Pose pose, float girth, bool woman)
    {
        var hip = (woman ? 0.18f : 0.168f) * girth;
        if (pose.Seated || pose.Lying || pose.Hips < 0.7f) return [(0.62f, hip, 0.12f * girth)];
        var skirt = traits.Legwear is Legwear.Skirt or Legwear.LongSkirt;
        return traits.Garment switch
        {
            Garment.Robe => [(0.62f, hip * 1.08f, 0.14f * girth), (1.0f, hip * 1.32f, 0.2f), (1.4f, hip * 1.6f, 0.26f)],
            Garment.Dress => traits.Legwear == Legwear.LongSkirt ? [(0.62f, hip * 1.08f, 0.14f * girth), (1.0f, hip * 1.45f, 0.22f), (1.38f, hip * 1.8f, 0.3f)] : [(0.62f, hip * 1.06f, 0.13f * girth), (1.0f, hip * 1.45f, 0.2f)],
            Garment.Coat or Garment.WhiteCoat => [(0.62f, hip * 1.12f, 0.14f * girth), (0.98f, hip * 1.32f, 0.19f)],
            _ when skirt => [(0.62f, hip, 0.12f * girth)],
            Garment.Suit or Garment.Tunic => [(0.68f, hip * 1.06f, 0.13f * girth)],
            _ => [(0.6f, hip, 0.12f * girth)],
        };
    }
}
