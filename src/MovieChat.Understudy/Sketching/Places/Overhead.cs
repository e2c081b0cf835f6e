using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>What tells a place from above, where there is neither sky nor distance: edges, roads, roofs, crowns of trees.</summary>
internal static class Overhead
{
    /// <summary>From here on the camera looks down on a place.</summary>
    public static bool Is(Stage stage) => stage.Camera.Pitch < -50;

    public static void Draw(Stage stage, Place place)
    {
        switch (place.Ground, place.Back)
        {
            case ("boards", _): Pier(stage); break;
            case (_, "sea" or "river"): Shore(stage); break;
            case ("asphalt" or "stones", _): Streets(stage, place.Back == "city" ? "block" : "house"); break;
            case (_, "trees"): Wood(stage); break;
            case ("sand" or "rock", _): Waste(stage, place.Ground); break;
            default: Fields(stage); break;
        }
    }

    private static void Pier(Stage stage)
    {
        var sea = stage.Colours.Of("sea");
        Flat(stage, -80, -40, -4.1f, 80, sea);
        Flat(stage, 5, -40, 80, 80, sea);
        Flat(stage, -4.1f, 13, 5, 80, sea);
        Waves(stage, -26, -4.6f, 34);
        Waves(stage, 5.5f, 26, 34);
        foreach (var (x, width) in (ReadOnlySpan<(float, float)>)[(-4.1f, 0.3f), (4.7f, 0.3f)])
        {
            Flat(stage, x, -40, x + width, 13, stage.Colours.Of("wood").Darker(0.35f));
            stage.Edge(new(x, 0.02f, -20), new(x, 0.02f, 13), 3);
            stage.Edge(new(x + width, 0.02f, -20), new(x + width, 0.02f, 13), 2);
            for (var z = -12f; z < 13; z += 2.6f) Crown(stage, x + 0.15f, z, 0.26f, "dark", 0);
        }
        stage.Edge(new(-4.1f, 0.02f, 13), new(5, 0.02f, 13), 3.4f);
        Set(stage, "boat", -7.4f, 1.5f, 78);
        Set(stage, "boat", 7.6f, -3.4f, 96);
        Set(stage, "crates", 3.3f, -3.6f, 12);
    }

    private static void Shore(Stage stage)
    {
        var edge = Curve.Through([new(-60, 12), new(-24, 9), new(-10, 5.2f), new(-2, 6.4f), new(6, 4.6f), new(14, 7.4f), new(30, 6), new(60, 12)], 6);
        foreach (var (off, colour) in (ReadOnlySpan<(float, SKColor)>)[(-0.7f, stage.Colours.Of(stage.Colours.Daylight.Dark ? "stone" : "sand").Darker(0.2f)), (0, Tint.Gouache.Thin(0.8f)), (0.5f, stage.Colours.Of("sea"))])
            stage.Pen.Poly([.. edge.Select(point => stage.Camera.See(new Vector3(point.X, 0.02f, point.Y + off))), stage.Camera.See(new Vector3(60, 0.02f, 70)), stage.Camera.See(new Vector3(-60, 0.02f, 70))], colour);
        Waves(stage, -24, 24, 60, from: 9);
        foreach (var (x, z) in (ReadOnlySpan<(float, float)>)[(-6.4f, 3.4f), (7.2f, 3.2f), (8.2f, 4.4f), (-9, 4)]) Crown(stage, x, z, 0.6f, "stone", 0.1f);
        Set(stage, "boat", 3.6f, 2.2f, 60);
    }

