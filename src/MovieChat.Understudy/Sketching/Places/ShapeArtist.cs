using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>What is no plain body: cloth, hulls, flames, crowds, things flat on the ground; and what grows.</summary>
internal static class ShapeArtist
{
    public static void Draw(Stage stage, Spot spot, Solid solid, SKColor colour)
    {
        var n = solid.Numbers;
        switch (solid.Kind)
        {
            case "flat": Flat(stage, spot, n[0], n[1], n[2], n[3], colour); break;
            case "strip": Strip(stage, spot, n[0], n[2], n[3], colour); break;
            case "drape": Drape(stage, spot, new(n[0], n[1], n[2]), n[3], n[4], colour); break;
            case "arch": Arch(stage, spot, new(n[0], n[1], n[2]), n[3], n[4], colour); break;
            case "hull": Hull(stage, spot, new(n[0], n[1], n[2]), n[3], n[4], colour); break;
            case "sail": Sail(stage, spot, new(n[0], n[1], n[2]), n[3], n[4], colour); break;
            case "flame": Flame(stage, spot.At(n[0], n[1], n[2]), n[4]); break;
            case "crowd": Crowd(stage, spot, n[3]); break;
            default: GrowthArtist.Draw(stage, spot.At(n[0], n[1], n[2]), solid.Kind, n[3], n[4], colour); break;
        }
    }

    private static void Flat(Stage stage, Spot spot, float x, float z, float wide, float deep, SKColor colour)
    {
        Vector3[] face = [spot.At(x - wide / 2, 0.01f, z - deep / 2), spot.At(x + wide / 2, 0.01f, z - deep / 2), spot.At(x + wide / 2, 0.01f, z + deep / 2), spot.At(x - wide / 2, 0.01f, z + deep / 2)];
        stage.Face(face, colour, 0.05f);
        for (var i = 0; i < 4; i++) stage.Edge(face[i], face[(i + 1) % 4], 1.3f, 0.8f);
    }

    private static void Strip(Stage stage, Spot spot, float x, float wide, float reach, SKColor colour)
    {
        var (left, right) = (new List<Vector3>(), new List<Vector3>());
        for (var i = 0; i <= 14; i++)
        {
            var z = -8 + (reach + 8) * i * i / 196f;
            var bend = wide < 3 && wide > 1 ? 1.4f * MathF.Sin(z * 0.16f) : 0;
            left.Add(spot.At(x - wide / 2 + bend, 0.005f, z));
            right.Add(spot.At(x + wide / 2 + bend, 0.005f, z));
        }
        for (var i = 1; i < left.Count; i++)
        {
            stage.Face([left[i - 1], right[i - 1], right[i], left[i]], colour, 0.05f, texture: false);
            stage.Edge(left[i - 1], left[i], 1.4f, 0.8f);
            stage.Edge(right[i - 1], right[i], 1.4f, 0.8f);
        }
    }

    private static void Drape(Stage stage, Spot spot, Vector3 foot, float wide, float high, SKColor colour)
    {
        var (top, low) = (new List<Vector3>(), new List<Vector3>());
        const int folds = 10;
        for (var i = 0; i <= folds; i++)
        {
            var x = foot.X + wide * (i / (float)folds - 0.5f);
            top.Add(spot.At(x, foot.Y + high, foot.Z));
            low.Add(spot.At(x, foot.Y + 0.04f * (i % 2), foot.Z + 0.08f * (i % 2 * 2 - 1)));
        }
        for (var i = 1; i <= folds; i++) stage.Face([top[i - 1], top[i], low[i], low[i - 1]], colour, i % 2 == 0 ? 0.28f : 0.02f, texture: false);
        for (var i = 0; i <= folds; i++) stage.Edge(top[i], low[i], i is 0 or folds ? 2 : 1.3f, 0.8f);
        stage.Edge(top[0], top[^1]);
    }

    private static void Arch(Stage stage, Spot spot, Vector3 foot, float wide, float high, SKColor colour)
    {
        List<Vector3> outline = [spot.At(foot.X - wide / 2, foot.Y, foot.Z), spot.At(foot.X - wide / 2, foot.Y + high * 0.65f, foot.Z), spot.At(foot.X - wide * 0.36f, foot.Y + high * 0.86f, foot.Z), spot.At(foot.X, foot.Y + high, foot.Z), spot.At(foot.X + wide * 0.36f, foot.Y + high * 0.86f, foot.Z), spot.At(foot.X + wide / 2, foot.Y + high * 0.65f, foot.Z), spot.At(foot.X + wide / 2, foot.Y, foot.Z)];
        stage.Face([.. outline], colour);
        for (var i = 0; i < outline.Count; i++) stage.Edge(outline[i], outline[(i + 1) % outline.Count], 2.4f);
        stage.Edge(spot.At(foot.X, foot.Y, foot.Z), spot.At(foot.X, foot.Y + high, foot.Z), 1.4f);
        for (var t = 0.22f; t < 0.8f; t += 0.22f) stage.Edge(spot.At(foot.X - wide / 2, foot.Y + high * t, foot.Z), spot.At(foot.X + wide / 2, foot.Y + high * t, foot.Z), 1.2f);
    }

