using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

/// <summary>Marks an operation that takes an <c>Idempotency-Key</c>.</summary>
internal sealed record TakesCommandKey;

/// <summary>Marks an operation whose body is a picture's bytes.</summary>
/// <remarks>Not by the framework's own metadata, which would answer another type of body before the operation can say what it takes.</remarks>
internal sealed record TakesPicture;

/// <summary>Marks an operation whose body is a script.</summary>
/// <remarks>As <see cref="TakesPicture"/>.</remarks>
internal sealed record TakesScript;

/// <summary>How operations describe themselves in the OpenAPI description.</summary>
internal static class Described
{
    private static readonly int[] Always = [401, 429, 500, 503];

    public static RouteHandlerBuilder Named(this RouteHandlerBuilder operation, string name, string summary, string description) =>
        operation.WithName(name).WithSummary(summary).WithDescription(description);

    /// <summary>The problems that the operation answers with, beside those that any may.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder operation, params int[] statuses)
    {
        foreach (var status in statuses.Union(Always)) operation.Produces<Problem>(status, Problem.MediaType);
        return operation;
    }

    /// <summary>A write, which can be repeated under its key.</summary>
    public static RouteHandlerBuilder Write(this RouteHandlerBuilder operation, params int[] statuses) =>
        operation.Fails([.. statuses.Prepend(400)]).WithMetadata(new TakesCommandKey());
}
