using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>What every part of a face needs to be drawn: the pen, the head, how it is turned, its colours, what it shows.</summary>
internal sealed record Face(Pen Pen, HeadShape Shape, HeadView View, Mood Mood)
{
    public Traits Traits => Shape.Traits;

    public SKColor Skin { get; init; } = Tint.Of(Shape.Traits.Skin);

    public SKColor Shadow => Skin.Mix(new(0x45, 0x2A, 0x38), 0.42f);

    public SKColor Line { get; init; } = Tint.Black;

    /// <summary>From where the light comes in the picture: -1 left, 1 right.</summary>
    public float LightFrom { get; init; } = -1;

    /// <summary>Units of half a head's height: small heads get few lines.</summary>
    public float Size => View.Scale / Pen.Unit;

    public bool Fine => Size > 70;

    public bool Tiny => Size < 22;

    /// <summary>The weight of a line in a head of this size.</summary>
    public float Weight(float weight) => weight * Math.Clamp(Size / 170, 0.42f, 1.5f);

    public Vector2 At(float x, float y, float outward = 0) => View.See(Shape.Face(x, y, outward));

    /// <summary>Whether the face at x from its middle is turned to the viewer.</summary>
    public bool Seen(float x, float y = 0)
    {
        var point = Shape.Face(x, y);
        return MathF.Cos(MathF.Atan2(point.X, point.Z) + View.Yaw * MathF.PI / 180) > 0.1f;
    }

    public Vector2[] Points(params ReadOnlySpan<(float X, float Y, float Out)> points)
    {
        var seen = new Vector2[points.Length];
        for (var i = 0; i < points.Length; i++) seen[i] = At(points[i].X, points[i].Y, points[i].Out);
        return seen;
    }
}
