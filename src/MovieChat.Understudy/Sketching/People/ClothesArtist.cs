using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>What tells a garment on the trunk: collars, lapels, buttons, belts.</summary>
internal static class ClothesArtist
{
    private static readonly SKColor Ink = Tint.Black;

    public static void Draw(Figure figure, Torso torso)
    {
        if (figure.Tiny) return;
        if (figure.Facing < -0.25f) { Behind(figure, torso); return; }
        if (figure.Facing < 0.15f) return;
        switch (figure.Traits.Garment)
        {
            case Garment.Suit: Lapels(figure, torso, 0.36f, 0.34f, buttons: 2, shirt: true); break;
            case Garment.Coat: Lapels(figure, torso, 0.3f, 0.5f, buttons: 3, shirt: false); break;
            case Garment.WhiteCoat: Lapels(figure, torso, 0.34f, 0.36f, buttons: 3, shirt: true); Pocket(figure, torso, 0.5f, 0.2f); break;
            case Garment.Waistcoat: Lapels(figure, torso, 0.34f, 0.2f, buttons: 4, shirt: true); break;
            case Garment.Jumper: Round(figure, torso, figure.Main.Darker(0.16f), 0.034f); Knit(figure, torso); break;
            case Garment.TShirt: Round(figure, torso, figure.Main.Darker(0.14f), 0.016f); break;
            case Garment.Hoodie: Round(figure, torso, figure.Main.Darker(0.3f), 0.05f); Cords(figure, torso); break;
            case Garment.Jacket: Jacket(figure, torso); break;
            case Garment.Uniform: Uniform(figure, torso); break;
            case Garment.Dress: Neckline(figure, torso, 0.12f); Belt(figure, torso, figure.Main.Darker(0.3f)); break;
            case Garment.Robe: Crossover(figure, torso); Belt(figure, torso, figure.Colour(figure.Traits.Accent)); break;
            case Garment.Tunic: Neckline(figure, torso, 0.07f); Belt(figure, torso, new(0x5A, 0x43, 0x32)); break;
            case Garment.Overalls or Garment.Apron: Bib(figure, torso); break;
            case Garment.Armour: Plates(figure, torso); break;
            default: Shirt(figure, torso, figure.Main); break;
        }
        if (figure.Traits.Scarf) Scarf(figure, torso);
    }

    private static void Behind(Figure figure, Torso torso)
    {
        Ribbon(figure, figure.Main.Darker(0.2f), [torso.Front(-0.9f, -0.02f), torso.Front(0, -0.035f), torso.Front(0.9f, -0.02f)], [torso.Front(0.55f, 0.025f), torso.Front(0, 0.02f), torso.Front(-0.55f, 0.025f)]);
        figure.Pen.Line(Curve.Through([torso.Front(0, 0.04f), torso.Front(0.03f, 0.2f), torso.Front(0, 0.42f)]), figure.Weight(1.5f), Ink.Thin(0.5f));
        if (figure.Traits.Scarf) Scarf(figure, torso);
    }

