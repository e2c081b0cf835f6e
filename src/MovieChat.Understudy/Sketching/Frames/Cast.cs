using System.Numerics;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Requests;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>A player with a place and a pose in the set.</summary>
internal sealed record Placed(Body Body, Mood Mood);

/// <summary>Stages the people of a frame: where they stand to each other, and who is looked at.</summary>
internal sealed record Cast(IReadOnlyList<Placed> People, int Focus)
{
    private static readonly (float X, float Z)[] Group = [(-0.72f, 0), (0.08f, 0.5f), (0.82f, 0.1f), (-0.34f, 1.15f), (0.52f, 1.35f), (-1.25f, 0.85f), (1.35f, 1.0f), (0.05f, 1.9f)];

    public static Cast Of(FrameOrder order)
    {
        var chance = Draw.From("staging", order.Heading, order.Action);
        var (people, action) = (order.People.ToList(), order.Action);
        if (order.Shot.Size == ShotSize.OverTheShoulder && people.Count == 1) people.Add(new("somebody", Casting.Of("somebody", order.Heading, "", 1)));
        var focus = Focused(people, action);
        var (pose, mood) = (order.Place.Name == "car" ? "drive" : Expressions.Pose(action) ?? (order.Place.Name is "train" or "plane" ? "sit" : null), Expressions.Of(action));
        var over = order.Shot.Size == ShotSize.OverTheShoulder;
        // Near the face there is no room for what hands do.
        if (order.Shot.Size is ShotSize.ExtremeCloseUp or ShotSize.CloseUp or ShotSize.MediumCloseUp && pose is not (null or "phone" or "drink" or "weep" or "lie" or "drive" or "lookout" or "embrace")) pose = "stand";
        var placed = new List<Placed>();
        for (var i = 0; i < people.Count; i++)
        {
            var (at, yaw) = over ? OverShoulder(i, focus, order.Shot.Lens) : Spot(i, people.Count, order, pose, chance);
            var own = PoseBook.Of(PoseOf(i, focus, people.Count, pose, chance));
            if (own.Seated && over && i != focus) own = PoseBook.Stand;
            placed.Add(new(new Body(people[i].Traits, own, at, yaw), i == focus ? mood : Half(mood)));
        }
        return new(placed, focus);
    }

    // Everybody does what the action says if they do it together; else the others stand by.
    private static string PoseOf(int index, int focus, int count, string? pose, Draw chance) => pose switch
    {
        null => chance.Pick(["stand", "ease", "crossed", "hips", "stand"]),
        "embrace" or "fight" or "sit" or "run" or "walk" or "dance" or "drive" => index == focus || index < 2 || pose is "run" or "walk" or "sit" ? pose == "drive" && index != focus ? "sit" : pose : "ease",
        "write" => index == focus ? "write" : count > 1 ? "sit" : "write",
        _ => index == focus ? pose : chance.Pick(["ease", "stand", "crossed"]),
    };

    private static int Focused(List<Player> people, string action)
    {
        var (focus, first) = (0, int.MaxValue);
        for (var i = 0; i < people.Count; i++)
            if (people[i].Name.Length > 0 && action.IndexOf(people[i].Name.Split(' ')[0], StringComparison.Ordinal) is >= 0 and var at && at < first) (focus, first) = (i, at);
        return focus;
    }

    private static (Vector3 At, float Yaw) Spot(int index, int count, FrameOrder order, string? pose, Draw chance)
    {
        var close = order.Shot.Size is ShotSize.TwoShot;
        if (order.Place.Name == "car") return (new(count == 1 ? 0.42f : -0.42f + 0.84f * (index % 2), 0.02f, 0.1f + 0.9f * (index / 2)), 0);
        if (count == 1) return (Vector3.Zero, pose == "lie" ? 0 : chance.Pick([-34f, -22f, 22f, 34f]));
        if (count == 2)
        {
            var apart = pose is "embrace" ? 0.19f : pose is "fight" ? 0.42f : close ? 0.34f : 0.5f;
            var turn = pose is "embrace" or "fight" ? 72 : pose is "run" or "walk" ? 26 : close ? 40 : 44;
            return (new(index == 0 ? -apart : apart, 0, index == 0 ? 0 : 0.12f), index == 0 || pose is "run" or "walk" ? turn : -turn);
        }
        var (x, z) = Group[index % Group.Length];
        return (new(x, 0, z), x < -0.2f ? 32 : x > 0.2f ? -32 : 8);
    }

    private static (Vector3 At, float Yaw) OverShoulder(int index, int focus, float lens)
    {
        var far = Math.Clamp(lens / 50, 0.7f, 1.8f);
        if (index == focus) return (Vector3.Zero, 16);
        var other = index > focus ? index - 1 : index;
        return other == 0 ? (new(0.63f, 0, -1.0f * far), 200) : (new(-0.7f + 0.5f * other, 0, 0.7f), 0);
    }

    private static Mood Half(Mood mood) => mood with { Smile = mood.Smile * 0.5f, Open = 0, Frown = mood.Frown * 0.5f, Wide = Math.Max(mood.Wide * 0.5f, -0.4f), Lift = mood.Lift * 0.5f };
}
