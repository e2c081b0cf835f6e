using System.Numerics;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>Puts up the camera: the size says how much is seen, the lens from how far, the angle from where.</summary>
internal static class CameraSetup
{
    /// <summary>The width in millimetres of the picture that a lens's length is given for.</summary>
    private const float FilmWidth = 36;

    public static Camera Of(FrameOrder order, Cast cast, SKSize size)
    {
        var shot = order.Shot;
        var focal = shot.Lens / FilmWidth * size.Width;
        var focus = cast.People.Count > 0 ? cast.People[cast.Focus].Body : null;
        var centre = new Vector2(size.Width / 2, size.Height / 2);
        var roll = shot.Angle == ShotAngle.Dutch ? 13 : 0;
        if (shot.Size == ShotSize.Pov) return Pov(shot, focal, centre, roll);
        if (shot.Size == ShotSize.OverTheShoulder && focus is not null) return OverShoulder(shot, focus, focal, centre, roll);
        var (seen, target) = Extent(order, cast, focus);
        var far = Math.Max(focal * seen / size.Height, 0.5f);
        if (order.Place.Inside && !order.Place.Open) far = Math.Min(far, 15);
        var side = Draw.From("camera", order.Heading, order.Action, order.Option.ToString(System.Globalization.CultureInfo.InvariantCulture)).Between(-18, 18);
        if (order.Place.Name == "car") side /= 3;
        var at = Around(target, far, side, Rise(shot.Angle));
        if (shot.Angle is ShotAngle.Low or ShotAngle.WormsEye && at.Y < 0.14f) (at, target, focal) = FromTheFloor(at, target, focal, shot.Angle);
        return new(at.Y < 0.14f ? at with { Y = 0.14f } : at, target, focal, centre, roll);
    }

    private static float Rise(ShotAngle angle) => angle switch { ShotAngle.High => 30, ShotAngle.Low => -24, ShotAngle.BirdsEye => 80, ShotAngle.WormsEye => -52, _ => 2.5f };

    // Close to the ground the camera goes nearer and looks up: the figure looms.
    private static (Vector3 At, Vector3 Target, float Focal) FromTheFloor(Vector3 at, Vector3 target, float focal, ShotAngle angle)
    {
        var near = angle == ShotAngle.WormsEye ? 0.5f : 0.82f;
        var ground = new Vector3(target.X + (at.X - target.X) * near, 0.14f, target.Z + (at.Z - target.Z) * near);
        var away = Math.Max(Vector3.Distance(at, target), 0.1f);
        var flat = new Vector2(ground.X - target.X, ground.Z - target.Z);
        if (flat.Length() < 0.45f * away) ground = ground with { X = target.X + flat.X * 0.45f * away / Math.Max(flat.Length(), 0.01f), Z = target.Z + flat.Y * 0.45f * away / Math.Max(flat.Length(), 0.01f) };
        return (ground, target with { Y = target.Y * (angle == ShotAngle.WormsEye ? 1.3f : 1.1f) }, focal * Math.Clamp(Vector3.Distance(ground, target) / away * (angle == ShotAngle.WormsEye ? 0.85f : 0.95f), 0.3f, 1));
    }

    private static Vector3 Around(Vector3 target, float far, float side, float rise)
    {
        var (sinSide, cosSide) = MathF.SinCos(side * MathF.PI / 180);
        var (sinRise, cosRise) = MathF.SinCos(rise * MathF.PI / 180);
        return target + far * new Vector3(sinSide * cosRise, sinRise, -cosSide * cosRise);
    }

    // How many metres the picture is high, and what is in its middle.
    private static (float Seen, Vector3 Target) Extent(FrameOrder order, Cast cast, Body? focus)
    {
        var inside = order.Place.Inside && !order.Place.Open;
        var head = focus?.Head ?? new(0, 1.55f, 0);
        var group = cast.People.Count > 1;
        var middle = group ? cast.People.Aggregate(Vector3.Zero, (sum, each) => sum + each.Body.Head) / cast.People.Count : head;
        var small = focus is null ? 1 : Math.Clamp(focus.Traits.Stature / 1.72f, 0.6f, 1.1f);
        var low = focus?.Pose is { } pose && (pose.Hips < 0.7f || pose.Lying);
        var broad = cast.People.Count > 2 ? 1.3f : 1;
        // From above there is no distance: a place is told by how much of it is seen.
        if (order.Shot.Angle == ShotAngle.BirdsEye && !inside && order.Shot.Size is ShotSize.Establishing or ShotSize.ExtremeLong) return (order.Shot.Size == ShotSize.Establishing ? 19 : 14, new(0.4f, 0, 0.8f));
        return order.Shot.Size switch
        {
            ShotSize.ExtremeCloseUp => (0.155f, head + new Vector3(0, 0.012f, 0)),
            ShotSize.CloseUp => (0.4f, head + new Vector3(0, -0.03f, 0)),
            ShotSize.MediumCloseUp => (0.66f, head + new Vector3(0, -0.13f, 0)),
            ShotSize.Medium => (1.0f * small * broad, middle + new Vector3(0, low ? -0.2f : -0.3f * small, 0)),
            ShotSize.TwoShot => (1.02f * broad, middle + new Vector3(0, -0.26f, 0)),
            ShotSize.MediumLong => (1.5f * small * broad, middle + new Vector3(0, low ? -0.35f : -0.52f * small, 0)),
            ShotSize.Insert => (0.6f, new(0, 0.9f, 0)),
            ShotSize.Long => (2.5f * broad, new(middle.X, low ? 0.85f : 1.02f, 0)),
            ShotSize.ExtremeLong => inside ? (3.6f, new(0, 1.35f, 1)) : (8.5f, new(1.2f, 2.6f, 0)),
            _ => inside ? (4.2f, new(0.2f, 1.4f, 1.4f)) : (12.5f, new(0.8f, 4.1f, 0)),
        };
    }

    private static Camera OverShoulder(Shot shot, Body focus, float focal, Vector2 centre, float roll)
    {
        var far = Math.Clamp(shot.Lens / 50, 0.7f, 1.8f);
        var lift = shot.Angle switch { ShotAngle.High => 0.5f, ShotAngle.Low => -0.45f, ShotAngle.BirdsEye => 1.6f, ShotAngle.WormsEye => -0.8f, _ => 0.1f };
        return new(new(0.66f, Math.Max(focus.Head.Y + lift, 0.2f), -1.78f * far), focus.Head + new Vector3(0.14f, -0.1f, 0), focal, centre, roll);
    }

    private static Camera Pov(Shot shot, float focal, Vector2 centre, float roll)
    {
        var look = shot.Angle switch { ShotAngle.High => -0.45f, ShotAngle.Low => 0.4f, ShotAngle.BirdsEye => -2.4f, ShotAngle.WormsEye => 1.8f, _ => -0.03f };
        return new(new(0, 1.6f, -1.2f), new(0.05f, 1.6f + look, 0.6f), Math.Min(focal, centre.X * 2.2f), centre, roll);
    }
}
