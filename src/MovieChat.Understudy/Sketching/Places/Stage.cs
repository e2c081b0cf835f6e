using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Places;

/// <summary>The set before the camera: flat shapes and lines in space, inked and washed.</summary>
internal sealed class Stage(Pen pen, Camera camera, Colours colours, SKSize size)
{
    /// <summary>The direction the light comes from.</summary>
    public static readonly Vector3 Light = Vector3.Normalize(new(-0.55f, 0.75f, -0.45f));

    public Pen Pen => pen;

    public Camera Camera => camera;

    public Colours Colours => colours;

    public SKSize Size => size;

    /// <summary>Ink of what stands far off is paler.</summary>
    public SKColor Ink(Vector3 at) => Tint.Black.Mix(colours.Daylight.SkyLow, Math.Clamp((camera.Depth(at) - 6) / 60, 0, 0.72f));

    public float Weight(Vector3 at, float weight = 2) => weight * Math.Clamp(2.4f / MathF.Sqrt(Math.Max(camera.Depth(at), 0.3f)), 0.5f, 1.5f);

    /// <summary>A colour seen through the air between.</summary>
    public SKColor Air(SKColor colour, Vector3 at) =>
        colour.Mix(colours.Daylight.SkyLow, Math.Clamp((camera.Depth(at) - 6) / (colours.Daylight.Weather == Weather.Fog ? 14 : 130), 0, colours.Daylight.Weather == Weather.Fog ? 0.85f : 0.42f));

    /// <summary>A flat face of a body: washed by how it lies to the light, dark ones hatched.</summary>
    public void Face(ReadOnlySpan<Vector3> corners, SKColor colour, float shade = 0, bool texture = true)
    {
        var seen = camera.SeeShape(corners);
        if (seen.Length < 3 || !InPicture(seen, out var area)) return;
        var tone = Air(colour.Darker(shade), corners[0]);
        if (!texture || area < 900 * pen.Unit * pen.Unit) pen.Poly(seen, tone);
        else pen.Wash(seen, tone, -18 + shade * 60);
        if (shade > 0.3f && area > 1600 * pen.Unit * pen.Unit) pen.Hatch(seen, Ink(corners[0]).Thin(0.34f), -52, 0.9f + 2.4f * area / (size.Width * size.Height));
    }

    /// <summary>How much shadow lies on a face that looks that way.</summary>
    public static float Shade(Vector3 normal) => Math.Clamp(0.22f - 0.34f * Vector3.Dot(normal, Light), 0, 0.5f);

    public bool Faces(Vector3 at, Vector3 normal) => Vector3.Dot(camera.At - at, normal) > 0;

    public void Edge(Vector3 from, Vector3 to, float weight = 2, float opacity = 1)
    {
        if (camera.See(from, to) is not { } line || Cut(line.From, line.To) is not { } cut) return;
        var middle = (from + to) / 2;
        // Straight lines are drawn a little too long, as a quick hand does.
        var over = Vector2.Normalize(cut.To - cut.From + new Vector2(1e-3f, 0)) * Math.Min(3 * pen.Unit, Vector2.Distance(cut.From, cut.To) * 0.05f);
        pen.Line(cut.From - over, cut.To + over, Weight(middle, weight), opacity < 1 ? Ink(middle).Thin(opacity) : Ink(middle), 0.5f);
    }

    private bool InPicture(ReadOnlySpan<Vector2> shape, out float area)
    {
        var (low, high) = (shape[0], shape[0]);
        foreach (var point in shape) (low, high) = (Vector2.Min(low, point), Vector2.Max(high, point));
        var extent = Vector2.Min(high, new(size.Width, size.Height)) - Vector2.Max(low, Vector2.Zero);
        area = Math.Max(extent.X, 0) * Math.Max(extent.Y, 0);
        return extent.X > 0 && extent.Y > 0;
    }

    // Only the part of a line in (and a little around) the picture: near the camera lines grow without bound.
    private (Vector2 From, Vector2 To)? Cut(Vector2 from, Vector2 to)
    {
        var (low, high) = (0f, 1f);
        var way = to - from;
        var margin = 40 * pen.Unit;
        Span<(float Speed, float Room)> sides = [(-way.X, from.X + margin), (way.X, size.Width + margin - from.X), (-way.Y, from.Y + margin), (way.Y, size.Height + margin - from.Y)];
        foreach (var (speed, room) in sides)
        {
            if (MathF.Abs(speed) < 1e-6f) { if (room < 0) return null; continue; }
            var at = room / speed;
            if (speed < 0) low = Math.Max(low, at); else high = Math.Min(high, at);
        }
        return low >= high ? null : (from + way * low, from + way * high);
    }
}
