using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Pages;

/// <summary>Serves the studio, the page that a writer works in. Its addresses are its own: the page finds out what to show.</summary>
internal static class StudioPages
{
    /// <summary>Nothing from elsewhere, no inline code or styles, and no text becomes code: only Lit's own templates become elements.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types lit-html";

    private static readonly string[] s_addresses = ["/", "/films/{**rest}"];

    public static void MapStudio(this IEndpointRouteBuilder endpoints)
    {
        foreach (var address in s_addresses) endpoints.MapGet(address, ShowPage).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/studio/{**path}", ShowFile).AllowAnonymous().ExcludeFromDescription();
    }

    private static FileContentHttpResult ShowPage(HttpContext context, StudioFiles files)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Show(context, files.Page);
    }

    /// <summary>Names of these files tell their content, which therefore never changes.</summary>
    private static FileContentHttpResult ShowFile(string? path, HttpContext context, StudioFiles files)
    {
        var file = files.Find(path ?? "") ?? throw new ProblemException(ProblemKinds.NotFound);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Show(context, file);
    }

    private static FileContentHttpResult Show(HttpContext context, StudioFile file)
    {
        if (file.Packed is not { } packed) return Answer(file.Bytes, file.Tag);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!TakesBrotli(context.Request)) return Answer(file.Bytes, file.Tag);
        context.Response.Headers.ContentEncoding = "br";

        // What is compressed is another representation, with a tag of its own.
        return Answer(packed, $"{file.Tag[..^1]}-br\"");

        FileContentHttpResult Answer(byte[] bytes, string tag) => TypedResults.Bytes(bytes, file.Type, entityTag: new(tag));
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
}
