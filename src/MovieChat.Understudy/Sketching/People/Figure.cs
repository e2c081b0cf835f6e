using System.Numerics;
using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.People;

/// <summary>A body before a camera, with the pen that draws it and the colours of its clothes in the scene's tone.</summary>
internal sealed record Figure(Pen Pen, Camera Camera, Body Body, Mood Mood)
{
    public Traits Traits => Body.Traits;

    public Func<SKColor, SKColor> Tone { get; init; } = colour => colour;

    public float LightFrom { get; init; } = -1;

    public SKColor Colour(int rgb) => Tone(Tint.Of(rgb));

    public SKColor Main => Colour(Traits.Main);

    public SKColor Under => Colour(Traits.Under);

    /// <summary>Colours that words name are strong ones: on paper skin is a little greyer.</summary>
    public SKColor Skin => Pale(Colour(Traits.Skin));

    /// <summary>Skin as it is painted.</summary>
    public static SKColor Pale(SKColor skin) => skin.Mix(new((byte)(skin.Light() * 242), (byte)(skin.Light() * 232), (byte)(skin.Light() * 228)), 0.16f);

    /// <summary>Pixels of a metre at the chest.</summary>
    public float Scale => Camera.Scale(Body.Neck);

    /// <summary>The weight of a line on a figure of this size.</summary>
    public float Weight(float weight) => weight * Math.Clamp(Scale * 0.115f / Pen.Unit / 150, 0.42f, 1.5f);

    public bool Fine => Scale / Pen.Unit > 420;

    public bool Tiny => Scale / Pen.Unit < 110;

    /// <summary>1 seen from before, -1 from behind.</summary>
    public float Facing => -Vector3.Dot(Body.Front, Vector3.Normalize(Body.Neck - Camera.At));
}
