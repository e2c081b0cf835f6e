using Microsoft.Extensions.AI;
using MovieChat.Core.Picturing;
using MovieChat.Core.Writing;

namespace MovieChat.Workflows.Models.Pictures;

/// <summary>Takes the pictures out of an answer, and fetches those that it only gives the address of.</summary>
internal sealed class AnsweredPictures(HttpClient http, PictureModelOptions options)
{
    private readonly PictureModelFailures _failures = new(options);

    /// <param name="most">Pictures that were asked for: further ones are left out.</param>
    /// <returns>At least one. Each is what its first bytes say, whatever the answer says that it is.</returns>
    /// <exception cref="ModelFailedException">There is none, one is no picture, or an address is not followed.</exception>
    /// <exception cref="HttpRequestException">An address did not answer, or the pictures are too large together.</exception>
    public async Task<IList<AIContent>> ReadAsync(PictureAnswer? answer, int most, CancellationToken cancellation)
    {
        List<AIContent> pictures = [];
        long read = 0;
        foreach (var item in (answer?.Data ?? []).Take(most))
        {
            var bytes = item?.Bytes ?? await Fetch(item?.Address, cancellation);
            if ((read += bytes.Length) > PictureModelRegistration.MostBytes) throw BoundedResponseHandler.TooLarge(PictureModelRegistration.MostBytes);
            pictures.Add(new DataContent(bytes, PictureReader.MediaTypeOf(bytes) ?? throw new ModelFailedException(_failures.NotAPicture)));
        }

        return pictures.Count > 0 ? pictures : throw new ModelFailedException(_failures.NoPicture);
    }

    private async Task<byte[]> Fetch(string? address, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(address)) throw new ModelFailedException(_failures.NoPicture);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsFollowed(uri)) throw new ModelFailedException(_failures.NotFollowed);
        using var response = await http.GetAsync(uri, cancellation);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(cancellation)
            : throw new ModelFailedException(_failures.NotFetched((int)response.StatusCode));
    }

    /// <summary>Https anywhere; anything else only where the service itself is, so that no answer makes us call into the network around us.</summary>
    private bool IsFollowed(Uri address) =>
        address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps
            || Uri.Compare(address, options.Address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
}
