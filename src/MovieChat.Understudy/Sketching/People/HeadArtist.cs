using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>A whole head, in the order that a painter lays it down.</summary>
internal static class HeadArtist
{
    /// <summary>What lies behind the neck: hair that hangs down.</summary>
    public static void Behind(Face face)
    {
        if (face.View.Facing > -0.3f) new HairArtist(face).Back();
    }

    public static void Draw(Face face)
    {
        var hair = new HairArtist(face);
        var covered = face.Traits.Headwear is Headwear.Headscarf or Headwear.Hood or Headwear.Helmet;
        var ears = !covered && !hair.CoversEars;
        var away = face.View.Facing <= -0.3f;
        if (!covered && !away) hair.Hanging();
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) if (ears && !EarArtist.Near(face, side)) EarArtist.Draw(face, side);
        Skull(face);
        if (face.View.Facing > -0.35f)
        {
            if (face.Fine) Marks(face);
            BeardArtist.Draw(face);
            EyeArtist.Draw(face);
            MouthArtist.Draw(face);
            NoseArtist.Draw(face);
            if (face.Traits.Scar != Scar.None) ScarLine(face);
        }
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) if (ears && EarArtist.Near(face, side)) EarArtist.Draw(face, side);
        if (!covered) hair.Cap();
        if (face.View.Facing > -0.35f) GlassesArtist.Draw(face);
        if (!covered) hair.Front();
        if (away && !covered)
        {
            hair.Back();
            hair.Hanging();
        }
        HeadwearArtist.Draw(face);
    }

    private static void Skull(Face face)
    {
        var points = new List<Vector3>(2000);
        for (var y = -1.02f; y <= 1.0f; y += 0.05f)
            for (var angle = 0f; angle < 360; angle += 7.5f) points.Add(face.Shape.At(angle, y));
        var outline = face.View.Outline(points, new(0, 0, 0), 64);
        if (outline.Length == 0) return;
        using var path = Pen.PathOf(outline);
        face.Pen.Poly(path, face.Skin);
        face.Pen.Within(path, () => Modelling(face, outline));
        face.Pen.Outline(outline, face.Weight(2.9f), face.Line);
    }

    // The side away from the light, the eye sockets, the cheeks.
    private static void Modelling(Face face, Vector2[] outline)
    {
        var (size, away) = (face.View.Scale, -face.LightFrom);
        face.Pen.Poly(Moved(outline, new(face.LightFrom * -0.02f * size, 0.02f * size)), face.Skin);
        using var lit = Pen.PathOf(Moved(outline, new(face.LightFrom * 0.30f * size, -0.12f * size)));
        using var core = Pen.PathOf(Moved(outline, new(face.LightFrom * 0.16f * size, -0.05f * size)));
        face.Pen.Within(lit, () => face.Pen.Poly(outline, face.Skin.Mix(face.Shadow, 0.42f)), outside: true);
        if (face.Fine) face.Pen.Within(core, () => face.Pen.Hatch(outline, face.Shadow.Darker(0.3f).Thin(0.55f), away * 55, 0.8f), outside: true);
        if (face.Size < 30 || face.View.Facing < 0) return;
        var rose = face.Skin.Mix(new(0xC0, 0x68, 0x62), 0.3f).Thin(0.22f);
        // The cheekbone to the light is paler and cooler than the rest.
        var bright = face.LightFrom < 0 ? -1 : 1;
        if (face.Seen(bright * 0.4f)) Soft(face, face.At(bright * 0.42f, -0.1f), 0.17f, face.Skin.Lighter(0.4f).Thin(0.4f));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            if (face.Seen(side * 0.4f)) Soft(face, face.At(side * 0.43f, -0.27f), 0.2f, rose);
        Soft(face, face.At(0, -0.33f, 0.2f), 0.11f, rose);
    }

    private static void Soft(Face face, Vector2 centre, float radius, SKColor colour)
    {
        face.Pen.Spot(centre, radius * face.View.Scale, colour.Thin(colour.Alpha / 255f * 0.5f));
        face.Pen.Spot(centre, radius * 0.65f * face.View.Scale, colour.Thin(colour.Alpha / 255f * 0.5f));
    }

    private static void Marks(Face face)
    {
        var (traits, pen) = (face.Traits, face.Pen);
        if (traits.Wear > 0.25f && face.Seen(0))
            for (var i = 0; i < 3; i++)
                pen.Line(Curve.Through(face.Points((-0.3f + 0.03f * i, 0.44f + 0.085f * i, 0), (0, 0.46f + 0.085f * i, 0), (0.3f - 0.03f * i, 0.44f + 0.085f * i, 0))), face.Weight(1.3f), face.Line.Thin(0.15f + 0.4f * traits.Wear), 0.95f);
        if (traits.Build < -0.3f || traits.Wear > 0.3f)
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
                if (face.Seen(side * 0.5f)) pen.Line(Curve.Through(face.Points((side * 0.5f, -0.28f, 0), (side * 0.44f, -0.42f, 0), (side * 0.42f, -0.54f, 0))), face.Weight(1.4f), face.Line.Thin(0.5f), 0.95f);
        if (!traits.Freckles) return;
        for (var i = 0; i < 46; i++)
        {
            var (x, y) = (0.5f * pen.Jitter(), -0.2f + 0.13f * pen.Jitter());
            if (face.Seen(x)) pen.Spot(face.At(x, y), face.View.Scale * (0.008f + 0.005f * (i % 3)), face.Shadow.Darker(0.1f).Thin(0.6f));
        }
    }

    private static void ScarLine(Face face)
    {
        var line = face.Traits.Scar switch
        {
            Scar.Brow => face.Points((-0.36f, 0.42f, 0.01f), (-0.33f, 0.22f, 0.01f), (-0.38f, 0.08f, 0)),
            Scar.Lip => face.Points((0.08f, -0.46f, 0.02f), (0.12f, -0.6f, 0.03f), (0.1f, -0.74f, 0.03f)),
            _ => face.Points((-0.5f, -0.08f, 0.01f), (-0.4f, -0.3f, 0.01f), (-0.36f, -0.52f, 0.01f)),
        };
        if (!face.Seen(-0.35f) && face.Traits.Scar != Scar.Lip) return;
        face.Pen.Line(Curve.Through(line), face.Weight(6), face.Skin.Lighter(0.45f).Mix(new(0xC9, 0x7A, 0x74), 0.3f), 0.8f);
        if (face.Size < 30) return;
        face.Pen.Line(Curve.Through(line), face.Weight(1.6f), face.Shadow.Darker(0.3f), 0.8f);
        for (var i = 0; i < 4 && face.Fine; i++)
        {
            var at = Vector2.Lerp(line[0], line[2], 0.2f + 0.2f * i);
            face.Pen.Line(at - new Vector2(0.03f, 0.008f) * face.View.Scale, at + new Vector2(0.03f, -0.008f) * face.View.Scale, face.Weight(1.2f), face.Shadow.Darker(0.3f));
        }
    }

    private static Vector2[] Moved(Vector2[] outline, Vector2 by) => [.. outline.Select(point => point + by)];
}
