using Microsoft.AspNetCore.Http;

namespace MovieChat.Web.Access;

/// <summary>How the service is reached by browsers: something in front of it may end their TLS.</summary>
internal sealed class PublicOrigin(WebSettings settings)
{
    public bool IsSecure(HttpRequest request) =>
        request.IsHttps
        || request.Headers["X-Forwarded-Proto"].ToString().Equals("https", StringComparison.OrdinalIgnoreCase)
        || settings.PublicUrl?.StartsWith("https://", StringComparison.Ordinal) == true;
}
