using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

internal static class HealthEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/healthz", CheckAsync).WithTags("Service").AllowAnonymous()
            .Named("health", "Whether the service and its storage answer", "Needs no key.")
            .Produces<Problem>(503, Problem.MediaType);

    private static async Task<Ok<Health>> CheckAsync(ProjectTable projects, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await projects.FindAsync(Caller.OwnerWriter, "health", either.Token);
            return TypedResults.Ok(new Health("ok"));
        }
        catch (Exception failure) when (StorageTrouble.IsPassing(failure))
        {
            throw new ProblemException(ProblemKinds.StorageUnavailable);
        }
    }
}

/// <param name="Status"><c>ok</c>.</param>
public sealed record Health(string Status);
