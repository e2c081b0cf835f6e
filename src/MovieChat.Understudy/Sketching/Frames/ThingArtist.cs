using System.Globalization;
using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.Places;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>Draws a thing from its shapes.</summary>
/// <param name="hole">What is seen through an opening in it.</param>
internal sealed class ThingArtist(Pen pen, Colours colours, Vector2 centre, float unit, SKColor main, SKColor hole)
{
    // Things lie a little askew, as things do.
    private const float Lean = 0.06f;

    public void Draw(Thing thing)
    {
        foreach (var shape in thing.Shapes) Shape(shape.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
    }

    private void Shape(string[] words)
    {
        var colour = Colour(words[1]);
        var n = words[2..].Select(word => float.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        switch (words[0])
        {
            case "poly": Filled(Points(n), colour, n[0]); break;
            case "smooth": Filled(Curve.Through(Points(n), 5, closed: true), colour, n[0]); break;
            case "oval": Filled(Oval(n[1], n[2], n[3], n[4]), colour, n[0]); break;
            case "line": pen.Line(Curve.Through(Points(n)), n[0], colour, n[0] > 5 ? 0.1f : 0.6f); break;
            case "dots": foreach (var point in Points(n)) pen.Spot(point, n[0] * unit, colour); break;
            case "glow": foreach (var share in (ReadOnlySpan<float>)[1, 0.7f, 0.4f]) pen.Spot(On(n[1], n[2]), n[0] * unit * share, colour.Thin(0.16f)); break;
            case "rows":
                for (var i = 0; i < n[5]; i++) pen.Line(On(n[1] + i * n[6], n[2] + i * n[7]), On(n[3] + i * n[6], n[4] + i * n[7]), n[0], n[0] > 5 ? colour : colour.Thin(0.7f), 0.4f);
                break;
            case "ticks":
                for (var i = 0; i < n[5]; i++)
                {
                    var (sin, cos) = MathF.SinCos(i * MathF.Tau / n[5]);
                    pen.Line(On(n[1] + cos * n[3], n[2] + sin * n[3]), On(n[1] + cos * n[4], n[2] + sin * n[4]), n[0], colour, 0.2f);
                }
                break;
            default: throw new InvalidOperationException($"The thing's shape {words[0]} is unknown.");
        }
    }

    private Vector2 On(float x, float y) => centre + new Vector2(x + y * Lean, y - x * Lean) * unit;

    private Vector2[] Points(float[] numbers)
    {
        var points = new Vector2[(numbers.Length - 1) / 2];
        for (var i = 0; i < points.Length; i++) points[i] = On(numbers[1 + 2 * i], numbers[2 + 2 * i]);
        return points;
    }

    private Vector2[] Oval(float x, float y, float wide, float high)
    {
        var ring = new Vector2[28];
        for (var i = 0; i < ring.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / ring.Length);
            ring[i] = On(x + cos * wide, y + sin * high);
        }
        return ring;
    }

    // Flat colour, the shadow's side a little darker, and the line.
    private void Filled(Vector2[] shape, SKColor colour, float weight)
    {
        using var path = Pen.PathOf(shape);
        pen.Poly(path, colour);
        if (weight > 2.3f)
            pen.Within(path, () =>
            {
                using var lit = Pen.PathOf([.. shape.Select(point => point - new Vector2(0.1f, 0.07f) * unit)]);
                pen.Within(lit, () => pen.Poly(path, colour.Darker(0.5f).Thin(0.35f)), outside: true);
            });
        pen.Outline(shape, weight, Tint.Black);
    }

    private SKColor Colour(string word) => word switch
    {
        "main" => colours.Person(main),
        "hole" => hole,
        "dark" => Tint.Black.Thin(0.85f),
        "light" => Tint.Gouache.Thin(0.65f),
        "iron" => colours.Person(new(0x4A, 0x4C, 0x52)),
        "pane" => colours.Daylight.SkyTop.Mix(colours.Daylight.SkyLow, 0.5f),
        _ => colours.Person(Tint.Of(Convert.ToInt32(word, 16))),
    };
}
