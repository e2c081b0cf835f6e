using MovieChat.Core.Film;
using SkiaSharp;

namespace MovieChat.Core.Exports.Storyboards;

/// <summary>The film's pictures as JPEGs no larger than they are shown. One at a time is decoded; of a JPEG no more than is needed.</summary>
internal sealed class FramePictures(IPictureSource source)
{
    private const int Quality = 82;

    /// <summary>Shapes as near to the one wanted as this are cut to it; others keep their whole picture, with bars beside it.</summary>
    private const double NearRatio = 0.03;

    private static readonly SKColor Ground = new(0xE9, 0xE8, 0xE4), Cross = new(0x9A, 0x98, 0x92);

    /// <summary>The picture in a box of just this size in pixels; one that can not be decoded is a crossed box.</summary>
    public async Task<byte[]> FillingAsync(string hash, int width, int height, CancellationToken cancellationToken)
    {
        using var picture = await DecodeAsync(hash, width, height, cancellationToken);
        return Drawn(picture, width, height);
    }

    /// <summary>The picture as it is, but no larger than this in pixels.</summary>
    public async Task<byte[]> WithinAsync(string hash, int width, int height, CancellationToken cancellationToken)
    {
        using var picture = await DecodeAsync(hash, width, height, cancellationToken);
        if (picture is null) return Drawn(null, width, height);
        var scale = Math.Min(1, Math.Min((double)width / picture.Width, (double)height / picture.Height));
        return Drawn(picture, Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }

    private async Task<SKBitmap?> DecodeAsync(string hash, int width, int height, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var stream = await source.OpenAsync(hash, cancellationToken))
            await stream.CopyToAsync(bytes, cancellationToken);
        using var data = SKData.CreateCopy(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        using var codec = SKCodec.Create(data);
        return codec is null ? null : Decoded(codec, width, height);
    }

    private static SKBitmap? Decoded(SKCodec codec, int width, int height)
    {
        var whole = codec.Info;
        if ((long)whole.Width * whole.Height > Pictures.MostPixels) return null;
        // What is scaled down while it is decoded comes as eighths, and stays larger than what is shown.
        var size = codec.GetScaledDimensions((float)Math.Min(1, Math.Max((double)width / whole.Width, (double)height / whole.Height)));
        var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        // Of a damaged picture, what there is of it is shown.
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput) return picture;
        picture.Dispose();
        return null;
    }

    private static byte[] Drawn(SKBitmap? picture, int width, int height)
    {
        using var box = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(box);
        canvas.Clear(Ground);
        if (picture is null) DrawCross(canvas, width, height);
        else DrawPicture(canvas, picture, width, height);
        canvas.Flush();
        using var data = box.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    private static void DrawPicture(SKCanvas canvas, SKBitmap picture, int width, int height)
    {
        var (across, down) = ((float)width / picture.Width, (float)height / picture.Height);
        var scale = Math.Abs((across / down) - 1) <= NearRatio ? Math.Max(across, down) : Math.Min(across, down);
        var (left, top) = ((width - (picture.Width * scale)) / 2, (height - (picture.Height * scale)) / 2);
        // What is immutable is not copied.
        picture.SetImmutable();
        using var image = SKImage.FromBitmap(picture);
        var sampling = scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        canvas.DrawImage(image, SKRect.Create(left, top, picture.Width * scale, picture.Height * scale), sampling);
    }

    private static void DrawCross(SKCanvas canvas, int width, int height)
    {
        using var paint = new SKPaint { Color = Cross, StrokeWidth = Math.Max(1, width / 300f), IsAntialias = true };
        canvas.DrawLine(0, 0, width, height, paint);
        canvas.DrawLine(0, height, width, 0, paint);
    }
}
