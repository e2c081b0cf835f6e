using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>How a head is turned and where it lies in the picture.</summary>
/// <remarks>Degrees: <c>Yaw</c> above 0 looks to the picture's right, <c>pitch</c> above 0 looks up, <c>roll</c> above 0 leans to the right.
/// <c>Scale</c>: pixels of half a head's height.</remarks>
internal sealed class HeadView
{
    private readonly float _sinYaw, _cosYaw, _sinPitch, _cosPitch, _sinRoll, _cosRoll;

    public HeadView(Vector2 centre, float scale, float yaw, float pitch = 0, float roll = 0)
    {
        (Centre, Scale, Yaw) = (centre, scale, yaw);
        (_sinYaw, _cosYaw) = MathF.SinCos(yaw * MathF.PI / 180);
        (_sinPitch, _cosPitch) = MathF.SinCos(pitch * MathF.PI / 180);
        (_sinRoll, _cosRoll) = MathF.SinCos(roll * MathF.PI / 180);
    }

    public Vector2 Centre { get; }

    public float Scale { get; }

    public float Yaw { get; }

    /// <summary>How much of the face is to be seen: 1 from before, 0 in profile, below 0 from behind.</summary>
    public float Facing => _cosYaw;

    /// <summary>As the viewer sees it: z to the viewer.</summary>
    public Vector3 Turn(Vector3 point)
    {
        var (x, z) = (point.X * _cosYaw + point.Z * _sinYaw, point.Z * _cosYaw - point.X * _sinYaw);
        return new(x, point.Y * _cosPitch + z * _sinPitch, z * _cosPitch - point.Y * _sinPitch);
    }

    /// <summary>As <see cref="Turn"/>, but what is turned away is pushed out beyond the head's edge, so that a line about the head does not fold back.</summary>
    /// <param name="angle">The point's angle about the head.</param>
    public Vector3 Pushed(Vector3 point, float angle)
    {
        var turned = Turn(point);
        var about = angle + Yaw;
        return MathF.Abs(about) <= 90 ? turned : new(MathF.Sign(about) * (0.95f + (MathF.Abs(about) - 90) * 0.022f), turned.Y, 0);
    }

    public Vector2 Flat(Vector3 turned) => Centre + Scale * new Vector2(turned.X * _cosRoll + turned.Y * _sinRoll, turned.X * _sinRoll - turned.Y * _cosRoll);

    public Vector2 See(Vector3 point) => Flat(Turn(point));

    /// <summary>The outline of a cloud of points as seen from the head's middle: smooth, closed.</summary>
    public Vector2[] Outline(IEnumerable<Vector3> points, Vector3 middle, int rays = 60)
    {
        var centre = See(middle);
        Span<float> far = stackalloc float[rays];
        var hull = new Vector2[rays];
        foreach (var point in points)
        {
            var from = See(point) - centre;
            var ray = (int)((MathF.Atan2(from.Y, from.X) / (2 * MathF.PI) + 1) * rays) % rays;
            if (from.LengthSquared() <= far[ray]) continue;
            (far[ray], hull[ray]) = (from.LengthSquared(), from);
        }
        var outline = new List<Vector2>(rays);
        for (var i = 0; i < rays; i++) if (far[i] > 0) outline.Add(hull[i]);
        if (outline.Count < 4) return [];
        var smooth = new Vector2[outline.Count];
        for (var i = 0; i < smooth.Length; i++) smooth[i] = centre + (outline[(i + smooth.Length - 1) % smooth.Length] + 2 * outline[i] + outline[(i + 1) % smooth.Length]) / 4;
        return Curve.Through(smooth, 3, closed: true);
    }
}
