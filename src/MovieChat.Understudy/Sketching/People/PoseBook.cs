namespace MovieChat.Understudy.Sketching.People;

/// <summary>The poses a figure can take.</summary>
internal static class PoseBook
{
    public static readonly Pose Stand = new(0.93f, Pose.Upright, Arm.Down, Arm.Down, Leg.Straight, Leg.Straight);

    private static readonly Leg Bent = new(new(0.05f, -0.02f, -0.44f), new(0.05f, -0.44f, -0.42f));

    private static readonly Pose Sit = new(0.5f, new(0, 0.54f, 0.03f), new(new(0.08f, -0.27f, -0.06f), new(0.02f, -0.42f, -0.28f)), new(new(0.08f, -0.27f, -0.06f), new(0.02f, -0.42f, -0.28f)), Bent, Bent) { Seated = true };

    private static readonly Dictionary<string, Pose> Poses = new()
    {
        ["stand"] = Stand,
        ["ease"] = Stand with { Lean = new(0.02f, 0.55f, 0.0f), Right = new(new(0.16f, -0.25f, 0.06f), new(0.03f, -0.47f, -0.04f), Hand.Fist), LeftLeg = new(new(0.06f, -0.44f, -0.04f), new(0.1f, -0.86f, -0.05f)), HeadTurn = 12 },
        ["crossed"] = Stand with { Left = new(new(0.1f, -0.26f, -0.06f), new(-0.2f, -0.24f, -0.17f), Hand.Fist), Right = new(new(0.1f, -0.27f, -0.07f), new(-0.18f, -0.2f, -0.2f), Hand.Relaxed) },
        ["walk"] = Stand with { Lean = new(0, 0.55f, -0.04f), Left = new(new(0.08f, -0.28f, -0.1f), new(0.07f, -0.47f, -0.26f)), Right = new(new(0.08f, -0.27f, 0.13f), new(0.09f, -0.53f, 0.1f)), LeftLeg = new(new(0, -0.43f, 0.06f), new(0.01f, -0.82f, 0.28f)), RightLeg = new(new(0, -0.42f, -0.14f), new(0.01f, -0.86f, -0.24f)) },
        ["run"] = Stand with { Hips = 0.9f, Lean = new(0, 0.53f, -0.16f), Left = new(new(0.1f, -0.2f, -0.2f), new(0.02f, -0.03f, -0.36f), Hand.Fist), Right = new(new(0.12f, -0.2f, 0.22f), new(0.13f, -0.42f, 0.12f), Hand.Fist), LeftLeg = new(new(0, -0.38f, 0.2f), new(0.02f, -0.42f, 0.6f)), RightLeg = new(new(0.02f, -0.28f, -0.34f), new(0.02f, -0.7f, -0.32f)), Nod = 6 },
        ["sit"] = Sit,
        ["write"] = Sit with { Lean = new(0, 0.53f, -0.12f), Right = new(new(0.1f, -0.24f, -0.16f), new(-0.04f, -0.27f, -0.38f), Hand.Hold), Left = new(new(0.1f, -0.24f, -0.16f), new(-0.06f, -0.27f, -0.36f)), Nod = -22, Held = Held.Paper },
        ["drive"] = Sit with { Lean = new(0, 0.53f, 0.08f), Right = new(new(0.08f, -0.2f, -0.2f), new(-0.03f, -0.08f, -0.42f), Hand.Fist), Left = new(new(0.08f, -0.2f, -0.2f), new(-0.03f, -0.08f, -0.42f), Hand.Fist), Held = Held.Wheel },
        ["kneel"] = Stand with { Hips = 0.5f, Lean = new(0, 0.54f, -0.08f), LeftLeg = new(new(0.02f, -0.43f, -0.08f), new(0.02f, -0.44f, 0.34f)), RightLeg = new(new(0.05f, -0.03f, -0.42f), new(0.05f, -0.44f, -0.38f)), Right = new(new(0.08f, -0.26f, -0.1f), new(-0.03f, -0.34f, -0.32f)), Nod = -18 },
        ["crouch"] = Stand with { Hips = 0.42f, Lean = new(0, 0.48f, -0.24f), LeftLeg = new(new(0.14f, 0.08f, -0.4f), new(0.08f, -0.36f, -0.14f)), RightLeg = new(new(0.14f, 0.08f, -0.4f), new(0.08f, -0.36f, -0.14f)), Left = new(new(0.1f, -0.22f, -0.14f), new(-0.02f, -0.38f, -0.28f)), Right = new(new(0.1f, -0.22f, -0.14f), new(-0.02f, -0.38f, -0.28f)), Nod = -8 },
        ["lie"] = Stand with { Hips = 0.14f, Lean = new(-0.55f, 0.06f, 0), Lying = true, Left = new(new(0.06f, -0.02f, -0.2f), new(-0.16f, -0.04f, -0.28f)), Right = new(new(0.05f, -0.02f, 0.12f), new(0.2f, -0.06f, 0.18f)), LeftLeg = new(new(0.43f, 0.04f, -0.05f), new(0.84f, -0.05f, -0.05f)), RightLeg = new(new(0.4f, 0.16f, 0.02f), new(0.8f, -0.04f, 0.05f)), Nod = 35 },
        ["point"] = Stand with { Right = new(new(0.26f, -0.03f, -0.13f), new(0.5f, 0.06f, -0.24f), Hand.Point), HeadTurn = 28 },
        ["reach"] = Stand with { Lean = new(0.02f, 0.54f, -0.08f), Right = new(new(0.1f, -0.1f, -0.24f), new(0.08f, 0.04f, -0.48f), Hand.Open), Nod = 4 },
        ["hold"] = Stand with { Right = new(new(0.1f, -0.27f, -0.05f), new(-0.05f, -0.2f, -0.27f), Hand.Hold), Held = Held.Cup, Nod = -6 },
        ["read"] = Stand with { Left = new(new(0.09f, -0.27f, -0.06f), new(-0.08f, -0.22f, -0.28f), Hand.Hold), Right = new(new(0.09f, -0.27f, -0.06f), new(-0.08f, -0.22f, -0.28f), Hand.Hold), Held = Held.Paper, Nod = -20 },
        ["phone"] = Stand with { Right = new(new(0.16f, -0.23f, -0.08f), new(-0.06f, 0.14f, -0.08f), Hand.Hold), Held = Held.Phone, Tilt = 7, HeadTurn = -10 },
        ["drink"] = Stand with { Right = new(new(0.2f, -0.18f, -0.12f), new(-0.11f, 0.06f, -0.2f), Hand.Hold), Held = Held.Cup, Nod = 10 },
        ["aim"] = Stand with { Lean = new(0, 0.54f, 0.02f), Right = new(new(0.08f, -0.1f, -0.25f), new(-0.12f, -0.02f, -0.5f), Hand.Fist), Left = new(new(0.06f, -0.12f, -0.24f), new(-0.16f, -0.03f, -0.48f), Hand.Fist), LeftLeg = new(new(0.1f, -0.42f, -0.1f), new(0.16f, -0.85f, -0.12f)), Held = Held.Gun },
        ["fight"] = Stand with { Hips = 0.88f, Lean = new(0.04f, 0.53f, -0.12f), Right = new(new(0.2f, -0.08f, -0.22f), new(0.12f, 0.06f, -0.46f), Hand.Fist), Left = new(new(0.14f, -0.24f, -0.08f), new(0.0f, -0.02f, -0.22f), Hand.Fist), LeftLeg = new(new(0.16f, -0.38f, -0.16f), new(0.24f, -0.81f, -0.14f)), RightLeg = new(new(0.08f, -0.4f, 0.12f), new(0.14f, -0.81f, 0.3f)) },
        ["embrace"] = Stand with { Lean = new(0, 0.54f, -0.05f), Left = new(new(0.1f, -0.14f, -0.2f), new(-0.14f, -0.12f, -0.36f), Hand.Open), Right = new(new(0.1f, -0.1f, -0.2f), new(-0.14f, -0.04f, -0.36f), Hand.Open), Tilt = 10, Nod = -6 },
        ["lookout"] = Stand with { Right = new(new(0.22f, -0.02f, -0.14f), new(-0.08f, 0.21f, -0.16f), Hand.Open), Nod = 6 },
        ["hips"] = Stand with { Left = new(new(0.2f, -0.24f, 0.06f), new(0.02f, -0.42f, -0.06f), Hand.Fist), Right = new(new(0.2f, -0.24f, 0.06f), new(0.02f, -0.42f, -0.06f), Hand.Fist) },
        ["raise"] = Stand with { Left = new(new(0.2f, 0.14f, 0.0f), new(0.2f, 0.42f, -0.02f), Hand.Open), Right = new(new(0.2f, 0.14f, 0.0f), new(0.2f, 0.42f, -0.02f), Hand.Open), Nod = 8 },
        ["carry"] = Stand with { Left = new(new(0.09f, -0.27f, -0.04f), new(-0.02f, -0.3f, -0.3f), Hand.Hold), Right = new(new(0.09f, -0.27f, -0.04f), new(-0.02f, -0.3f, -0.3f), Hand.Hold), Held = Held.Bag },
        ["lamp"] = Stand with { Right = new(new(0.2f, -0.1f, -0.12f), new(0.26f, 0.1f, -0.3f), Hand.Fist), Held = Held.Lamp, HeadTurn = 14 },
        ["sword"] = Stand with { Hips = 0.89f, Right = new(new(0.24f, 0.02f, -0.06f), new(0.3f, 0.22f, -0.16f), Hand.Fist), Left = new(new(0.18f, -0.18f, -0.06f), new(0.2f, -0.36f, -0.2f), Hand.Open), LeftLeg = new(new(0.16f, -0.4f, -0.1f), new(0.26f, -0.82f, -0.08f)), Held = Held.Sword },
        ["dance"] = Stand with { Lean = new(-0.06f, 0.54f, 0.02f), Left = new(new(0.22f, -0.08f, -0.02f), new(0.42f, 0.08f, -0.1f), Hand.Open), Right = new(new(0.18f, 0.16f, 0), new(0.08f, 0.42f, -0.04f), Hand.Open), LeftLeg = new(new(0.12f, -0.4f, -0.14f), new(0.02f, -0.78f, 0.02f)), Tilt = -10 },
        ["weep"] = Stand with { Lean = new(0, 0.53f, -0.1f), Left = new(new(0.1f, -0.24f, -0.12f), new(-0.12f, 0.08f, -0.2f), Hand.Open), Right = new(new(0.1f, -0.24f, -0.12f), new(-0.12f, 0.06f, -0.2f), Hand.Open), Nod = -26 },
        ["wave"] = Stand with { Right = new(new(0.22f, -0.02f, -0.06f), new(0.28f, 0.24f, -0.12f), Hand.Open), HeadTurn = 8 },
        ["stick"] = Stand with { Right = new(new(0.12f, -0.25f, -0.06f), new(0.14f, -0.36f, -0.28f), Hand.Fist), Held = Held.Stick },
    };

    public static IEnumerable<string> Names => Poses.Keys;

    public static Pose Of(string name) => Poses.GetValueOrDefault(name, Stand);
}
