using Azure.Core;

namespace MovieChat.Tests.Models;

/// <summary>Leads every request to the test's server, whatever host it was meant for.</summary>
internal sealed class Detour(Uri server) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>An identity whose tokens tell what they are for.</summary>
internal sealed class EntraTokens : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("token for " + string.Join(' ', requestContext.Scopes), DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
