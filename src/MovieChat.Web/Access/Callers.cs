using Microsoft.AspNetCore.Http;
using MovieChat.Storage;

namespace MovieChat.Web.Access;

/// <summary>Knows whose key a request shows: <c>Authorization: Bearer &lt;key&gt;</c>.</summary>
internal sealed class Callers(OwnerKey owner, KeyTable keys)
{
    private const string Scheme = "Bearer ";

    /// <summary>The key that is shown; null when there is none.</summary>
    public static string? KeyIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <summary>Whose key it is, as it is stored now; null when it opens nothing.</summary>
    /// <param name="mayLookUp">Asked before storage is.</param>
    public async Task<Caller?> FindAsync(string? key, Func<bool> mayLookUp, CancellationToken cancellationToken)
    {
        if (key is null) return null;
        if (owner.Is(key)) return Caller.Owner;
        if (!WriterKeys.IsWellFormed(key) || !mayLookUp()) return null;
        return await keys.FindByKeyAsync(key, cancellationToken) is { } found ? new(found.Writer, false) : null;
    }

    /// <summary>Whether the key that the request showed at its beginning still opens what it opened then.</summary>
    public async Task<bool> StillKnowsAsync(HttpContext context) =>
        await FindAsync(KeyIn(context.Request), () => true, context.RequestAborted) == Caller.Of(context);
}
