using Microsoft.Extensions.AI;
using MovieChat.Understudy.Sketching.Ink;
using MovieChat.Understudy.Sketching.People;
using MovieChat.Understudy.Sketching.Requests;
using SkiaSharp;

namespace MovieChat.Understudy.Sketching.Pictures;

/// <summary>A picture that a request refers to: who is on it.</summary>
internal static class Reference
{
    private const int MostBytes = 50 * 1024 * 1024;
    private const long MostPixels = 40_000_000;
    private const int Sample = 32;

    /// <summary>The person that a picture of this house carries in its file; null for any other.</summary>
    public static Traits? Person(AIContent? content) =>
        Bytes(content) is { } bytes ? PictureText.All(bytes, TraitsRecord.Longest).Select(TraitsRecord.Read).FirstOrDefault(traits => traits is not null) : null;

    /// <summary>A person known by words, with the colours of a photograph: hair from its upper part, skin from its middle, clothes from below.</summary>
    public static Traits Coloured(Traits traits, AIContent? content)
    {
        if (Bytes(content) is not { } bytes || Small(bytes) is not { } small) return traits;
        using (small)
        {
            var (hair, skin, cloth) = (Mean(small, 12, 3, 20, 7), Mean(small, 13, 12, 19, 17), Mean(small, 9, 26, 23, 31));
            // A middle that is no skin is no face: then only the clothes are taken.
            return LikeSkin(skin) ? traits with { Skin = skin.Rgb(), HairColour = hair.Rgb(), BeardColour = hair.Rgb(), Main = cloth.Rgb() } : traits with { Main = cloth.Rgb() };
        }
    }

    private static ReadOnlyMemory<byte>? Bytes(AIContent? content) =>
        content is DataContent { Data.Length: > 0 and <= MostBytes } data ? data.Data : null;

    // The header is asked first: a small file can announce a picture that fills the memory.
    private static SKBitmap? Small(ReadOnlyMemory<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 8 || codec.Info.Height < 8 || (long)codec.Info.Width * codec.Info.Height > MostPixels) return null;
        using var whole = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;
        return whole.Resize(new SKImageInfo(Sample, Sample), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    private static SKColor Mean(SKBitmap picture, int left, int top, int right, int bottom)
    {
        var (red, green, blue, count) = (0, 0, 0, 0);
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
            {
                var colour = picture.GetPixel(x, y);
                (red, green, blue, count) = (red + colour.Red, green + colour.Green, blue + colour.Blue, count + 1);
            }
        return new((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }

    private static bool LikeSkin(SKColor colour) => colour.Red > colour.Green && colour.Green >= colour.Blue - 8 && colour.Red - colour.Blue > 12 && colour.Red > 50;
}
