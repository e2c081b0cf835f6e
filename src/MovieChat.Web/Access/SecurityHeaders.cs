using Microsoft.AspNetCore.Http;

namespace MovieChat.Web.Access;

/// <summary>What every response tells a browser: guess no types, tell no other site where you were, keep nothing of the API and
/// show it on no other site's pages, and take content from nowhere else.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        }

        return next(context);
    }
}
