using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>Boxes, cylinders, roofs and balls: what furniture and houses are built of.</summary>
internal static class SolidArtist
{
    private static readonly (int A, int B, int C, int D, Vector3 Normal)[] Sides =
        [(0, 1, 5, 4, -Vector3.UnitZ), (1, 3, 7, 5, Vector3.UnitX), (3, 2, 6, 7, Vector3.UnitZ), (2, 0, 4, 6, -Vector3.UnitX), (4, 5, 7, 6, Vector3.UnitY), (0, 2, 3, 1, -Vector3.UnitY)];

    public static void Draw(Stage stage, Spot spot, Solid solid)
    {
        var (n, colour) = (solid.Numbers, stage.Colours.Of(solid.Colour));
        var glow = solid.Colour is "glow" or "neon" or "window" or "glass";
        if (solid.Colour is "glow" or "neon" && stage.Colours.Daylight.Hour is Hour.Night or Hour.Evening) Halo(stage, spot.At(n[0], n[1], n[2]), colour);
        switch (solid.Kind)
        {
            case "box": Box(stage, spot, new(n[0], n[1], n[2]), new(n[3], n[4], n[5]), colour, glow); break;
            case "tower": Box(stage, spot, new(n[0], n[1], n[2]), new(n[3], n[4], n[5]), colour, false); Windows(stage, spot, new(n[0], n[1], n[2]), new(n[3], n[4], n[5])); break;
            case "roof": Roof(stage, spot, new(n[0], n[1], n[2]), new(n[3], n[4], n[5]), colour); break;
            case "cyl": Cylinder(stage, spot.At(n[0], n[1], n[2]), n[3], n[3], n[4], colour, glow); break;
            case "cone": Cylinder(stage, spot.At(n[0], n[1], n[2]), n[3], 0.02f, n[4], colour, glow); break;
            case "ball": Ball(stage, spot.At(n[0], n[1], n[2]), n[3], colour, glow); break;
            case "wheel": Wheel(stage, spot, new(n[0], n[3], n[2]), n[3], colour); break;
            case "disc": Disc(stage, spot, new(n[0], n[1], n[2]), n[3], colour); break;
            default: ShapeArtist.Draw(stage, spot, solid, colour); break;
        }
    }

