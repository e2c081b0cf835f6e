using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using MovieChat.Core.Writing;
using ImageClient = OpenAI.Images.ImageClient;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>The image model of OpenAI, Azure OpenAI, or any server that speaks their API.</summary>
/// <remarks>Not the library's adapter, which sends only the first of several original images, silently, and does not ask to keep faces.</remarks>
/// <param name="http">For pictures that the service answers by their address; it holds no credential.</param>
internal sealed class PictureModel(ImageClient client, HttpClient http, PictureModelOptions settings) : IImageGenerator
{
    private readonly PictureModelFailures _failures = new(settings);
    private readonly AnsweredPictures _answered = new(http, settings);
    private readonly ImageGeneratorMetadata _metadata = new("openai", settings.Address, settings.Name);

    // The models before gpt-image-2 have to be asked to keep faces; that one and later ones always do, and refuse to be asked.
    private volatile bool _takesFidelity = true;

    public async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = PictureRequest.Of(request, options, settings);
        var answer = PictureAnswer.Read(await Ask(asked, cancellationToken));
        try
        {
            return new(await _answered.ReadAsync(answer, asked.Count, cancellationToken)) { Usage = answer?.Cost };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && _failures.Of(error) is { } told)
        {
            throw new ModelFailedException(told.Failure, told.InnerException)
            {
                Usage = new(answer?.Cost?.InputTokenCount ?? 0, answer?.Cost?.OutputTokenCount ?? 0, 1),
            };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ImageGeneratorMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    private async Task<BinaryData> Ask(PictureRequest asked, CancellationToken cancellation)
    {
        var high = _takesFidelity;
        try
        {
            return await Post(asked, high, cancellation);
        }
        catch (ClientResultException refused) when (high && asked.HasReferences && IsAboutFidelity(ServiceError.Of(refused)))
        {
            // A refused request costs nothing, and the name of an Azure deployment does not tell its model: it is tried once.
            _takesFidelity = false;
            return await Post(asked, highFidelity: false, cancellation);
        }
    }

    private static bool IsAboutFidelity(ServiceError error) => error is { Parameter: PictureRequest.InputFidelity } or { Code: "invalid_input_fidelity_model" };

    private async Task<BinaryData> Post(PictureRequest asked, bool highFidelity, CancellationToken cancellation)
    {
        var call = new RequestOptions { CancellationToken = cancellation };
        using var body = new RequestBody(asked.HasReferences ? asked.Form(highFidelity) : asked.Json());
        var result = asked.HasReferences
            ? await client.GenerateImageEditsAsync(body, body.ContentType, call)
            : await client.GenerateImagesAsync(body, call);
        return result.GetRawResponse().Content;
    }
}
