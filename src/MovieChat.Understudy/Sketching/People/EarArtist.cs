using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>One ear.</summary>
internal static class EarArtist
{
    private static readonly (float Back, float Up)[] Rim =
        [(0, 0.2f), (0.04f, 0.31f), (0.14f, 0.36f), (0.24f, 0.3f), (0.26f, 0.15f), (0.2f, 0), (0.13f, -0.14f), (0.07f, -0.26f), (0.0f, -0.28f), (-0.02f, -0.16f)];

    private static readonly (float Back, float Up)[] Inner =
        [(0.03f, 0.16f), (0.1f, 0.27f), (0.19f, 0.25f), (0.2f, 0.12f), (0.13f, 0.0f), (0.07f, -0.08f)];

    public static bool Near(Face face, int side) => face.View.Turn(new(side, 0, 0)).Z > 0.1f;

    public static void Draw(Face face, int side)
    {
        if (face.View.Turn(new(side, 0, 0)).Z < -0.55f) return;
        var size = (1 + 0.14f * face.Traits.Ears) * (1 + 0.12f * face.Traits.Wear);
        var width = face.Shape.Width(-0.1f);
        Vector2 On((float Back, float Up) point) =>
            face.View.See(new(side * (width - 0.03f + point.Back * 0.5f), -0.12f + point.Up * size, -0.1f - point.Back * 0.8f * size));
        var rim = Curve.Through([.. Rim.Select(On)], 4, closed: true);
        face.Pen.Poly(rim, face.Skin.Mix(face.Shadow, side * face.LightFrom > 0 ? 0.12f : 0.4f));
        face.Pen.Outline(rim, face.Weight(2.2f), face.Line);
        if (face.Size < 40) return;
        face.Pen.Line(Curve.Through([.. Inner.Select(On)]), face.Weight(1.6f), face.Line.Thin(0.8f));
        face.Pen.Line(Curve.Through([On((0.05f, 0.06f)), On((0.1f, 0.1f)), On((0.11f, 0))]), face.Weight(1.5f), face.Line.Thin(0.7f));
        if (face.Traits.Earrings) face.Pen.Spot(On((0.02f, -0.33f)), face.View.Scale * 0.045f, new(0xC9, 0xA2, 0x4B));
    }
}