    private static void Halo(Stage stage, Vector3 at, SKColor colour)
    {
        if (stage.Camera.Depth(at) < 0.5f) return;
        var (centre, size) = (stage.Camera.See(at), stage.Camera.Scale(at));
        using var shader = SKShader.CreateRadialGradient(new(centre.X, centre.Y), size * 0.6f, [colour.Thin(0.6f), colour.Thin(0.22f), colour.Thin(0)], [0, 0.35f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        stage.Pen.Canvas.DrawCircle(centre.X, centre.Y, size * 0.6f, paint);
    }

    private static void Box(Stage stage, Spot spot, Vector3 foot, Vector3 size, SKColor colour, bool glow)
    {
        Span<Vector3> corner = stackalloc Vector3[8];
        for (var i = 0; i < 8; i++) corner[i] = spot.At(foot.X + ((i & 1) - 0.5f) * size.X, foot.Y + (i >> 2) * size.Y, foot.Z + ((i >> 1 & 1) - 0.5f) * size.Z);
        var middle = (corner[0] + corner[7]) / 2;
        if (stage.Camera.Depth(middle) < -size.Length()) return;
        Span<bool> seen = stackalloc bool[6];
        for (var i = 0; i < 6; i++)
        {
            var side = Sides[i];
            var normal = spot.Turned(side.Normal);
            seen[i] = stage.Faces(corner[side.A], normal);
            if (seen[i]) stage.Face([corner[side.A], corner[side.B], corner[side.C], corner[side.D]], colour, glow ? 0 : Stage.Shade(normal));
        }
        var small = stage.Camera.Scale(middle) * size.Length() / stage.Pen.Unit;
        if (small < 9) return;
        // An edge is seen where one of its two sides is.
        ReadOnlySpan<(int A, int B, int One, int Other)> edges = [(0, 1, 0, 5), (1, 3, 1, 5), (3, 2, 2, 5), (2, 0, 3, 5), (4, 5, 0, 4), (5, 7, 1, 4), (7, 6, 2, 4), (6, 4, 3, 4), (0, 4, 0, 3), (1, 5, 0, 1), (3, 7, 1, 2), (2, 6, 2, 3)];
        foreach (var (a, b, one, other) in edges)
            if (seen[one] || seen[other]) stage.Edge(corner[a], corner[b], seen[one] && seen[other] ? 1.4f : 2.1f);
    }

    private static void Windows(Stage stage, Spot spot, Vector3 foot, Vector3 size)
    {
        var (lit, dull) = (new SKColor(0xFF, 0xDC, 0x8E), stage.Colours.Of("dark"));
        var night = stage.Colours.Daylight.Hour is Hour.Night or Hour.Evening;
        foreach (var (normal, across) in (ReadOnlySpan<(Vector3, Vector3)>)[(-Vector3.UnitZ, Vector3.UnitX), (Vector3.UnitX, Vector3.UnitZ), (-Vector3.UnitX, Vector3.UnitZ)])
        {
            var centre = foot + normal * size / 2;
            if (!stage.Faces(spot.At(centre), spot.Turned(normal))) continue;
            for (var y = 1.4f; y < size.Y - 1; y += 2.6f)
                for (var u = -0.36f; u < 0.4f; u += 0.24f)
                {
                    var at = centre + across * u * size + new Vector3(0, y, 0) + normal * 0.03f;
                    var half = across * 0.42f;
                    var bright = night && stage.Pen.Chance.Below(10) < 5;
                    stage.Face([spot.At(at - half), spot.At(at + half), spot.At(at + half + new Vector3(0, 1.3f, 0)), spot.At(at - half + new Vector3(0, 1.3f, 0))], bright ? lit : dull.Mix(stage.Colours.Of("stone"), 0.3f), 0, texture: false);
                }
        }
    }

    private static void Roof(Stage stage, Spot spot, Vector3 foot, Vector3 size, SKColor colour)
    {
        Vector3 On(float x, float y, float z) => spot.At(foot.X + x * size.X / 2, foot.Y + y * size.Y, foot.Z + z * size.Z / 2);
        var (a, b, c, d, e, f) = (On(-1, 0, -1), On(1, 0, -1), On(1, 0, 1), On(-1, 0, 1), On(0, 1, -0.92f), On(0, 1, 0.92f));
        var slope = Vector3.Normalize(new Vector3(size.Y, size.X / 2, 0));
        foreach (var (side, normal) in (ReadOnlySpan<(int, Vector3)>)[(0, new(-slope.X, slope.Y, 0)), (1, slope), (2, -Vector3.UnitZ), (3, Vector3.UnitZ)])
        {
            Vector3[] face = side switch { 0 => [a, d, f, e], 1 => [b, c, f, e], 2 => [a, b, e], _ => [d, c, f] };
            if (!stage.Faces(face[0], spot.Turned(normal))) continue;
            stage.Face(face, colour, Stage.Shade(spot.Turned(normal)));
            for (var i = 0; i < face.Length; i++) stage.Edge(face[i], face[(i + 1) % face.Length]);
            for (var t = 0.2f; t < 0.9f && side < 2; t += 0.2f) stage.Edge(Vector3.Lerp(face[0], face[3], t), Vector3.Lerp(face[1], face[2], t), 1, 0.5f);
        }
    }

    private static void Cylinder(Stage stage, Vector3 foot, float low, float high, float height, SKColor colour, bool glow)
    {
        if (stage.Camera.Depth(foot) < Camera.Near + low) return;
        const int sides = 14;
        Span<Vector2> lower = stackalloc Vector2[sides], upper = stackalloc Vector2[sides];
        for (var i = 0; i < sides; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / sides);
            lower[i] = stage.Camera.See(foot + new Vector3(cos * low, 0, sin * low));
            upper[i] = stage.Camera.See(foot + new Vector3(cos * high, height, sin * high));
        }
        var hull = Hull([.. lower, .. upper]);
        if (hull.Length < 3) return;
        var (pen, ink) = (stage.Pen, stage.Ink(foot));
        using var path = Pen.PathOf(hull);
        pen.Wash(path, stage.Air(colour, foot), 80);
        var wide = stage.Camera.Scale(foot) * low;
        if (!glow && wide > 6 * pen.Unit)
        {
            using var dark = Pen.PathOf(RightOf(hull, stage.Camera.See(foot).X + wide * 0.2f));
            pen.Poly(dark, colour.Darker(0.6f).Thin(0.34f));
            pen.Hatch(dark, ink.Thin(0.35f), -60);
        }
        if (wide > 2 * pen.Unit) pen.Outline(hull, stage.Weight(foot), ink);
        if (stage.Camera.At.Y <= foot.Y + height || high < 0.05f) return;
        pen.Poly(upper, stage.Air(colour.Lighter(0.2f), foot));
        if (wide > 4 * pen.Unit) pen.Outline(upper, stage.Weight(foot, 1.5f), ink);
    }

    private static Vector2[] RightOf(Vector2[] shape, float x)
    {
        var right = new List<Vector2>(shape.Length + 2);
        for (var i = 0; i < shape.Length; i++)
        {
            var (a, b) = (shape[i], shape[(i + 1) % shape.Length]);
            if (a.X >= x) right.Add(a);
            if (a.X >= x != b.X >= x) right.Add(Vector2.Lerp(a, b, (x - a.X) / (b.X - a.X)));
        }
        return [.. right];
    }

    private static void Ball(Stage stage, Vector3 at, float radius, SKColor colour, bool glow)
    {
        if (stage.Camera.Depth(at) < Camera.Near + radius) return;
        var (centre, size, pen) = (stage.Camera.See(at), stage.Camera.Scale(at) * radius, stage.Pen);
        var ring = Ring(centre, size);
        using var path = Pen.PathOf(ring);
        pen.Wash(path, stage.Air(colour, at));
        if (glow) return;
        pen.Within(path, () => pen.Spot(centre + new Vector2(0.5f, 0.4f) * size, size * 0.85f, colour.Darker(0.6f).Thin(0.35f)));
        pen.Outline(ring, stage.Weight(at, 1.7f), stage.Ink(at));
    }

    private static void Wheel(Stage stage, Spot spot, Vector3 hub, float radius, SKColor colour)
    {
        var ring = new Vector3[16];
        for (var i = 0; i < ring.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / ring.Length);
            ring[i] = spot.At(hub.X * 1.06f, hub.Y + radius * sin, hub.Z + radius * cos);
        }
        stage.Face(ring, colour, 0.2f);
        for (var i = 0; i < ring.Length; i++) stage.Edge(ring[i], ring[(i + 1) % ring.Length], 1.6f);
        stage.Face([.. ring.Select(point => Vector3.Lerp(point, spot.At(hub.X * 1.07f, hub.Y, hub.Z), 0.5f))], stage.Colours.Of("metal"), 0, texture: false);
    }

