using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>Glasses on the nose, with their arms to the ears.</summary>
internal static class GlassesArtist
{
    public static void Draw(Face face)
    {
        var kind = face.Traits.Glasses;
        if (kind == Glasses.None) return;
        var frame = new SKColor(0x2E, 0x29, 0x28);
        var y = EyeArtist.Level(face) - 0.03f;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!face.Seen(side * 0.3f)) continue;
            var rim = Curve.Through(face.Points([.. Rim(kind).Select(point => (side * (0.32f + point.X), y + point.Y, 0.085f))]), 4, closed: true);
            face.Pen.Poly(rim, kind == Glasses.Dark ? frame.Thin(0.88f) : Tint.Gouache.Thin(0.16f));
            face.Pen.Outline(rim, face.Weight(kind == Glasses.Half ? 2.2f : 3.6f), frame);
            if (face.Size > 34) face.Pen.Line(face.At(side * 0.32f - 0.09f, y + 0.11f, 0.09f), face.At(side * 0.32f - 0.02f, y - 0.03f, 0.09f), face.Weight(2.6f), Tint.Gouache.Thin(0.7f), 0.9f);
            var (hinge, ear) = (face.View.Turn(face.Shape.Face(side * 0.53f, y + 0.06f, 0.06f)), face.View.Turn(new(side * 0.74f, 0.08f, -0.02f)));
            if (ear.Z > -0.15f) face.Pen.Line(face.View.Flat(hinge), face.View.Flat(ear), face.Weight(3), frame, 0.3f);
        }
        if (face.Seen(0)) face.Pen.Line(Curve.Through(face.Points((-0.115f, y + 0.03f, 0.09f), (0, y + 0.06f, 0.09f), (0.115f, y + 0.03f, 0.09f))), face.Weight(3), frame, 0.2f);
    }

    private static (float X, float Y)[] Rim(Glasses kind) => kind switch
    {
        Glasses.Square => [(-0.2f, 0.12f), (0, 0.13f), (0.22f, 0.12f), (0.22f, 0), (0.18f, -0.13f), (0, -0.145f), (-0.17f, -0.13f), (-0.2f, 0)],
        Glasses.Half => [(-0.19f, 0.0f), (0, 0.01f), (0.2f, 0.0f), (0.17f, -0.1f), (0, -0.14f), (-0.16f, -0.1f)],
        Glasses.Dark => [(-0.2f, 0.12f), (0, 0.13f), (0.24f, 0.12f), (0.23f, -0.02f), (0.13f, -0.15f), (-0.06f, -0.15f), (-0.18f, -0.05f)],
        _ => [(-0.195f, 0), (-0.14f, 0.13f), (0, 0.185f), (0.14f, 0.13f), (0.195f, 0), (0.14f, -0.13f), (0, -0.185f), (-0.14f, -0.13f)],
    };
}
