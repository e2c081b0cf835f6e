using MovieChat.Understudy.Sketching.Ink;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Pictures;

/// <summary>The paper that a picture is drawn on, and its file.</summary>
internal sealed class Sheet : IDisposable
{
    private const int FastZlib = 1;
    private const int JpegQuality = 88;

    private readonly SKSurface _surface;

    public Sheet(int wide, int high)
    {
        (Wide, High) = (wide, high);
        _surface = SKSurface.Create(new SKImageInfo(wide, high, SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new InvalidOperationException($"There is no memory for a picture of {wide} × {high} pixels.");
        Canvas.Clear(Tint.Paper);
    }

    public int Wide { get; }

    public int High { get; }

    public SKCanvas Canvas => _surface.Canvas;

    public byte[] Encode(bool jpeg)
    {
        using var pixels = _surface.PeekPixels();
        using var data = jpeg ? pixels.Encode(new SKJpegEncoderOptions(JpegQuality)) : pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, FastZlib));
        return data?.ToArray() ?? throw new InvalidOperationException($"A picture of {Wide} × {High} pixels could not be encoded.");
    }

    public void Dispose() => _surface.Dispose();
}