    private static void Lapels(Figure figure, Torso torso, float depth, float wide, int buttons, bool shirt)
    {
        var pen = figure.Pen;
        Vector2[] opening = [torso.Front(-0.85f, -0.035f), torso.Front(-0.45f, 0.02f), torso.Front(0, 0.035f), torso.Front(0.45f, 0.02f), torso.Front(0.85f, -0.035f), torso.Front(0.3f, depth * 0.5f), torso.Front(0.02f, depth), torso.Front(-0.3f, depth * 0.5f)];
        pen.Poly(opening, figure.Under);
        if (shirt)
        {
            if (figure.Traits.Woman && !figure.Traits.Tie) pen.Poly([torso.Front(-0.78f, -0.04f), torso.Front(0, -0.06f), torso.Front(0.78f, -0.04f), torso.Front(0.42f, 0.06f), torso.Front(0, depth * 0.5f), torso.Front(-0.42f, 0.06f)], figure.Skin);
            else Collar(figure, torso, figure.Under.Lighter(0.2f));
            if (figure.Traits.Tie) Tie(figure, torso, depth);
        }
        else Ribbon(figure, figure.Under.Darker(0.1f), [torso.Front(-0.8f, -0.055f), torso.Front(0, 0.0f), torso.Front(0.8f, -0.055f)], [torso.Front(0.75f, 0.015f), torso.Front(0, 0.055f), torso.Front(-0.75f, 0.015f)]);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Vector2[] lapel = [torso.Front(side * 0.82f, -0.04f), torso.Front(side * 0.5f, 0.07f), torso.Front(side * 0.03f, depth), torso.Front(side * (0.28f + wide * 0.35f), depth * 0.55f), torso.Front(side * (0.33f + wide * 0.6f), 0.15f), torso.Front(side * (0.3f + wide * 0.35f), 0.125f), torso.Front(side * (0.32f + wide * 0.6f), 0.09f), torso.Front(side * (0.5f + wide * 0.1f), 0.03f)];
            pen.Wash(lapel, figure.Main.Mix(figure.Main.Light() > 0.5f ? Tint.Black : Tint.Gouache, 0.10f));
            pen.Outline(lapel, figure.Weight(2), Ink);
        }
        pen.Line(torso.Front(0.02f, depth), torso.Front(0.04f, torso.Bottom), figure.Weight(2), Ink);
        for (var i = 0; i < buttons; i++) pen.Spot(torso.Front(0.09f, depth + 0.035f + 0.1f * i), figure.Scale * 0.0095f, Ink.Thin(0.85f));
        if (figure.Fine) foreach (var side in (ReadOnlySpan<int>)[-1, 1]) pen.Line(torso.Front(side * 0.35f, 0.47f), torso.Front(side * 0.75f, 0.455f), figure.Weight(1.8f), Ink.Thin(0.8f));
    }

    private static void Shirt(Figure figure, Torso torso, SKColor colour)
    {
        figure.Pen.Poly([torso.Front(-0.6f, -0.03f), torso.Front(0.6f, -0.03f), torso.Front(0, 0.09f)], figure.Skin);
        Collar(figure, torso, colour.Lighter(0.12f));
        figure.Pen.Line(torso.Front(0.05f, 0.06f), torso.Front(0.05f, torso.Bottom), figure.Weight(1.6f), Ink.Thin(0.75f));
        for (var i = 0; i < 5; i++) figure.Pen.Spot(torso.Front(0.0f, 0.1f + 0.09f * i), figure.Scale * 0.006f, Ink.Thin(0.75f));
    }

    private static void Collar(Figure figure, Torso torso, SKColor colour)
    {
        NeckHole(figure, torso);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Vector2[] wing = [torso.Front(side * 0.82f, -0.05f), torso.Front(side * 0.55f, -0.005f), torso.Front(side * 0.06f, 0.045f), torso.Front(side * 0.24f, 0.115f), torso.Front(side * 0.5f, 0.055f), torso.Front(side * 0.75f, 0.02f)];
            figure.Pen.Poly(wing, colour);
            figure.Pen.Outline(wing, figure.Weight(1.9f), Ink);
        }
    }

    // The skin that a neckline leaves bare.
    private static void NeckHole(Figure figure, Torso torso) =>
        figure.Pen.Poly([torso.Front(-0.78f, -0.04f), torso.Front(0, -0.06f), torso.Front(0.78f, -0.04f), torso.Front(0.4f, 0.03f), torso.Front(0, 0.058f), torso.Front(-0.4f, 0.03f)], figure.Skin);

    private static void Tie(Figure figure, Torso torso, float depth)
    {
        Vector2[] tie = [torso.Front(-0.09f, 0.045f), torso.Front(0.09f, 0.045f), torso.Front(0.055f, 0.085f), torso.Front(0.11f, depth * 0.9f), torso.Front(0, depth + 0.02f), torso.Front(-0.11f, depth * 0.9f), torso.Front(-0.055f, 0.085f)];
        figure.Pen.Wash(tie, figure.Colour(figure.Traits.Accent), 60);
        figure.Pen.Outline(tie, figure.Weight(1.7f), Ink);
    }

    private static void Round(Figure figure, Torso torso, SKColor colour, float band)
    {
        var upper = Curve.Through([torso.Front(-0.95f, -0.035f), torso.Front(-0.5f, 0.022f), torso.Front(0, 0.038f), torso.Front(0.5f, 0.022f), torso.Front(0.95f, -0.035f)]);
        var lower = Curve.Through([torso.Front(0.9f, -0.035f + band), torso.Front(0.45f, 0.026f + band), torso.Front(0, 0.042f + band), torso.Front(-0.45f, 0.026f + band), torso.Front(-0.9f, -0.035f + band)]);
        figure.Pen.Poly([.. upper, torso.Front(0.7f, -0.08f), torso.Front(-0.7f, -0.08f)], figure.Skin);
        Ribbon(figure, colour, upper, lower);
        if (!figure.Fine || band < 0.02f) return;
        for (var i = 2; i < upper.Length - 2; i++) figure.Pen.Line(upper[i], lower[lower.Length - 1 - i], figure.Weight(1.1f), Ink.Thin(0.5f));
    }

    private static void Knit(Figure figure, Torso torso)
    {
        if (!figure.Fine) return;
        for (var i = 0; i < 26; i++)
        {
            var (u, down) = (0.75f * figure.Pen.Jitter(), 0.13f + 0.4f * figure.Pen.Chance.Below(100) / 100f);
            figure.Pen.Line([torso.Front(u - 0.05f, down), torso.Front(u, down + 0.012f), torso.Front(u + 0.05f, down)], figure.Weight(1.1f), Ink.Thin(0.4f));
        }
    }

    private static void Cords(Figure figure, Torso torso)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) figure.Pen.Line(Curve.Through([torso.Front(side * 0.2f, 0.08f), torso.Front(side * 0.22f, 0.17f), torso.Front(side * 0.17f, 0.26f)]), figure.Weight(2.4f), figure.Under, 0.2f);
        figure.Pen.Line(Curve.Through([torso.Front(-0.6f, 0.52f), torso.Front(-0.4f, 0.38f), torso.Front(0.4f, 0.38f), torso.Front(0.6f, 0.52f)]), figure.Weight(1.8f), Ink.Thin(0.8f));
    }

    private static void Jacket(Figure figure, Torso torso)
    {
        NeckHole(figure, torso);
        figure.Pen.Poly([torso.Front(-0.78f, -0.03f), torso.Front(-0.4f, 0.02f), torso.Front(0, 0.032f), torso.Front(0.4f, 0.02f), torso.Front(0.78f, -0.03f), torso.Front(0.12f, 0.16f), torso.Front(-0.04f, 0.16f)], figure.Under);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Vector2[] collar = [torso.Front(side * 0.84f, -0.05f), torso.Front(side * 0.62f, -0.005f), torso.Front(side * 0.12f, 0.1f), torso.Front(side * 0.3f, 0.14f), torso.Front(side * 0.62f, 0.07f), torso.Front(side * 0.85f, 0.03f)];
            figure.Pen.Wash(collar, figure.Main.Darker(0.16f));
            figure.Pen.Outline(collar, figure.Weight(2), Ink);
            figure.Pen.Line(torso.Front(side * 0.35f, 0.3f), torso.Front(side * 0.72f, 0.27f), figure.Weight(1.8f), Ink.Thin(0.8f));
        }
        figure.Pen.Line(torso.Front(0.04f, 0.14f), torso.Front(0.04f, torso.Bottom), figure.Weight(2.6f), Ink, 0.3f);
        Ribbon(figure, figure.Main.Darker(0.2f), [torso.Front(-0.98f, torso.Bottom - 0.045f), torso.Front(0, torso.Bottom - 0.04f), torso.Front(0.98f, torso.Bottom - 0.045f)], [torso.Front(0.98f, torso.Bottom), torso.Front(0, torso.Bottom + 0.005f), torso.Front(-0.98f, torso.Bottom)]);
    }

    private static void Uniform(Figure figure, Torso torso)
    {
        Ribbon(figure, figure.Main.Darker(0.22f), [torso.Front(-0.98f, -0.06f), torso.Front(0, -0.03f), torso.Front(0.98f, -0.06f)], [torso.Front(0.85f, 0.005f), torso.Front(0, 0.045f), torso.Front(-0.85f, 0.005f)]);
        figure.Pen.Line(torso.Front(0.03f, 0.04f), torso.Front(0.03f, torso.Bottom), figure.Weight(1.9f), Ink.Thin(0.85f));
        var metal = new SKColor(0xC8, 0xA2, 0x52);
        for (var i = 0; i < 5; i++) figure.Pen.Spot(torso.Front(-0.05f, 0.09f + 0.085f * i), figure.Scale * 0.008f, metal);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Pocket(figure, torso, side * 0.5f, 0.17f);
            Vector2[] board = [torso.Front(side * 0.72f, 0.02f), torso.Front(side * 0.98f, 0.055f), torso.Front(side * 0.94f, 0.085f), torso.Front(side * 0.68f, 0.045f)];
            figure.Pen.Poly(board, figure.Main.Darker(0.4f));
            figure.Pen.Outline(board, figure.Weight(1.4f), metal);
        }
        Belt(figure, torso, figure.Main.Darker(0.5f));
    }

    private static void Pocket(Figure figure, Torso torso, float u, float down)
    {
        Vector2[] flap = [torso.Front(u - 0.2f, down), torso.Front(u + 0.2f, down), torso.Front(u + 0.2f, down + 0.03f), torso.Front(u, down + 0.045f), torso.Front(u - 0.2f, down + 0.03f)];
        figure.Pen.Outline(flap, figure.Weight(1.6f), Ink.Thin(0.8f));
        if (!figure.Fine) return;
        figure.Pen.Line([torso.Front(u - 0.19f, down + 0.04f), torso.Front(u - 0.18f, down + 0.12f), torso.Front(u + 0.18f, down + 0.12f), torso.Front(u + 0.19f, down + 0.04f)], figure.Weight(1.4f), Ink.Thin(0.7f));
    }

    private static void Neckline(Figure figure, Torso torso, float depth)
    {
        var edge = Curve.Through([torso.Front(-0.92f, -0.01f), torso.Front(-0.42f, depth * 0.75f), torso.Front(0, depth), torso.Front(0.42f, depth * 0.75f), torso.Front(0.92f, -0.01f)]);
        figure.Pen.Poly([.. edge, torso.Front(0.8f, -0.08f), torso.Front(-0.8f, -0.08f)], figure.Skin);
        figure.Pen.Line(edge, figure.Weight(2.4f), Ink, 0.4f);
        if (!figure.Fine) return;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) figure.Pen.Line(Curve.Through([torso.Front(side * 0.5f, 0.03f), torso.Front(side * 0.22f, 0.035f), torso.Front(side * 0.07f, 0.05f)]), figure.Weight(1.5f), figure.Skin.Darker(0.55f).Thin(0.7f), 0.9f);
    }

    private static void Belt(Figure figure, Torso torso, SKColor colour) =>
        Ribbon(figure, colour, [torso.Front(-0.99f, 0.385f), torso.Front(0, 0.395f), torso.Front(0.99f, 0.385f)], [torso.Front(0.99f, 0.425f), torso.Front(0, 0.435f), torso.Front(-0.99f, 0.425f)]);

    private static void Crossover(Figure figure, Torso torso)
    {
        figure.Pen.Poly([torso.Front(-0.85f, -0.02f), torso.Front(0, 0.02f), torso.Front(0.85f, -0.02f), torso.Front(0.0f, 0.2f)], figure.Under);
        figure.Pen.Poly([torso.Front(-0.5f, -0.03f), torso.Front(0.5f, -0.03f), torso.Front(0.0f, 0.09f)], figure.Skin);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Ribbon(figure, figure.Main.Darker(0.25f), [torso.Front(side * 0.9f, -0.03f), torso.Front(side * 0.4f, 0.1f), torso.Front(-side * 0.3f, 0.36f)], [torso.Front(-side * 0.2f, 0.4f), torso.Front(side * 0.6f, 0.1f), torso.Front(side * 1f, 0.0f)]);
    }

    private static void Bib(Figure figure, Torso torso)
    {
        Round(figure, torso, figure.Under.Darker(0.1f), 0.016f);
        Vector2[] bib = [torso.Front(-0.48f, 0.17f), torso.Front(0, 0.18f), torso.Front(0.48f, 0.17f), torso.Front(0.62f, 0.36f), torso.Front(0.97f, 0.44f), torso.Front(0.97f, torso.Bottom), torso.Front(0, torso.Bottom), torso.Front(-0.97f, torso.Bottom), torso.Front(-0.97f, 0.44f), torso.Front(-0.62f, 0.36f)];
        figure.Pen.Wash(bib, figure.Main);
        figure.Pen.Outline(bib, figure.Weight(2.1f), Ink);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Ribbon(figure, figure.Main.Darker(0.1f), [torso.Front(side * 0.38f, 0.19f), torso.Front(side * 0.7f, 0.02f)], [torso.Front(side * 0.85f, 0.025f), torso.Front(side * 0.52f, 0.19f)]);
        Pocket(figure, torso, 0, 0.25f);
    }

    private static void Plates(Figure figure, Torso torso)
    {
        Ribbon(figure, figure.Main.Darker(0.2f), [torso.Front(-0.98f, -0.06f), torso.Front(0, -0.02f), torso.Front(0.98f, -0.06f)], [torso.Front(0.9f, 0.02f), torso.Front(0, 0.06f), torso.Front(-0.9f, 0.02f)]);
        for (var i = 0; i < 4; i++) figure.Pen.Line(Curve.Through([torso.Front(-0.9f, 0.24f + 0.07f * i), torso.Front(0, 0.3f + 0.07f * i), torso.Front(0.9f, 0.24f + 0.07f * i)]), figure.Weight(2), Ink);
        figure.Pen.Line(torso.Front(0, 0.06f), torso.Front(0, 0.3f), figure.Weight(2), Ink.Thin(0.8f));
        figure.Pen.Line(Curve.Through([torso.Front(-0.6f, 0.06f), torso.Front(-0.45f, 0.12f), torso.Front(-0.5f, 0.2f)]), figure.Weight(5), Tint.Gouache.Thin(0.6f));
    }

    private static void Scarf(Figure figure, Torso torso)
    {
        var colour = figure.Colour(figure.Traits.Accent);
        Vector2[] end = [torso.Front(0.12f, 0.04f), torso.Front(0.42f, 0.03f), torso.Front(0.4f, 0.34f), torso.Front(0.12f, 0.36f)];
        figure.Pen.Wash(end, colour.Darker(0.12f), 70);
        figure.Pen.Outline(end, figure.Weight(2), Ink);
        Ribbon(figure, colour, Curve.Through([torso.Front(-1f, -0.085f), torso.Front(0, -0.03f), torso.Front(1f, -0.085f)]), Curve.Through([torso.Front(0.75f, 0.03f), torso.Front(0, 0.085f), torso.Front(-0.75f, 0.03f)]));
        figure.Pen.Line(Curve.Through([torso.Front(-0.9f, -0.04f), torso.Front(0, 0.03f), torso.Front(0.85f, -0.03f)]), figure.Weight(1.6f), Ink.Thin(0.6f));
    }

    private static void Ribbon(Figure figure, SKColor colour, ReadOnlySpan<Vector2> upper, ReadOnlySpan<Vector2> lower)
    {
        Vector2[] shape = [.. Curve.Through(upper, 4), .. Curve.Through(lower, 4)];
        figure.Pen.Poly(shape, colour);
        figure.Pen.Outline(shape, figure.Weight(1.9f), Ink);
    }
}
