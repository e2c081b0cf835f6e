using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Arms and legs: tapering tubes along their joints.</summary>
internal static class LimbArtist
{
    public static void Arm(Figure figure, int side)
    {
        var (body, traits) = (figure.Body, figure.Traits);
        var bare = traits.Garment == Garment.TShirt || (traits.Garment == Garment.Dress && traits.Age < 60);
        var sleeve = traits.Garment is Garment.Waistcoat or Garment.Overalls or Garment.Apron ? figure.Under : figure.Main;
        var loose = (traits.Garment is Garment.Coat or Garment.Robe or Garment.Hoodie or Garment.Jumper or Garment.WhiteCoat ? 1.22f : 1.05f) * body.Girth * (traits.Child ? 0.85f : 1) * (traits.Woman ? 0.92f : 1);
        var inward = (side == 0 ? 1 : -1) * body.Across * 0.034f;
        var (shoulder, elbow, wrist) = (body.Shoulders[side] + (inward - new Vector3(0, 0.052f, 0)) * body.Scale, body.Elbows[side], body.Wrists[side]);
        var hand = side == 0 ? body.Pose.Left.Hand : body.Pose.Right.Hand;
        HandArtist.Draw(figure, side, elbow, wrist, hand);
        if (bare)
        {
            Tube(figure, [shoulder, elbow, wrist], [0.052f * loose, 0.042f * loose, 0.03f * loose], figure.Skin, fold: false);
            Tube(figure, [shoulder, Vector3.Lerp(shoulder, elbow, 0.3f), Vector3.Lerp(shoulder, elbow, 0.62f)], [0.052f * loose, 0.056f * loose, 0.058f * loose], sleeve, fold: false);
            return;
        }
        Tube(figure, [shoulder, elbow, Vector3.Lerp(elbow, wrist, 0.96f)], [0.053f * loose, 0.05f * loose, 0.041f * loose], sleeve, fold: true);
    }

    public static void Leg(Figure figure, int side)
    {
        var (body, traits) = (figure.Body, figure.Traits);
        var (hip, knee, ankle) = (body.Hipbones[side], body.Knees[side], body.Ankles[side]);
        Foot(figure, ankle);
        var girth = body.Girth * (traits.Child ? 0.85f : 1);
        var cloth = figure.Colour(traits.Garment == Garment.Overalls ? traits.Main : traits.Legs);
        var bare = traits.Legwear is Legwear.Skirt or Legwear.Shorts;
        Tube(figure, [hip, knee, Vector3.Lerp(knee, ankle, 0.97f)], [0.09f * girth, bare ? 0.058f : 0.068f, bare ? 0.042f : 0.056f], bare ? figure.Skin : cloth, fold: !bare);
        if (bare) Tube(figure, [hip, Vector3.Lerp(hip, knee, 0.6f), Vector3.Lerp(hip, knee, 0.96f)], [0.1f * girth, 0.09f, 0.085f], traits.Garment == Garment.Dress ? figure.Main : cloth, fold: false);
    }

    /// <summary>A skirt over both legs.</summary>
    public static void Skirt(Figure figure)
    {
        var (body, traits, camera) = (figure.Body, figure.Traits, figure.Camera);
        var cloth = traits.Garment is Garment.Dress or Garment.Robe ? figure.Main : figure.Colour(traits.Legs);
        var share = traits.Legwear == Legwear.LongSkirt || traits.Garment == Garment.Robe ? 0.85f : 0.12f;
        var points = new List<Vector2>();
        foreach (var side in (ReadOnlySpan<int>)[0, 1])
        {
            var (hem, wide) = (Vector3.Lerp(body.Knees[side], body.Ankles[side], share), (side == 0 ? -1 : 1) * body.Across * (0.09f + 0.05f * share) * body.Scale);
            Vector3[] line = [body.Hipbones[side] + wide * 0.9f + new Vector3(0, 0.1f, 0), body.Knees[side] + wide, hem + wide * 1.2f];
            points.AddRange(side == 0 ? line.Select(camera.See) : line.Reverse().Select(camera.See));
        }
        var shape = Curve.Through([.. points], 4, closed: true);
        figure.Pen.Wash(shape, cloth, 80);
        figure.Pen.Outline(shape, figure.Weight(2.4f), Tint.Black);
        for (var i = 1; i < 4 && !figure.Tiny; i++) figure.Pen.Line(Vector2.Lerp(points[0], points[5], i / 4f), Vector2.Lerp(points[2], points[3], i / 4f), figure.Weight(1.5f), Tint.Black.Thin(0.55f), 0.9f);
    }

