using Microsoft.Extensions.AI;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>Lets <paramref name="most"/> answers be drawn at once; the others wait their turn, and may be cancelled while they wait.</summary>
internal sealed class QueueingImageGenerator(IImageGenerator inner, int most) : DelegatingImageGenerator(inner)
{
    private readonly SemaphoreSlim _turns = new(most, most);

    public override async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await base.GenerateAsync(request, options, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _turns.Dispose();
        base.Dispose(disposing);
    }
}
