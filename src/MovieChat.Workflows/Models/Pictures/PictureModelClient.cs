using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Writing;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>Tells a model's failures apart, each as a <see cref="ModelFailedException"/> in plain words. A caller's cancellation stays one.</summary>
internal sealed class PictureModelClient(IImageGenerator inner, PictureModelOptions options, TimeProvider time, ILogger<PictureModelClient> log)
    : DelegatingImageGenerator(inner)
{
    private readonly FailedCalls _failed = new(new PictureModelFailures(options), options, time, log);

    public override async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var began = time.GetTimestamp();
        try
        {
            return await base.GenerateAsync(request, options, cancellationToken);
        }
        catch (Exception error) when (_failed.Told(error, began, cancellationToken) is { } told)
        {
            throw told;
        }
    }
}
