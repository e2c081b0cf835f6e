using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace MovieChat.Web.Api;

/// <summary>The description to be read, and tried, in a browser. All that it shows comes from here.</summary>
internal static class ReferencePage
{
    public const string Address = "/reference";

    private const string DescriptionAddress = $"/openapi/{Description.Name}.json";

    public static void MapReference(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DescriptionAddress, DescribeAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapScalarApiReference(Address, Show).AllowAnonymous();
    }

    private static async Task<FileContentHttpResult> DescribeAsync(DescriptionText description) =>
        TypedResults.Bytes(await description.JsonAsync(), "application/json; charset=utf-8");

    private static void Show(ScalarOptions options, HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        options
            .WithNonce(nonce)
            .WithTitle("Movie Chat")
            .WithOpenApiRoutePattern(DescriptionAddress)
            .DisableDefaultFonts()
            .HideDeveloperTools()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp();
    }
}