    public static void Tube(Figure figure, ReadOnlySpan<Vector3> joints, ReadOnlySpan<float> radii, SKColor colour, bool fold)
    {
        var (camera, pen) = (figure.Camera, figure.Pen);
        var (seen, wide) = (new Vector2[joints.Length], new float[joints.Length]);
        for (var i = 0; i < joints.Length; i++) (seen[i], wide[i]) = (camera.See(joints[i]), radii[i] * figure.Body.Scale * camera.Scale(joints[i]));
        var spine = Curve.Through([seen[0], Vector2.Lerp(seen[0], seen[1], 0.5f), seen[1], Vector2.Lerp(seen[1], seen[2], 0.5f), seen[2]], 3);
        var (left, right) = (new Vector2[spine.Length], new Vector2[spine.Length]);
        for (var i = 0; i < spine.Length; i++)
        {
            var way = spine[Math.Min(i + 1, spine.Length - 1)] - spine[Math.Max(i - 1, 0)];
            var normal = way.LengthSquared() > 1e-4f ? Vector2.Normalize(new(-way.Y, way.X)) : Vector2.UnitX;
            var t = i / (spine.Length - 1f) * 2;
            var half = t < 1 ? wide[0] + (wide[1] - wide[0]) * t : wide[1] + (wide[2] - wide[1]) * (t - 1);
            (left[i], right[i]) = (spine[i] + normal * half, spine[i] - normal * half);
        }
        // A round end at the shoulder or hip; the line there is drawn on the outer side only, the inner one begins at the armpit.
        var cap = new Vector2[7];
        var (sideways, back) = (left[0] - seen[0], seen[0] - spine[1]);
        back = back.LengthSquared() > 1e-4f ? Vector2.Normalize(back) * wide[0] : Vector2.Zero;
        for (var i = 0; i < cap.Length; i++)
        {
            var (sin, cos) = MathF.SinCos((i + 1) * MathF.PI / (cap.Length + 1));
            cap[i] = seen[0] - sideways * cos + back * sin * 0.9f;
        }
        if (Vector2.Distance(seen[1], seen[2]) < wide[1] * 2) pen.Spot(seen[2], wide[2] * 1.1f, colour);
        Vector2[] shape = [.. left, .. right.Reverse(), .. cap];
        if (figure.Tiny) pen.Poly(shape, colour);
        else
        {
            pen.Wash(shape, colour, 60);
            Shade(figure, spine, left, right, colour);
        }
        var middle = camera.See((figure.Body.Hips + figure.Body.Neck) / 2);
        var leftOuter = Vector2.Distance(left[0], middle) > Vector2.Distance(right[0], middle);
        pen.Line(leftOuter ? [.. cap.AsSpan(3), .. left] : left.AsSpan(2), figure.Weight(2.5f), Tint.Black, 0.5f);
        pen.Line(leftOuter ? right.AsSpan(2) : [.. cap.AsSpan(0, 4).ToArray().Reverse(), .. right], figure.Weight(2.5f), Tint.Black, 0.5f);
        if (!figure.Tiny) pen.Line(left[^1], right[^1], figure.Weight(1.8f), Tint.Black, 0.3f);
        if (!fold || figure.Tiny) return;
        var bend = spine.Length / 2;
        for (var i = -1; i < 2; i++)
            pen.Line(Curve.Through([Vector2.Lerp(left[bend + i], right[bend + i], 0.06f), Vector2.Lerp(left[bend + i], right[bend + 2 * i], 0.3f), Vector2.Lerp(left[bend + i * 2], right[bend + i * 2], 0.5f)], 3), figure.Weight(1.4f), Tint.Black.Thin(0.6f), 0.95f);
    }

    // The half of the tube that is turned from the light.
    private static void Shade(Figure figure, Vector2[] spine, Vector2[] left, Vector2[] right, SKColor colour)
    {
        var away = new Vector2(-figure.LightFrom, 0.35f);
        var middle = spine.Length / 2;
        var dark = Vector2.Dot(left[middle] - spine[middle], away) > 0 ? left : right;
        var edge = new Vector2[spine.Length];
        for (var i = 0; i < edge.Length; i++) edge[i] = Vector2.Lerp(spine[^(i + 1)], dark[^(i + 1)], 0.18f + 0.12f * MathF.Sin(i));
        figure.Pen.Poly([.. dark, .. edge], colour.Darker(0.5f).Thin(0.4f));
    }

    private static void Foot(Figure figure, Vector3 ankle)
    {
        var (body, camera) = (figure.Body, figure.Camera);
        var size = body.Scale;
        var ahead = body.Front;
        if (body.Pose.Lying) ahead = Vector3.UnitY;
        var heel = ankle - ahead * 0.06f * size - new Vector3(0, 0.05f * size, 0);
        var toe = ankle + ahead * 0.17f * size - new Vector3(0, 0.055f * size, 0);
        var side = Vector3.Normalize(Vector3.Cross(ahead, Vector3.UnitY) + new Vector3(1e-4f, 0, 0)) * 0.042f * size;
        Vector2[] shoe = [camera.See(heel - side), camera.See(ankle - side * 0.9f + new Vector3(0, 0.04f, 0)), camera.See(ankle + side * 0.9f + new Vector3(0, 0.04f, 0)), camera.See(heel + side), camera.See(toe + side * 1.05f), camera.See(toe + ahead * 0.03f * size), camera.See(toe - side * 1.05f)];
        var points = shoe.OrderBy(point => MathF.Atan2(point.Y - Middle(shoe).Y, point.X - Middle(shoe).X)).ToArray();
        var smooth = Curve.Through(points, 3, closed: true);
        figure.Pen.Poly(smooth, figure.Tone(new(0x38, 0x33, 0x33)));
        if (!figure.Tiny) figure.Pen.Outline(smooth, figure.Weight(2.2f), Tint.Black);
    }

    private static Vector2 Middle(Vector2[] points) => points.Aggregate(Vector2.Zero, (sum, point) => sum + point) / points.Length;
}
