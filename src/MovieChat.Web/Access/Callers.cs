using Microsoft.AspNetCore.Http;
using MovieChat.Storage;

namespace MovieChat.Web.Access;

/// <summary>Knows whose key a request shows, <c>Authorization: Bearer &lt;key&gt;</c>, or, without one, whose <see cref="Sessions">session</see> it is of.</summary>
internal sealed class Callers(OwnerKey owner, KeyTable keys, Sessions sessions)
{
    private const string Scheme = "Bearer ";

    /// <summary>The key that is shown; null when there is none.</summary>
    public static string? KeyIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <summary>Whether a request shows who it is of by a session alone, as any page may have a browser do.</summary>
    public static bool IsBySession(HttpRequest request) => request.Headers.Authorization.Count == 0;

    /// <summary>Who asks; null when nothing is shown that opens anything now.</summary>
    /// <param name="mayLookUp">Asked before storage is.</param>
    public Task<Caller?> FindAsync(HttpRequest request, Func<bool> mayLookUp, CancellationToken cancellationToken)
    {
        if (!IsBySession(request)) return FindAsync(KeyIn(request), mayLookUp, cancellationToken);
        return sessions.TokenIn(request) is { } token ? sessions.FindAsync(token, mayLookUp, cancellationToken) : Task.FromResult<Caller?>(null);
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

    /// <summary>Whether what the request showed at its beginning still opens what it opened then.</summary>
    public async Task<bool> StillKnowsAsync(HttpContext context) =>
        await FindAsync(context.Request, () => true, context.RequestAborted) == Caller.Of(context);
}