    private static void Streets(Stage stage, string building)
    {
        var (pale, road) = (stage.Colours.Of("stones").Lighter(0.2f), stage.Colours.Of("asphalt").Darker(0.12f));
        Flat(stage, -5.4f, -40, 5.4f, 60, pale);
        Flat(stage, -60, 4.4f, 60, 10.6f, pale);
        Flat(stage, -3.4f, -40, 3.4f, 60, road);
        Flat(stage, -60, 5.6f, 60, 9.4f, road);
        foreach (var x in (ReadOnlySpan<float>)[-5.4f, -3.4f, 3.4f, 5.4f]) { stage.Edge(new(x, 0.03f, -20), new(x, 0.03f, 4.4f), 1.6f); stage.Edge(new(x, 0.03f, 10.6f), new(x, 0.03f, 30), 1.6f); }
        for (var z = -18f; z < 24; z += 2.2f) if (z is < 3.6f or > 10.8f) Flat(stage, -0.08f, z, 0.08f, z + 1.1f, Tint.Gouache);
        for (var x = -3f; x < 3; x += 0.9f) Flat(stage, x, 3.3f, x + 0.5f, 4.9f, Tint.Gouache.Thin(0.85f));
        foreach (var (x, z) in (ReadOnlySpan<(float, float)>)[(-11, 15), (11, 16), (-11, -0.4f), (11.4f, -1), (-11, -11), (11, -12)]) Set(stage, building, x, z, x < 0 ? 2 : -2);
        foreach (var z in (ReadOnlySpan<float>)[-7, -2.5f, 13]) { Crown(stage, -4.6f, z, 0.9f, "leaf", 0.1f); Crown(stage, 4.7f, z + 1, 0.8f, "leaf", 0.1f); }
        Set(stage, "car", 1.7f, -4.6f, 90);
        Set(stage, "car", -1.7f, 1.2f, 90);
    }

    private static void Wood(Stage stage)
    {
        Track(stage, [new(-2.6f, -22), new(-1, -8), new(0.8f, 0), new(-0.6f, 8), new(2.4f, 26)], 1.1f, stage.Colours.Of("sand").Darker(0.1f));
        for (var z = 15f; z > -13; z -= 2.1f)
            for (var x = -19f; x < 19; x += 2.5f)
                if (MathF.Abs(x + 0.6f * stage.Pen.Jitter()) > 2.4f + 0.6f * MathF.Sin(z)) Crown(stage, x + 0.7f * stage.Pen.Jitter(), z + 0.6f * stage.Pen.Jitter(), 1.35f + 0.35f * stage.Pen.Jitter(), "leaf", 0.12f + 0.16f * stage.Pen.Jitter());
    }

    private static void Fields(Stage stage)
    {
        foreach (var (left, near, right, far, material) in (ReadOnlySpan<(float, float, float, float, string)>)[(-22, 2, -4, 14, "straw"), (-20, -14, -5, 0.6f, "leaf"), (5, -15, 22, -2, "earth"), (4.4f, 0, 22, 14, "field")])
        {
            Flat(stage, left, near, right, far, stage.Colours.Of(material));
            for (var x = left + 0.7f; x < right; x += 0.8f) stage.Edge(new(x, 0.02f, near), new(x, 0.02f, far), 1.2f, 0.35f);
            stage.Edge(new(left, 0.02f, near), new(right, 0.02f, near), 2);
            stage.Edge(new(left, 0.02f, far), new(right, 0.02f, far), 2);
        }
        Track(stage, [new(-4, -22), new(-2, -8), new(0.4f, 0), new(1.6f, 9), new(0, 26)], 1, stage.Colours.Of("sand"));
        for (var z = -12f; z < 14; z += 1.9f) Crown(stage, z < 1 ? -4.4f : 3.7f, z, 0.7f, "leaf", 0.15f);
        Set(stage, "house", 10, 8, 8);
        foreach (var (x, z) in (ReadOnlySpan<(float, float)>)[(7, 12), (12, 3.5f), (-9, 15)]) Crown(stage, x, z, 1.6f, "leaf", 0.2f);
    }

