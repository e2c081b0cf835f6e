using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;

namespace MovieChat.Web.Api;

internal static class KeyEndpoints
{
    private const int MostWriter = 64;
    private const int MostName = 100;

    public static void MapKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys").AddEndpointFilter(OwnerOnlyAsync);
        keys.MapPost("", AddAsync).Named("addKey", "Give a writer a key", "The key is shown this once. A writer sees their own projects only.").Write(400, 403, 409, 413, 415, 422);
        keys.MapGet("", ListAsync).Named("listKeys", "List the keys", "Revoked ones too, without the keys themselves.").Fails(400, 403);
        keys.MapDelete("/{id}", RevokeAsync).Named("revokeKey", "Revoke a key", "It opens nothing from now on. The writer's projects stay.").Write(403, 404);
    }

    private static ValueTask<object?> OwnerOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Caller.Of(context.HttpContext).IsOwner ? next(context) : throw new ProblemException(ProblemKinds.OwnerOnly);

    private static async Task<Created<NewKey>> AddAsync(
        Body<KeyRequest> body, CommandKey command, OwnerKey owner, KeyTable keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (writer, name) = Checked(body.Value);
        var key = command.Given is { } given ? WriterKeys.Derived(owner, given) : WriterKeys.New();
        var added = await AddOnceAsync(keys, key, writer, name, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Created($"/api/keys/{added.Id}", new NewKey(added.Id, added.Writer, added.Name, key, added.CreatedAt));
    }

    private static async Task<Ok<Page<KeyItem>>> ListAsync(KeyTable keys, int? limit, string? after, CancellationToken cancellationToken)
    {
        var most = Page.Limit(limit);
        var found = await keys.ListAsync(cancellationToken)
            .Where(key => string.CompareOrdinal(key.Id, after) > 0).Take(most + 1).Select(KeyItem.Of).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(found, most, item => item.Id));
    }

    private static async Task<NoContent> RevokeAsync(string id, KeyTable keys, TimeProvider clock, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(id, clock.GetUtcNow(), cancellationToken) is null
            ? throw new ProblemException(ProblemKinds.UnknownKey)
            : TypedResults.NoContent();

    private static async Task<WriterKey> AddOnceAsync(KeyTable keys, string key, string writer, string name, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await keys.FindByKeyAsync(key, cancellationToken) is { } earlier)
        {
            return earlier.Writer == writer && earlier.Name == name ? earlier : throw new ProblemException(ProblemKinds.KeyReused);
        }

        try
        {
            return await keys.AddAsync(key, writer, name, at, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            // It was added at the same moment, or it was revoked since.
            return await keys.FindByKeyAsync(key, cancellationToken) is { } same && same.Writer == writer && same.Name == name
                ? same
                : throw new ProblemException(ProblemKinds.KeyReused, path: CommandKey.Header);
        }
    }

    private static KeyRequest Checked(KeyRequest request)
    {
        if (request.Writer.Length is 0 or > MostWriter || !request.Writer.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new ProblemException(ProblemKinds.InvalidValue, $"A writer's id is 1 to {MostWriter} letters, digits, dashes and underscores.", "writer");
        }

        if (request.Writer is Caller.OwnerWriter or WritingProject.Service)
        {
            throw new ProblemException(ProblemKinds.InvalidValue, $"'{request.Writer}' is an id of the service itself: choose another one.", "writer");
        }

        return !string.IsNullOrWhiteSpace(request.Name) && request.Name.Length <= MostName
            ? request
            : throw new ProblemException(ProblemKinds.InvalidValue, $"A key's name has 1 to {MostName} characters.", "name");
    }
}

/// <summary>A new key, shown this once.</summary>
/// <param name="Key">What the writer sends: <c>Authorization: Bearer mc_…</c></param>
public sealed record NewKey(string Id, string Writer, string Name, string Key, DateTimeOffset CreatedAt);

/// <summary>A key, without the key itself.</summary>
public sealed record KeyItem(string Id, string Writer, string Name, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    internal static KeyItem Of(WriterKey key) => new(key.Id, key.Writer, key.Name, key.CreatedAt, key.RevokedAt);
}
