using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Exports;
using SkiaSharp;

namespace MovieChat.Tests.Exports.Storyboards;

/// <summary>Gives one picture for every hash, and remembers for which.</summary>
internal sealed class PaintedPictures(byte[] bytes) : IPictureSource
{
    public List<string> Opened { get; } = [];

    /// <summary>Called before a picture is opened.</summary>
    public Action Opening { get; init; } = () => { };

    public static PaintedPictures OfSize(int width, int height) => new(Paint(width, height));

    public static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        Opening();
        Opened.Add(hash);
        return Task.FromResult<Stream>(new MemoryStream(bytes, writable: false));
    }

    /// <summary>Left half red, right half blue, with lines across that do not compress to nothing.</summary>
    public static byte[] Paint(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Blue };
        canvas.Clear(SKColors.Red);
        canvas.DrawRect(width / 2f, 0, width, height, paint);
        var random = new Random(1);
        paint.Color = SKColors.Black;
        for (var line = 0; line < width * height / 20_000; line++)
            canvas.DrawLine(random.Next(width), random.Next(height), random.Next(width), random.Next(height), paint);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
