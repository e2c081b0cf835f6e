using System.Numerics;

namespace MovieChat.Understudy.Sketching.Ink;

/// <summary>A pinhole camera: where points of the set fall in the picture.</summary>
/// <remarks>Metres; x to the right, y up, z away from the usual place of the camera.</remarks>
internal sealed class Camera
{
    private readonly Vector3 _right, _up, _ahead;
    private readonly Vector2 _centre;
    private readonly float _focal;

    /// <param name="focal">The focal length in pixels.</param>
    /// <param name="roll">Degrees that the picture is tilted.</param>
    public Camera(Vector3 at, Vector3 target, float focal, Vector2 centre, float roll = 0)
    {
        (At, _focal, _centre) = (at, focal, centre);
        _ahead = Vector3.Normalize(target - at);
        var right = Vector3.Cross(Vector3.UnitY, _ahead);
        right = right.LengthSquared() < 1e-6f ? Vector3.UnitX : Vector3.Normalize(right);
        var up = Vector3.Cross(_ahead, right);
        var (sin, cos) = MathF.SinCos(roll * MathF.PI / 180);
        (_right, _up, Roll) = (right * cos + up * sin, up * cos - right * sin, roll);
    }

    public const float Near = 0.12f;

    public Vector3 At { get; }

    public float Roll { get; }

    public Vector3 Right => _right;

    /// <summary>Degrees the camera looks up (above 0) or down.</summary>
    public float Pitch => MathF.Asin(Math.Clamp(_ahead.Y, -1, 1)) * 180 / MathF.PI;

    public float Depth(Vector3 point) => Vector3.Dot(point - At, _ahead);

    /// <summary>Pixels of a metre at that depth.</summary>
    public float Scale(Vector3 point) => _focal / Math.Max(Depth(point), Near);

    public Vector3 View(Vector3 point)
    {
        var from = point - At;
        return new(Vector3.Dot(from, _right), Vector3.Dot(from, _up), Vector3.Dot(from, _ahead));
    }

    public Vector2 Flat(Vector3 view)
    {
        var scale = _focal / Math.Max(view.Z, Near);
        return new(_centre.X + view.X * scale, _centre.Y - view.Y * scale);
    }

    /// <summary>Where a point falls; a point behind the camera as if it were just before it.</summary>
    public Vector2 See(Vector3 point) => Flat(View(point));

    /// <summary>A flat shape as it is seen, cut where it comes too near; empty when it is behind the camera.</summary>
    public Vector2[] SeeShape(ReadOnlySpan<Vector3> shape)
    {
        var seen = new List<Vector2>(shape.Length + 2);
        for (var i = 0; i < shape.Length; i++)
        {
            var (a, b) = (View(shape[i]), View(shape[(i + 1) % shape.Length]));
            if (a.Z >= Near) seen.Add(Flat(a));
            if (a.Z >= Near != b.Z >= Near) seen.Add(Flat(Vector3.Lerp(a, b, (Near - a.Z) / (b.Z - a.Z))));
        }
        return [.. seen];
    }

    /// <summary>A line as it is seen; null when it is behind the camera.</summary>
    public (Vector2 From, Vector2 To)? See(Vector3 from, Vector3 to)
    {
        var (a, b) = (View(from), View(to));
        if (a.Z < Near && b.Z < Near) return null;
        if (a.Z < Near) a = Vector3.Lerp(a, b, (Near - a.Z) / (b.Z - a.Z));
        if (b.Z < Near) b = Vector3.Lerp(b, a, (Near - b.Z) / (a.Z - b.Z));
        return (Flat(a), Flat(b));
    }
}
