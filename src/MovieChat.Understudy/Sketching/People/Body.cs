using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>A posed body in the set: its joints in metres.</summary>
internal sealed class Body
{
    private readonly float _scale, _sin, _cos;
    private readonly Vector3 _at;

    /// <param name="at">Where the person stands.</param>
    /// <param name="yaw">Degrees the body is turned from the camera's usual place to the picture's right.</param>
    public Body(Traits traits, Pose pose, Vector3 at, float yaw)
    {
        (Traits, Pose, Yaw, _at) = (traits, pose, yaw, at);
        _scale = (traits.Stature - (traits.Child ? 0.05f : 0)) / 1.75f;
        (_sin, _cos) = MathF.SinCos(yaw * MathF.PI / 180);
        var girth = 1 + 0.28f * MathF.Max(traits.Build, 0) + 0.1f * MathF.Min(traits.Build, 0);
        Girth = girth;
        Hips = Place(new(0, pose.Hips, 0));
        Neck = Place(new Vector3(0, pose.Hips, 0) + pose.Lean);
        var shoulder = (traits.Woman ? 0.165f : 0.195f) * (1 + 0.12f * traits.Build) * (traits.Child ? 0.85f : 1);
        HalfHead = 0.121f * (traits.Age < 16 ? 1.03f - 0.004f * (16 - traits.Age) : 1) * (1 + 0.02f * traits.Height);
        // Seen along the spine the shoulders stay level; a lying body turns them on edge.
        var across = pose.Lying ? new Vector3(0, 0.35f, 0.94f) : Vector3.UnitX;
        var root = new Vector3(0, pose.Hips, 0) + pose.Lean * 0.93f;
        Shoulders = [Place(root - across * shoulder), Place(root + across * shoulder)];
        Elbows = [Joint(root - across * shoulder, pose.Left.Elbow, -1), Joint(root + across * shoulder, pose.Right.Elbow, 1)];
        Wrists = [Joint(root - across * shoulder, pose.Left.Wrist, -1), Joint(root + across * shoulder, pose.Right.Wrist, 1)];
        var hip = new Vector3(0, pose.Hips, 0);
        var half = 0.085f * girth;
        Hipbones = [Place(hip - across * half), Place(hip + across * half)];
        Knees = [Joint(hip - across * half, pose.LeftLeg.Knee, -1), Joint(hip + across * half, pose.RightLeg.Knee, 1)];
        Ankles = [Joint(hip - across * half, pose.LeftLeg.Ankle, -1), Joint(hip + across * half, pose.RightLeg.Ankle, 1)];
        var up = Vector3.Normalize(pose.Lean);
        Head = Neck + Turned(up * 0.055f * _scale + new Vector3(0, 0.012f, -0.025f)) + Turned(up) * HalfHead * 0.88f;
        Front = Turned(-Vector3.UnitZ);
        Across = Turned(across);
    }

    public Traits Traits { get; }
    public Pose Pose { get; }
    public float Yaw { get; }
    public float Girth { get; }
    public float HalfHead { get; }
    public float Scale => _scale;
    public Vector3 At => _at;
    public Vector3 Hips { get; }
    public Vector3 Neck { get; }
    public Vector3 Head { get; }
    public Vector3 Front { get; }
    public Vector3 Across { get; }
    public Vector3[] Shoulders { get; }
    public Vector3[] Elbows { get; }
    public Vector3[] Wrists { get; }
    public Vector3[] Hipbones { get; }
    public Vector3[] Knees { get; }
    public Vector3[] Ankles { get; }

    /// <summary>How the head is seen by that camera.</summary>
    public HeadView View(Camera camera)
    {
        var ray = Vector3.Normalize(Head - camera.At);
        var bearing = MathF.Atan2(ray.X, ray.Z) * 180 / MathF.PI;
        var rise = MathF.Asin(Math.Clamp(ray.Y, -1, 1)) * 180 / MathF.PI;
        var yaw = Yaw + Pose.HeadTurn + bearing;
        var (a, b) = (camera.See(Neck), camera.See(Head));
        var spine = b - a;
        var roll = Pose.Lying ? MathF.Atan2(spine.X, -spine.Y) * 180 / MathF.PI : Pose.Tilt + MathF.Atan2(Pose.Lean.X, Pose.Lean.Y) * 60 * _cos + camera.Roll;
        return new(b, HalfHead * camera.Scale(Head), yaw, Math.Clamp(Pose.Nod * MathF.Max(MathF.Cos(yaw * MathF.PI / 180), -1) * 0.9f + rise * 0.85f, -72, 46), roll);
    }

    private Vector3 Joint(Vector3 from, Vector3 offset, int side) => Place(from + offset with { X = Pose.Lying ? offset.X : offset.X * side });

    private Vector3 Place(Vector3 point) => _at + Turned(point * _scale);

    private Vector3 Turned(Vector3 point) => new(point.X * _cos - point.Z * _sin, point.Y, point.Z * _cos + point.X * _sin);
}
