using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using MovieChat.Core.Film;
using MovieChat.Core.Picturing;
using SkiaSharp;

namespace MovieChat.Tests.Picturing;

/// <summary>Pictures come from anywhere.</summary>
public sealed class PictureReaderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public void Read_APicture_TellsWhatItIsAndKeepsItsBytes(SKEncodedImageFormat format, string mediaType)
    {
        var bytes = PictureDouble.Bytes(800, 400, format: format);

        var picture = PictureReader.Read(bytes);

        Assert.Equal((mediaType, 800, 400), (picture.MediaType, picture.Width, picture.Height));
        Assert.Equal(SoundPicture.HashOf(bytes), picture.Hash);
        Assert.True(bytes.AsSpan().SequenceEqual(picture.Bytes.Span));
        using var thumbnail = SKBitmap.Decode(picture.Thumbnail.ToArray());
        Assert.Equal((PictureReader.ThumbnailSide, PictureReader.ThumbnailSide / 2), (thumbnail.Width, thumbnail.Height));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><html><body>Sign in</body></html>")]
    [InlineData("GIF89a-and-more-of-it")]
    [InlineData("\u0089PNG")]
    public void Read_WhatIsNoPicture_IsRefused(string text) =>
        Assert.Equal("The bytes are no PNG, JPEG or WebP picture.", Refused(Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Read_WhatIsCutOff_IsRefused(SKEncodedImageFormat format)
    {
        var bytes = Noise(format);

        Assert.Contains("damaged", Refused(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("damaged", Refused(bytes[..14]), StringComparison.Ordinal);
    }

    /// <summary>A few bytes that would become gigabytes.</summary>
    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(8_193, 100)]
    [InlineData(100, 8_193)]
    [InlineData(8_000, 8_000)]
    [InlineData(63, 100)]
    public void Read_ADecoderBomb_IsRefusedByItsHeader(int width, int height)
    {
        var bomb = PictureDouble.Bytes(100, 100);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc32.HashToUInt32(bomb.AsSpan(12, 17)));

        Assert.StartsWith($"The picture has {width} × {height} pixels", Refused(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyBytes_IsRefusedBeforeAnythingIsLookedAt() =>
        Assert.Equal($"The picture has {Pictures.MostBytes + 1} bytes and may have {Pictures.MostBytes}.", Refused(new byte[Pictures.MostBytes + 1]));

    [Theory]
    [InlineData(1536, 1024, 1.85, 1536, 830)]
    [InlineData(1024, 1024, 2.39, 1024, 428)]
    [InlineData(1024, 400, 1.0, 400, 400)]
    public void ReadAs_AnotherShape_CutsWhatIsTooMuchFromBothSides(int width, int height, double ratio, int cutWidth, int cutHeight)
    {
        var picture = PictureReader.ReadAs(Spotted(width, height), ratio);

        Assert.Equal((cutWidth, cutHeight), (picture.Width, picture.Height));
        using var cut = SKBitmap.Decode(picture.Bytes.ToArray());
        Assert.Equal((cutWidth, cutHeight), (cut.Width, cut.Height));
        Assert.Equal(SKColors.Red, cut.GetPixel(cutWidth / 2, cutHeight / 2));
        Assert.Equal(SKColors.Blue, cut.GetPixel(cutWidth / 2 - 12, cutHeight / 2 - 12));
        Assert.Equal(SKColors.Blue, cut.GetPixel(cutWidth / 2 + 12, cutHeight / 2 + 12));
    }

    [Fact]
    public void ReadAs_AlmostTheShape_LeavesTheBytesAlone()
    {
        var bytes = PictureDouble.Bytes(1536, 832);

        Assert.True(bytes.AsSpan().SequenceEqual(PictureReader.ReadAs(bytes, 1.85).Bytes.Span));
    }

    private static string Refused(byte[] bytes) => Assert.Throws<UnsoundPictureException>(() => PictureReader.Read(bytes)).Message;

    private static byte[] Noise(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(256, 256);
        var pixels = new byte[bitmap.ByteCount];
        new Random(7).NextBytes(pixels);
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A red spot in the middle of blue.</summary>
    private static byte[] Spotted(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(width / 2 - 8, height / 2 - 8, 16, 16, red);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
