using System.Numerics;
using System.Runtime.InteropServices;
using MovieChat.Understudy.Grammar;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Ink;

/// <summary>An ink pen and a marker in one hand: lines that swell, taper and waver a little, and washes.</summary>
/// <remarks>Lengths are in pixels; weights and gaps in units, so that a small picture is drawn with a fine pen. One thread.</remarks>
internal sealed class Pen(SKCanvas canvas, float unit, Draw chance) : IDisposable
{
    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly List<float> _upper = [], _lower = [];
    private Vector2[] _ribbon = new Vector2[256];

    public SKCanvas Canvas => canvas;

    /// <summary>Pixels of one unit: the side of a square a thousandth part of a usual frame.</summary>
    public float Unit => unit;

    public Draw Chance => chance;

    /// <summary>How much of a marker's strokes is seen: 1 in a place, less on a person.</summary>
    public float Stripes { get; init; } = 1;

    /// <summary>From -1 to 1.</summary>
    public float Jitter() => chance.Below(2001) / 1000f - 1;

    /// <summary>An ink line through the points, thick in its middle and thin at its ends.</summary>
    /// <param name="taper">How much of the weight the ends lose: 0 none, 1 all.</param>
    public void Line(ReadOnlySpan<Vector2> points, float weight, SKColor colour, float taper = 0.75f, float wobble = 1)
    {
        if (points.Length < 2) return;
        var length = 0f;
        for (var i = 1; i < points.Length; i++) length += Vector2.Distance(points[i - 1], points[i]);
        if (length < 0.4f || !float.IsFinite(length)) return;
        var count = Ribbon(points, length, weight * unit, taper, wobble * Math.Min(unit, length * 0.02f));
        Poly(_ribbon.AsSpan(0, count), colour);
    }

    public void Line(Vector2 from, Vector2 to, float weight, SKColor colour, float taper = 0.6f, float wobble = 1) => Line([from, to], weight, colour, taper, wobble);

    /// <summary>The line of a closed shape, begun somewhere and overshot a little.</summary>
    public void Outline(ReadOnlySpan<Vector2> points, float weight, SKColor colour)
    {
        if (points.Length < 3) return;
        var start = chance.Below(points.Length);
        var closed = new Vector2[points.Length + 2];
        for (var i = 0; i < closed.Length; i++) closed[i] = points[(start + i) % points.Length];
        Line(closed, weight, colour, 0.55f);
        if (weight > 1.8f) Line(closed.AsSpan(closed.Length / 5, closed.Length * 3 / 5), weight * 0.35f, colour.Thin(0.5f), 0.8f, wobble: 3);
    }

    /// <summary>A closed shape in one flat colour.</summary>
    public void Poly(ReadOnlySpan<Vector2> points, SKColor colour)
    {
        using var path = PathOf(points);
        Poly(path, colour);
    }

    public void Poly(SKPath path, SKColor colour)
    {
        _fill.Color = colour;
        canvas.DrawPath(path, _fill);
    }

    /// <summary>A marker's wash: the strokes show.</summary>
    /// <remarks>Broad on walls, floors and skies; what is worn or held shows next to nothing of it, so that no stripe runs over a person.</remarks>
    public void Wash(SKPath path, SKColor colour, float turn = -18)
    {
        Poly(path, colour.Lighter((0.01f + 0.05f * colour.Light()) * Stripes));
        Marker(path, colour, turn);
    }

    public void Wash(ReadOnlySpan<Vector2> points, SKColor colour, float turn = -18)
    {
        using var path = PathOf(points);
        Wash(path, colour, turn);
    }

    /// <summary>Hatching within a shape.</summary>
    /// <param name="turn">Degrees.</param>
    /// <param name="gap">1 is the usual distance of lines.</param>
    public void Hatch(SKPath path, SKColor colour, float turn = -45, float gap = 1) => Ruled(path, colour, turn, 8.5f * gap * unit);

    public void Hatch(ReadOnlySpan<Vector2> points, SKColor colour, float turn = -45, float gap = 1)
    {
        using var path = PathOf(points);
        Hatch(path, colour, turn, gap);
    }

    public void Spot(Vector2 centre, float radius, SKColor colour)
    {
        _fill.Color = colour;
        canvas.DrawCircle(centre.X, centre.Y, radius, _fill);
    }

    /// <summary>Draws only inside (or only outside) a shape.</summary>
    public void Within(SKPath path, Action draw, bool outside = false)
    {
        canvas.Save();
        canvas.ClipPath(path, outside ? SKClipOperation.Difference : SKClipOperation.Intersect, antialias: true);
        draw();
        canvas.Restore();
    }

    public static SKPath PathOf(ReadOnlySpan<Vector2> points)
    {
        using var builder = new SKPathBuilder();
        if (points.Length > 2) builder.AddPoly(MemoryMarshal.Cast<Vector2, SKPoint>(points), close: true);
        return builder.Detach();
    }

    public void Dispose() => _fill.Dispose();

