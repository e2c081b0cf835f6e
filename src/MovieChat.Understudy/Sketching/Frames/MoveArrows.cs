using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Frames;

/// <summary>The camera's move, as arrows over the drawing. A static camera has none.</summary>
internal static class MoveArrows
{
    private static readonly SKColor Red = new(0xB8, 0x32, 0x2C);

    public static void Draw(Pen pen, ShotMove move, SKSize size)
    {
        Vector2 On(float x, float y) => new(x * size.Width, y * size.Height);
        var thick = size.Height * 0.019f;
        switch (move)
        {
            case ShotMove.Pan: Arrow(pen, [On(0.3f, 0.9f), On(0.5f, 0.915f), On(0.7f, 0.9f)], thick); break;
            case ShotMove.WhipPan:
                Arrow(pen, [On(0.24f, 0.9f), On(0.5f, 0.91f), On(0.78f, 0.9f)], thick * 1.2f);
                foreach (var y in (ReadOnlySpan<float>)[0.865f, 0.935f]) Stroke(pen, [On(0.2f, y), On(0.5f, y + 0.003f)], 5);
                break;
            case ShotMove.Tilt: Arrow(pen, [On(0.93f, 0.74f), On(0.945f, 0.5f), On(0.93f, 0.26f)], thick); break;
            case ShotMove.Pedestal:
                Arrow(pen, [On(0.93f, 0.62f), On(0.93f, 0.26f)], thick);
                Stroke(pen, [On(0.9f, 0.7f), On(0.96f, 0.7f)], 7);
                break;
            case ShotMove.Crane: Arrow(pen, [On(0.86f, 0.86f), On(0.95f, 0.62f), On(0.93f, 0.2f)], thick * 1.15f); break;
            case ShotMove.Truck:
                Arrow(pen, [On(0.32f, 0.91f), On(0.68f, 0.91f)], thick);
                foreach (var x in (ReadOnlySpan<float>)[0.38f, 0.58f]) Ring(pen, On(x, 0.955f), size.Height * 0.014f);
                break;
            case ShotMove.Arc: Arrow(pen, [On(0.24f, 0.84f), On(0.36f, 0.93f), On(0.5f, 0.955f), On(0.64f, 0.93f), On(0.76f, 0.84f)], thick); break;
            case ShotMove.DollyIn: foreach (var corner in Corners()) Arrow(pen, [Corner(corner, 0.07f), Corner(corner, 0.2f)], thick * 0.85f); break;
            case ShotMove.DollyOut: foreach (var corner in Corners()) Arrow(pen, [Corner(corner, 0.2f), Corner(corner, 0.07f)], thick * 0.85f); break;
            case ShotMove.Zoom:
                Frame(pen, size, 0.22f);
                foreach (var corner in Corners()) Arrow(pen, [Corner(corner, 0.04f), Corner(corner, 0.2f)], thick * 0.55f);
                break;
            case ShotMove.DollyZoom:
                Frame(pen, size, 0.24f);
                foreach (var corner in Corners()) { Arrow(pen, [Corner(corner, 0.14f), Corner(corner, 0.21f)], thick * 0.6f); Arrow(pen, [Corner(corner, 0.12f), Corner(corner, 0.05f)], thick * 0.6f); }
                break;
            case ShotMove.Steadicam: Arrow(pen, [On(0.26f, 0.93f), On(0.36f, 0.89f), On(0.46f, 0.93f), On(0.56f, 0.89f), On(0.74f, 0.9f)], thick); break;
            case ShotMove.Handheld:
                foreach (var (corner, place) in Corners().Select((corner, place) => (corner, place)))
                    foreach (var step in (ReadOnlySpan<float>)[0, 0.012f, 0.024f]) Bracket(pen, size, corner, 0.035f + step, place % 2 == 0 ? step : -step, 4.5f - 80 * step);
                break;
            case ShotMove.RackFocus:
                Ring(pen, On(0.16f, 0.86f), size.Height * 0.045f);
                Ring(pen, On(0.36f, 0.8f), size.Height * 0.03f);
                Arrow(pen, [On(0.2f, 0.85f), On(0.33f, 0.81f)], thick * 0.6f);
                break;
        }

        Vector2 Corner(Vector2 corner, float inward) => new(size.Width * (0.5f + corner.X * (0.5f - inward)), size.Height * (0.5f + corner.Y * (0.5f - inward)));
    }

    private static Vector2[] Corners() => [new(-1, -1), new(1, -1), new(1, 1), new(-1, 1)];

    // A broad arrow: a shaft that grows to its head, red with a light rim so that it is seen on any ground.
    private static void Arrow(Pen pen, ReadOnlySpan<Vector2> way, float half)
    {
        var spine = Curve.Through(way, 8);
        if (spine.Length == 2) spine = [spine[0], Vector2.Lerp(spine[0], spine[1], 0.5f), spine[1]];
        var (left, right) = (new List<Vector2>(), new List<Vector2>());
        for (var i = 0; i < spine.Length; i++)
        {
            var along = Vector2.Normalize(spine[Math.Min(i + 1, spine.Length - 1)] - spine[Math.Max(i - 1, 0)]);
            var normal = new Vector2(-along.Y, along.X) * half * (0.45f + 0.55f * i / (spine.Length - 1));
            left.Add(spine[i] + normal);
            right.Add(spine[i] - normal);
        }
        var ahead = Vector2.Normalize(spine[^1] - spine[^2]);
        var wide = new Vector2(-ahead.Y, ahead.X) * half * 2.5f;
        right.Reverse();
        Vector2[] arrow = [.. left, spine[^1] + wide, spine[^1] + ahead * half * 4.2f, spine[^1] - wide, .. right];
        pen.Line([.. arrow, arrow[0], arrow[1]], 9, Tint.Gouache, 0.1f, 0.3f);
        pen.Poly(arrow, Red);
        pen.Hatch(arrow, Tint.Gouache.Thin(0.25f), 35, 0.7f);
        pen.Outline(arrow, 2.4f, Tint.Black);
    }

    private static void Stroke(Pen pen, ReadOnlySpan<Vector2> way, float weight)
    {
        pen.Line(way, weight + 6, Tint.Gouache, 0.1f);
        pen.Line(way, weight, Red, 0.3f);
    }

    private static void Ring(Pen pen, Vector2 centre, float radius)
    {
        var ring = new Vector2[25];
        for (var i = 0; i < ring.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / (ring.Length - 1));
            ring[i] = centre + radius * new Vector2(cos, sin);
        }
        Stroke(pen, ring, 4.5f);
    }

    private static void Frame(Pen pen, SKSize size, float inward)
    {
        foreach (var corner in Corners()) Bracket(pen, size, corner, inward, 0, 5);
    }

    private static void Bracket(Pen pen, SKSize size, Vector2 corner, float inward, float shift, float weight)
    {
        var at = new Vector2(size.Width * (0.5f + corner.X * (0.5f - inward) + shift * 0.4f), size.Height * (0.5f + corner.Y * (0.5f - inward * 1.3f) + shift));
        var arm = size.Height * 0.07f;
        Stroke(pen, [at - new Vector2(corner.X * arm, 0), at], weight);
        Stroke(pen, [at - new Vector2(0, corner.Y * arm), at], weight);
    }
}
