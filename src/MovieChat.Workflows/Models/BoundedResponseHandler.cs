using System.Net.Mime;

namespace MovieChat.Workflows.Models;

/// <summary>Reads a plain answer whole, so that a cut or dripping one counts as a failed attempt, and at most <paramref name="most"/> bytes
/// of any answer. A stream of events is handed on as it comes, with <paramref name="idle"/> for each piece.</summary>
internal sealed class BoundedResponseHandler(long most, TimeSpan idle, TimeProvider time) : DelegatingHandler
{
    /// <summary>The answer had more bytes than are read.</summary>
    public static bool IsTooLarge(Exception? error) => error is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

    public static HttpRequestException TooLarge(long most) => new(HttpRequestError.ConfigurationLimitExceeded, $"The answer has more than {most} bytes.");

    /// <exception cref="HttpRequestException">The answer was cut, or <see cref="IsTooLarge"/>.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await (IsStream(response) ? Guard(response, cancellationToken) : Read(response, cancellationToken));
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsStream(HttpResponseMessage response) =>
        response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == MediaTypeNames.Text.EventStream;

    private async Task Guard(HttpResponseMessage response, CancellationToken cancellation)
    {
        var plain = response.Content;
        response.Content = new StreamContent(new BoundedStream(await plain.ReadAsStreamAsync(cancellation), most, idle, time));
        response.Content.Headers.ContentType = plain.Headers.ContentType;
    }

    private async Task Read(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(most, cancellation);
        }
        catch (HttpRequestException error) when (IsTooLarge(error) && !response.IsSuccessStatusCode)
        {
            // Of an error the status tells enough.
            response.Content.Dispose();
            response.Content = new ByteArrayContent([]);
        }
    }
}