    private static void Disc(Stage stage, Spot spot, Vector3 centre, float radius, SKColor colour)
    {
        var ring = new Vector3[22];
        for (var i = 0; i < ring.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / ring.Length);
            ring[i] = spot.At(centre.X + radius * cos, centre.Y + radius * sin, centre.Z);
        }
        stage.Face(ring, colour);
        for (var i = 0; i < ring.Length; i++) stage.Edge(ring[i], ring[(i + 1) % ring.Length]);
    }

    private static Vector2[] Ring(Vector2 centre, float size)
    {
        var ring = new Vector2[18];
        for (var i = 0; i < ring.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / ring.Length);
            ring[i] = centre + size * new Vector2(cos, sin);
        }
        return ring;
    }

    public static Vector2[] Hull(Vector2[] points)
    {
        Array.Sort(points, (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<Vector2>();
        foreach (var pass in (ReadOnlySpan<int>)[0, 1])
        {
            var start = hull.Count;
            for (var i = 0; i < points.Length; i++)
            {
                var point = points[pass == 0 ? i : points.Length - 1 - i];
                while (hull.Count >= start + 2 && (hull[^1].X - hull[^2].X) * (point.Y - hull[^2].Y) - (hull[^1].Y - hull[^2].Y) * (point.X - hull[^2].X) <= 0) hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
            if (hull.Count > 0) hull.RemoveAt(hull.Count - 1);
        }
        return [.. hull];
    }
}

/// <summary>Where a prop stands and how it is turned.</summary>
internal readonly struct Spot
{
    private readonly Vector3 _foot;
    private readonly float _sin, _cos;

    public Spot(float x, float z, float turn)
    {
        _foot = new(x, 0, z);
        (_sin, _cos) = MathF.SinCos(turn * MathF.PI / 180);
    }

    public Vector3 At(float x, float y, float z) => _foot + Turned(new(x, y, z));

    public Vector3 At(Vector3 point) => _foot + Turned(point);

    public Vector3 Turned(Vector3 point) => new(point.X * _cos - point.Z * _sin, point.Y, point.X * _sin + point.Z * _cos);
}
