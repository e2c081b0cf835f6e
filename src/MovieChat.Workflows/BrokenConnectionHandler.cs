using System.Net.Sockets;

namespace MovieChat.Workflows;

/// <summary>Tells a connection that broke at its first moment as one that could not be made. The runtime tells it as the socket does, which nobody who calls over HTTP expects.</summary>
public sealed class BrokenConnectionHandler : DelegatingHandler
{
    /// <exception cref="HttpRequestException">The connection broke, or the request failed otherwise.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (SocketException broken)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, broken.Message, broken);
        }
    }
}
