using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MovieChat.Web.Api;

/// <summary>Answers <c>HEAD</c> as <c>GET</c>, for every address that has one (RFC 9110, section 9.3.2). The server leaves the body out.</summary>
internal static class HeadRequests
{
    public static T WithHead<T>(this T endpoints) where T : IEndpointConventionBuilder
    {
        endpoints.Finally(AddHead);
        return endpoints;
    }

    private static void AddHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is not { } taken || !taken.HttpMethods.Contains(HttpMethods.Get)) return;
        endpoint.Metadata.Add(new HttpMethodMetadata(taken.HttpMethods.Union([HttpMethods.Head])));
    }
}