    private static void Waste(Stage stage, string ground)
    {
        for (var i = 0; i < 7; i++)
        {
            var z = -10 + 3.6f * i;
            var crest = Curve.Through([new Vector2(-20, z), new(-9, z + 1.4f * stage.Pen.Jitter()), new(0, z + 1.2f), new(9, z + 1.6f * stage.Pen.Jitter()), new(20, z)], 6);
            var low = crest.Select(point => new Vector2(point.X, point.Y + 0.9f)).Reverse();
            stage.Pen.Poly([.. crest.Concat(low).Select(point => stage.Camera.See(new Vector3(point.X, 0.02f, point.Y)))], stage.Colours.Of(ground).Darker(0.2f).Thin(0.55f));
            stage.Pen.Line([.. crest.Select(point => stage.Camera.See(new Vector3(point.X, 0.02f, point.Y)))], 1.6f, Tint.Black.Thin(0.6f));
        }
        foreach (var (x, z) in (ReadOnlySpan<(float, float)>)[(-7, 4), (6, 7), (8, -4), (-5, -6)]) Crown(stage, x, z, 0.8f, "stone", 0.15f);
        Track(stage, [new(-6, -22), new(-3, -8), new(0.6f, 0), new(3, 9), new(1, 26)], 0.6f, stage.Colours.Of("earth"));
    }

    private static void Track(Stage stage, Vector2[] middle, float half, SKColor colour)
    {
        var line = Curve.Through(middle, 6);
        Vector2[] left = [.. line.Select(point => stage.Camera.See(new Vector3(point.X - half, 0.03f, point.Y)))], right = [.. line.Select(point => stage.Camera.See(new Vector3(point.X + half, 0.03f, point.Y)))];
        stage.Pen.Poly([.. left, .. Enumerable.Reverse(right)], colour);
        stage.Pen.Line(left, 1.6f, Tint.Black.Thin(0.6f));
        stage.Pen.Line(right, 1.6f, Tint.Black.Thin(0.6f));
    }

    private static void Waves(Stage stage, float left, float right, int count, float from = -11)
    {
        for (var i = 0; i < count; i++)
        {
            var (x, z) = (left + (right - left) * (0.5f + 0.5f * stage.Pen.Jitter()), from + (16 - from) * (0.5f + 0.5f * stage.Pen.Jitter()));
            stage.Pen.Line(Curve.Through([stage.Camera.See(new Vector3(x, 0.03f, z)), stage.Camera.See(new Vector3(x + 0.45f, 0.03f, z + 0.18f)), stage.Camera.See(new Vector3(x + 0.9f, 0.03f, z))]), 1.7f, i % 3 == 0 ? Tint.Black.Thin(0.45f) : Tint.Gouache.Thin(0.75f), 0.9f);
        }
    }

    private static void Crown(Stage stage, float x, float z, float radius, string material, float shade)
    {
        var crown = new Vector2[18];
        for (var i = 0; i < crown.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / crown.Length);
            var reach = radius * (i % 2 == 0 ? 1 : 0.86f);
            crown[i] = stage.Camera.See(new Vector3(x + cos * reach, 0.04f, z + sin * reach));
        }
        var size = stage.Camera.Scale(new(x, 0, z)) * radius;
        stage.Pen.Poly([.. crown.Select(point => point + new Vector2(0.3f, 0.24f) * size)], Tint.Black.Thin(0.22f));
        stage.Pen.Poly(crown, stage.Colours.Of(material).Darker(Math.Max(shade, 0)));
        stage.Pen.Spot(stage.Camera.See(new Vector3(x - radius * 0.25f, 0.04f, z + radius * 0.25f)), size * 0.42f, Tint.Gouache.Thin(0.14f));
        stage.Pen.Outline(crown, 1.5f, Tint.Black.Thin(0.8f));
    }

    private static void Flat(Stage stage, float left, float near, float right, float far, SKColor colour) =>
        stage.Face([new(left, 0.01f, near), new(right, 0.01f, near), new(right, 0.01f, far), new(left, 0.01f, far)], colour, texture: false);

    private static void Set(Stage stage, string prop, float x, float z, float turn)
    {
        var spot = new Spot(x, z, turn);
        foreach (var solid in PlaceBook.Props[prop]) SolidArtist.Draw(stage, spot, solid);
    }
}
