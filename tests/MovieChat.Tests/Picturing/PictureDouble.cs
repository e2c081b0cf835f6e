using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using SkiaSharp;

namespace MovieChat.Tests.Picturing;

/// <summary>An image model of the test's: small plain pictures whose colour follows from what was asked, or whatever a test has it answer.</summary>
internal sealed class PictureDouble(Func<ImageGenerationRequest, int, AIContent>? answer = null) : IImageGenerator
{
    public const string Model = "drawn";

    private readonly ConcurrentQueue<(ImageGenerationRequest Request, ImageGenerationOptions Options)> _calls = [];

    public IReadOnlyList<(ImageGenerationRequest Request, ImageGenerationOptions Options)> Calls => [.. _calls];

    public Task<ImageGenerationResponse> GenerateAsync(ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _calls.Enqueue((request, options!));
        var picture = answer?.Invoke(request, _calls.Count) ?? Plain(request, options!);
        return Task.FromResult(new ImageGenerationResponse([picture]));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ImageGeneratorMetadata) ? new ImageGeneratorMetadata(Model, defaultModelId: Model) : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>A picture of one colour.</summary>
    public static byte[] Bytes(int width, int height, uint colour = 0xFF336699, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(colour));
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static DataContent Plain(ImageGenerationRequest request, ImageGenerationOptions options)
    {
        var seen = string.Join('\n', [request.Prompt, .. (request.OriginalImages ?? []).OfType<DataContent>().Select(image => Convert.ToHexString(SHA256.HashData(image.Data.Span)))]);
        var colour = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seen))) | 0xFF000000;
        var (width, height) = (options.ImageSize!.Value.Width / 8, options.ImageSize.Value.Height / 8);
        return new(Bytes(width, height, colour, options.MediaType == "image/jpeg" ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png), options.MediaType!);
    }
}