    private static void Hull(Stage stage, Spot spot, Vector3 foot, float length, float high, SKColor colour)
    {
        var beam = length * 0.17f;
        Vector3 On(float along, float up, float aside) => spot.At(foot.X + along * length / 2, foot.Y + up * high, foot.Z + aside * beam);
        Vector3[] near = [On(-1, 1.05f, 0), On(-0.5f, 0.92f, -0.9f), On(0.3f, 0.88f, -1), On(0.9f, 0.98f, -0.8f), On(0.8f, 0, -0.5f), On(-0.5f, 0, -0.5f), On(-0.86f, 0.35f, 0)];
        Vector3[] rim = [On(-1, 1.05f, 0), On(-0.5f, 0.92f, -0.9f), On(0.3f, 0.88f, -1), On(0.9f, 0.98f, -0.8f), On(0.95f, 1, 0), On(0.9f, 0.98f, 0.8f), On(0.3f, 0.88f, 1), On(-0.5f, 0.92f, 0.9f)];
        stage.Face(rim, colour, 0.3f);
        for (var i = 0; i < rim.Length; i++) stage.Edge(rim[i], rim[(i + 1) % rim.Length], 1.8f);
        stage.Face(near, colour, 0.1f);
        for (var i = 0; i < near.Length; i++) stage.Edge(near[i], near[(i + 1) % near.Length]);
        stage.Edge(On(-0.93f, 0.7f, 0), On(0.86f, 0.62f, -0.72f), 1.3f, 0.7f);
    }

    private static void Sail(Stage stage, Spot spot, Vector3 foot, float wide, float high, SKColor colour)
    {
        Vector3[] face = [spot.At(foot.X - wide / 2, foot.Y + high, foot.Z), spot.At(foot.X + wide / 2, foot.Y + high, foot.Z), spot.At(foot.X + wide * 0.46f, foot.Y, foot.Z - 0.5f), spot.At(foot.X, foot.Y - 0.2f, foot.Z - 0.7f), spot.At(foot.X - wide * 0.46f, foot.Y, foot.Z - 0.5f)];
        stage.Face(face, colour, 0.05f);
        for (var i = 0; i < face.Length; i++) stage.Edge(face[i], face[(i + 1) % face.Length]);
        for (var t = 0.25f; t < 0.9f; t += 0.25f) stage.Edge(Vector3.Lerp(face[0], face[1], t), Vector3.Lerp(face[4], face[2], t), 1, 0.5f);
    }

    private static void Flame(Stage stage, Vector3 at, float high)
    {
        if (stage.Camera.Depth(at) < 0.4f) return;
        var (foot, size, pen) = (stage.Camera.See(at), stage.Camera.Scale(at) * high, stage.Pen);
        ReadOnlySpan<(float, SKColor)> tongues = [(1, new(0xE0, 0x7A, 0x3A)), (0.7f, new(0xF2, 0xA9, 0x4A)), (0.42f, new(0xFD, 0xE2, 0x9A))];
        foreach (var (share, colour) in tongues)
        {
            var flame = Curve.Through([foot + new Vector2(-0.3f, 0) * size * share, foot + new Vector2(-0.34f, -0.35f) * size * share, foot + new Vector2(-0.12f, -0.55f) * size * share, foot + new Vector2(-0.08f, -1) * size * share, foot + new Vector2(0.12f, -0.62f) * size * share, foot + new Vector2(0.26f, -0.72f) * size * share, foot + new Vector2(0.32f, -0.3f) * size * share, foot + new Vector2(0.28f, 0) * size * share], 4, closed: true);
            pen.Poly(flame, colour);
            if (share == 1) pen.Outline(flame, 1.8f, Tint.Black.Thin(0.8f));
        }
    }

    private static void Crowd(Stage stage, Spot spot, float wide)
    {
        for (var row = 3; row >= 0; row--)
            for (var x = -wide / 2; x < wide / 2; x += 0.55f)
            {
                var at = spot.At(x + 0.2f * stage.Pen.Jitter(), 1.35f + 0.9f * row, row);
                if (stage.Camera.Depth(at) < 1) continue;
                var (head, size) = (stage.Camera.See(at), stage.Camera.Scale(at));
                stage.Pen.Spot(head + new Vector2(0, size * 0.36f), size * 0.24f, stage.Air(stage.Colours.Of(stage.Pen.Chance.Below(3) switch { 0 => "cloth", 1 => "red", _ => "dark" }), at));
                stage.Pen.Spot(head, size * 0.13f, stage.Air(new(0xD8, 0xAE, 0x90), at));
            }
    }
}
