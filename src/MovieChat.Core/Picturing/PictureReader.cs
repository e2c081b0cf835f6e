using MovieChat.Core.Film;
using SkiaSharp;

namespace MovieChat.Core.Picturing;

/// <summary>Reads pictures that came from anywhere: nothing is decoded before its header says that it is small enough.</summary>
public static class PictureReader
{
    /// <summary>The longer side of a thumbnail, in pixels.</summary>
    public const int ThumbnailSide = 384;

    private const int ThumbnailQuality = 82;
    private const int CutQuality = 92;

    /// <summary>Shapes as near as this to the one wanted are left alone: a model's sizes go in steps of pixels.</summary>
    private const double NearRatio = 0.02;

    /// <summary>The picture as it is.</summary>
    /// <exception cref="UnsoundPictureException">It is no picture, or none that may be used.</exception>
    public static SoundPicture Read(ReadOnlyMemory<byte> bytes)
    {
        using var picture = Decode(bytes, out var mediaType);
        return Sound(bytes, mediaType, picture);
    }

    /// <summary>The picture with the shape wanted: what is too much above and below, or at the sides, is cut off.</summary>
    /// <param name="ratio">Width over height.</param>
    /// <exception cref="UnsoundPictureException">It is no picture, or none that may be used.</exception>
    public static SoundPicture ReadAs(ReadOnlyMemory<byte> bytes, double ratio)
    {
        using var picture = Decode(bytes, out var mediaType);
        if (Math.Abs((double)picture.Width / picture.Height / ratio - 1) <= NearRatio) return Sound(bytes, mediaType, picture);
        using var cut = Cut(picture, ratio);
        var isPng = mediaType == "image/png";
        return Sound(Encoded(cut, isPng ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, CutQuality), isPng ? mediaType : "image/jpeg", cut);
    }

    private static SoundPicture Sound(ReadOnlyMemory<byte> bytes, string mediaType, SKBitmap picture) =>
        new(SoundPicture.HashOf(bytes.Span), mediaType, picture.Width, picture.Height, bytes, Thumbnail(picture));

    private static SKBitmap Decode(ReadOnlyMemory<byte> bytes, out string mediaType)
    {
        if (bytes.Length > Pictures.MostBytes) throw new UnsoundPictureException($"The picture has {bytes.Length} bytes and may have {Pictures.MostBytes}.");
        mediaType = MediaTypeOf(bytes.Span) ?? throw new UnsoundPictureException("The bytes are no PNG, JPEG or WebP picture.");
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data) ?? throw new UnsoundPictureException("The picture's header can not be read: it is damaged.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < Pictures.LeastSide || height < Pictures.LeastSide || width > Pictures.MostSide || height > Pictures.MostSide || (long)width * height > Pictures.MostPixels)
        {
            throw new UnsoundPictureException($"The picture has {width} × {height} pixels: it may have {Pictures.LeastSide} to {Pictures.MostSide} on each side, and {Pictures.MostPixels} in all.");
        }

        var picture = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        // What is cut off in the middle decodes to its half and says so.
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is SKCodecResult.Success) return picture;
        picture.Dispose();
        throw new UnsoundPictureException("The picture can not be decoded to its end: it is damaged.");
    }

    /// <summary>By the first bytes: what a server or a file name says of them counts for nothing. Null for what is neither PNG, JPEG nor WebP.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };

    private static SKBitmap Cut(SKBitmap picture, double ratio)
    {
        var isWide = (double)picture.Width / picture.Height > ratio;
        var (width, height) = isWide
            ? ((int)Math.Round(picture.Height * ratio), picture.Height)
            : (picture.Width, (int)Math.Round(picture.Width / ratio));
        var (left, top) = ((picture.Width - width) / 2, (picture.Height - height) / 2);
        var cut = new SKBitmap(new SKImageInfo(Math.Max(1, width), Math.Max(1, height), picture.ColorType, picture.AlphaType));
        using var canvas = new SKCanvas(cut);
        canvas.DrawBitmap(picture, -left, -top, new SKSamplingOptions(SKFilterMode.Nearest));
        return cut;
    }

    private static ReadOnlyMemory<byte> Thumbnail(SKBitmap picture)
    {
        var scale = Math.Min(1, (double)ThumbnailSide / Math.Max(picture.Width, picture.Height));
        var info = new SKImageInfo(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var small = new SKBitmap(info);
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, info.Width, info.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return Encoded(small, SKEncodedImageFormat.Jpeg, ThumbnailQuality);
    }

    private static ReadOnlyMemory<byte> Encoded(SKBitmap picture, SKEncodedImageFormat format, int quality)
    {
        using var data = picture.Encode(format, quality);
        return data.ToArray();
    }
}