    // Broad strokes side by side, some left out: where they lie the colour is stronger.
    private void Marker(SKPath path, SKColor colour, float turn)
    {
        var ruling = new Ruling(path, turn);
        using var builder = new SKPathBuilder();
        var end = Bounded(ruling, out var height);
        while (height < end)
        {
            var (thick, skip) = (chance.Between(13, 30) * unit, chance.Below(10) < 2);
            if (!skip) Band(builder, ruling, height, Math.Min(height + thick, end));
            height += thick * 0.97f;
        }
        using var strokes = builder.Detach();
        Poly(strokes, colour.Thin(0.42f * Stripes));
    }

    private void Band(SKPathBuilder builder, Ruling ruling, float top, float low)
    {
        ruling.Cross(top + 0.02f * (low - top), _upper);
        ruling.Cross(low - 0.02f * (low - top), _lower);
        // Where the shape parts within the stroke, the stroke follows its middle.
        if (_upper.Count != _lower.Count)
        {
            ruling.Cross((top + low) / 2, _upper);
            _lower.Clear();
            _lower.AddRange(_upper);
        }
        for (var i = 0; i + 1 < _upper.Count; i += 2)
        {
            var (from, to) = (Math.Max(_upper[i], -Far), Math.Min(_upper[i + 1], Far));
            Quad(builder, ruling.Back(from, top), ruling.Back(to, top), ruling.Back(Math.Min(_lower[i + 1], Far), low), ruling.Back(Math.Max(_lower[i], -Far), low));
        }
    }

    private void Ruled(SKPath path, SKColor colour, float turn, float gap)
    {
        var ruling = new Ruling(path, turn);
        using var builder = new SKPathBuilder();
        var end = Bounded(ruling, out var height);
        var half = 0.75f * unit;
        for (height += gap * chance.Below(100) / 100f; height < end; height += gap * (0.8f + 0.4f * chance.Below(100) / 100f))
        {
            ruling.Cross(height, _upper);
            for (var i = 0; i + 1 < _upper.Count; i += 2)
            {
                var (from, to) = (Math.Max(_upper[i], -Far), Math.Min(_upper[i + 1], Far));
                if (to - from < 2 * unit) continue;
                // A long way is hatched in several strokes, with gaps.
                for (var at = from; at < to;)
                {
                    var reach = Math.Min(to, at + chance.Between(110, 260) * unit);
                    var slant = 1.5f * unit * Jitter();
                    var middle = (at + reach) / 2;
                    Quad(builder, ruling.Back(at, height), ruling.Back(middle, height + slant * 0.5f - half), ruling.Back(reach, height + slant), ruling.Back(middle, height + slant * 0.5f + half));
                    at = reach + 5 * unit;
                }
            }
        }
        using var lines = builder.Detach();
        Poly(lines, colour);
    }

    // Shapes near the camera reach far out of the picture: only what can be seen is ruled.
    private float Bounded(Ruling ruling, out float top)
    {
        top = Math.Max(ruling.Top, -Far);
        return Math.Min(ruling.Bottom, Far);
    }

    private float Far => 2400 * unit;

    private static void Quad(SKPathBuilder builder, Vector2 a, Vector2 b, Vector2 c, Vector2 d)
    {
        builder.MoveTo(a.X, a.Y);
        builder.LineTo(b.X, b.Y);
        builder.LineTo(c.X, c.Y);
        builder.LineTo(d.X, d.Y);
        builder.Close();
    }

    // Both edges of the line as one shape: along the left edge, back along the right one.
    private int Ribbon(ReadOnlySpan<Vector2> points, float length, float weight, float taper, float wobble)
    {
        var count = Math.Clamp((int)(length / ((points.Length == 2 ? 18 : 6.5f) * unit)) + 2, 3, 140);
        if (_ribbon.Length < count * 2) _ribbon = new Vector2[count * 2];
        var (phase, other, swell) = (chance.Below(628) / 100f, chance.Below(628) / 100f, chance.Below(628) / 100f);
        var (segment, before, after) = (1, 0f, Vector2.Distance(points[0], points[1]));
        for (var i = 0; i < count; i++)
        {
            var along = length * i / (count - 1);
            while (along > after && segment < points.Length - 1) (segment, before, after) = (segment + 1, after, after + Vector2.Distance(points[segment], points[segment + 1]));
            var way = points[segment] - points[segment - 1];
            var span = Math.Max(after - before, 1e-4f);
            var normal = way.LengthSquared() > 1e-8f ? Vector2.Normalize(new(-way.Y, way.X)) : Vector2.UnitY;
            var place = along / unit;
            var shake = wobble * (0.8f * MathF.Sin(place * 0.035f + phase) + 0.35f * MathF.Sin(place * 0.11f + other));
            var centre = points[segment - 1] + way * ((along - before) / span) + normal * shake;
            var t = i / (float)(count - 1);
            var ends = 1 - taper * MathF.Pow(MathF.Abs(2 * t - 1), 3);
            var half = 0.5f * weight * ends * (1 + 0.22f * MathF.Sin(place * 0.022f + swell));
            _ribbon[i] = centre + normal * half;
            _ribbon[2 * count - 1 - i] = centre - normal * half;
        }
        return 2 * count;
    }
}
