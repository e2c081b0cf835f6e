using Microsoft.Extensions.AI;
using MovieChat.Understudy.Sketching;

namespace MovieChat.Understudy;

/// <summary>The offline image model: draws portraits and storyboard frames in ink and wash, from the same requests any image model reads.
/// The same request gives the same picture.</summary>
/// <remarks>Holds no state; calls may run side by side. A portrait carries the traits of the person in its file, so that a frame that refers to it draws the same person.
/// Tokens of the prompt are estimated as a quarter of its characters; pictures are counted as none.</remarks>
public sealed class UnderstudyImageGenerator : IImageGenerator
{
    public const string Model = "understudy";

    private const int CharactersPerToken = 4;
    private const int MostPictures = 4;

    private static readonly ImageGeneratorMetadata Metadata = new(Model, defaultModelId: Model);

    /// <exception cref="NotSupportedException">A media type other than image/png and image/jpeg.</exception>
    public Task<ImageGenerationResponse> GenerateAsync(ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<ImageGenerationResponse>(cancellationToken);
        return Task.Run(() => Generate(request, options, cancellationToken), cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(ImageGeneratorMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
        // Nothing is held.
    }

    private static ImageGenerationResponse Generate(ImageGenerationRequest request, ImageGenerationOptions? options, CancellationToken cancellationToken)
    {
        var type = (options?.MediaType ?? "image/png").ToLowerInvariant();
        var jpeg = type switch
        {
            "image/png" => false,
            "image/jpeg" or "image/jpg" => true,
            _ => throw new NotSupportedException($"The understudy draws image/png and image/jpeg, not {type}."),
        };
        List<AIContent> pictures = [.. request.OriginalImages ?? []];
        List<AIContent> drawn = [];
        for (var further = 0; further < Math.Clamp(options?.Count ?? 1, 1, MostPictures); further++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            drawn.Add(new DataContent(SketchArtist.Draw(request.Prompt, pictures, options?.ImageSize, jpeg, further), jpeg ? "image/jpeg" : "image/png"));
        }
        var read = (request.Prompt?.Length ?? 0) / CharactersPerToken;
        return new(drawn) { RawRepresentation = null, Usage = new() { InputTokenCount = read, OutputTokenCount = 0, TotalTokenCount = read } };
    }
}
