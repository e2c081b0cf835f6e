using System.Numerics;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Ink;

/// <summary>Where parallel lines cross a shape: hatching and marker strokes are laid from edge to edge, as a hand does, and need no clipping.</summary>
internal sealed class Ruling
{
    private readonly List<(Vector2 From, Vector2 To)> _edges = [];
    private readonly float _sin, _cos;

    /// <param name="turn">Degrees that the lines are turned.</param>
    public Ruling(SKPath path, float turn)
    {
        (_sin, _cos) = MathF.SinCos(turn * MathF.PI / 180);
        (Top, Bottom) = (float.MaxValue, float.MinValue);
        Span<SKPoint> points = stackalloc SKPoint[4];
        using var walk = path.CreateRawIterator();
        var (start, at) = (Vector2.Zero, Vector2.Zero);
        for (var verb = walk.Next(points); verb != SKPathVerb.Done; verb = walk.Next(points))
            switch (verb)
            {
                case SKPathVerb.Move: Edge(at, start); at = start = Turned(points[0]); break;
                case SKPathVerb.Close: Edge(at, start); at = start; break;
                case SKPathVerb.Cubic: Edge(at, Turned(points[3])); at = Turned(points[3]); break;
                case SKPathVerb.Line: Edge(at, Turned(points[1])); at = Turned(points[1]); break;
                default: Edge(at, Turned(points[2])); at = Turned(points[2]); break;
            }
        Edge(at, start);
    }

    public float Top { get; private set; }

    public float Bottom { get; private set; }

    /// <summary>The crossings of the line at that height with the shape's edges, from left to right, in pairs.</summary>
    public void Cross(float height, List<float> crossings)
    {
        crossings.Clear();
        foreach (var (from, to) in _edges)
            if (from.Y <= height != to.Y <= height) crossings.Add(from.X + (to.X - from.X) * (height - from.Y) / (to.Y - from.Y));
        crossings.Sort();
    }

    /// <summary>Back from the lines' own directions to the picture's.</summary>
    public Vector2 Back(float along, float height) => new(along * _cos - height * _sin, along * _sin + height * _cos);

    private Vector2 Turned(SKPoint point) => new(point.X * _cos + point.Y * _sin, point.Y * _cos - point.X * _sin);

    private void Edge(Vector2 from, Vector2 to)
    {
        if (from == to) return;
        Top = Math.Min(Top, Math.Min(from.Y, to.Y));
        Bottom = Math.Max(Bottom, Math.Max(from.Y, to.Y));
        _edges.Add((from, to));
    }
}
