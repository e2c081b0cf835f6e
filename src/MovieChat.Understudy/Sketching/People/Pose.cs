using System.Numerics;

namespace MovieChat.Understudy.Sketching.People;

internal enum Hand { Relaxed, Fist, Point, Open, Hold }

/// <summary>An arm: where elbow and wrist are, seen from the shoulder. x away from the body, y up, z negative to the front; metres of a grown person.</summary>
internal readonly record struct Arm(Vector3 Elbow, Vector3 Wrist, Hand Hand = Hand.Relaxed)
{
    public static readonly Arm Down = new(new(0.045f, -0.29f, 0.03f), new(0.05f, -0.55f, -0.05f));
}

/// <summary>A leg: where knee and ankle are, seen from the hip.</summary>
internal readonly record struct Leg(Vector3 Knee, Vector3 Ankle)
{
    public static readonly Leg Straight = new(new(0.02f, -0.44f, -0.01f), new(0.03f, -0.86f, 0.01f));
}

/// <summary>How a body is held, looking to the camera (to negative z). Metres of a grown person; the floor is at 0.</summary>
/// <param name="Hips">Height of the hips.</param>
/// <param name="Lean">From the hips to the root of the neck.</param>
internal sealed record Pose(float Hips, Vector3 Lean, Arm Left, Arm Right, Leg LeftLeg, Leg RightLeg)
{
    /// <summary>Degrees the head is turned against the chest, to the picture's right.</summary>
    public float HeadTurn { get; init; }
    /// <summary>Degrees the head looks up.</summary>
    public float Nod { get; init; }
    public float Tilt { get; init; }
    public Held Held { get; init; }
    public bool Seated { get; init; }
    public bool Lying { get; init; }

    public static readonly Vector3 Upright = new(0, 0.55f, 0.01f);
}

internal enum Held { Nothing, Phone, Paper, Cup, Gun, Lamp, Book, Bag, Wheel, Sword, Flower, Stick }
