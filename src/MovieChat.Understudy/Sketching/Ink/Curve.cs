using System.Numerics;

namespace MovieChat.Understudy.Sketching.Ink;

/// <summary>Smooth curves through points, as lists of points.</summary>
internal static class Curve
{
    /// <summary>A Catmull-Rom spline through all points, <paramref name="steps"/> pieces between neighbours.</summary>
    public static Vector2[] Through(ReadOnlySpan<Vector2> points, int steps = 6, bool closed = false)
    {
        if (points.Length < 3) return points.ToArray();
        var spans = closed ? points.Length : points.Length - 1;
        var curve = new Vector2[spans * steps + (closed ? 0 : 1)];
        for (var i = 0; i < spans; i++)
        {
            var (a, b, c, d) = (At(points, i - 1, closed), At(points, i, closed), At(points, i + 1, closed), At(points, i + 2, closed));
            for (var step = 0; step < steps; step++) curve[i * steps + step] = Between(a, b, c, d, step / (float)steps);
        }
        if (!closed) curve[^1] = points[^1];
        return curve;
    }

    /// <summary>The spline of a table of values over evenly or unevenly spaced, rising places.</summary>
    public static float Value(ReadOnlySpan<(float At, float Value)> table, float at)
    {
        if (at <= table[0].At) return table[0].Value;
        for (var i = 1; i < table.Length; i++)
        {
            if (at > table[i].At) continue;
            var t = (at - table[i - 1].At) / (table[i].At - table[i - 1].At);
            var (before, after) = (table[Math.Max(0, i - 2)].Value, table[Math.Min(table.Length - 1, i + 1)].Value);
            var value = Between(new(0, before), new(0, table[i - 1].Value), new(0, table[i].Value), new(0, after), t).Y;
            return Math.Clamp(value, Math.Min(table[i - 1].Value, table[i].Value) - 0.05f, Math.Max(table[i - 1].Value, table[i].Value) + 0.05f);
        }
        return table[^1].Value;
    }

    public static float Smooth(float low, float high, float at)
    {
        var t = Math.Clamp((at - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>A hill of height 1 at <paramref name="centre"/>.</summary>
    public static float Hill(float at, float centre, float width)
    {
        var t = (at - centre) / width;
        return MathF.Exp(-t * t);
    }

    private static Vector2 At(ReadOnlySpan<Vector2> points, int index, bool closed) =>
        closed ? points[(index + points.Length) % points.Length] : points[Math.Clamp(index, 0, points.Length - 1)];

    private static Vector2 Between(Vector2 a, Vector2 b, Vector2 c, Vector2 d, float t) =>
        0.5f * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * (t * t) + (3 * b - a - 3 * c + d) * (t * t * t));
}
