using System.Globalization;
using Microsoft.AspNetCore.Http;
using MovieChat.Core;
using MovieChat.Storage;

namespace MovieChat.Web.Access;

/// <summary>A browser's session: begun by showing a key, and kept in a cookie that no script can read. It opens what the key opens, for as long as the key does.</summary>
/// <remarks>
/// The cookie is <c>{whose}.{end in seconds since 1970}.{signature}</c>, <c>whose</c> being the hash of a writer's key, or <c>owner</c>. The signature's key comes from
/// the owner's: another owner key ends every session. Cookies of 127.0.0.1 are shared by all its ports, so that the name comes from the owner's key as well: services beside
/// one another keep theirs. What stands in front of a service may change the host and the port that it sees.
/// </remarks>
internal sealed class Sessions(OwnerKey owner, KeyTable keys, PublicOrigin origin, TimeProvider clock)
{
    /// <summary>What a request by cookie must have to change something: a page of another origin can not send it without being asked first (OWASP, CSRF prevention by custom headers).</summary>
    public const string Header = "X-Movie-Chat";

    /// <summary>How long a session lasts.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(30);

    private const int MostCharacters = 200;

    private readonly byte[] _key = owner.Derive("sessions");
    private readonly string _name = $"movie-chat-{Convert.ToHexStringLower(owner.Derive("session-cookie").AsSpan(0, 4))}";

    /// <summary>The session that a request shows; null when there is none.</summary>
    public string? TokenIn(HttpRequest request) => request.Cookies[_name] is { Length: > 0 } token ? token : null;

    /// <summary>Begins a session of whoever showed this key.</summary>
    /// <param name="key">One that is known.</param>
    /// <returns>When it ends.</returns>
    public DateTimeOffset Begin(HttpContext context, string key)
    {
        var end = clock.GetUtcNow() + Life;
        var body = string.Create(CultureInfo.InvariantCulture, $"{(owner.Is(key) ? Caller.OwnerWriter : KeyTable.HashOf(key))}.{end.ToUnixTimeSeconds()}");
        context.Response.Cookies.Append(_name, $"{body}.{SignatureOf(body)}", Options(context, Life));
        return end;
    }

    public void End(HttpContext context) => context.Response.Cookies.Append(_name, "", Options(context, TimeSpan.Zero));

    /// <summary>Whose session it is now; null when it has ended.</summary>
    /// <param name="mayLookUp">Asked before storage is.</param>
    public async Task<Caller?> FindAsync(string token, Func<bool> mayLookUp, CancellationToken cancellationToken)
    {
        if (token.Length > MostCharacters || token.Split('.') is not [var whose, var until, var signature]) return null;
        if (!Signature.AreSame(signature, SignatureOf($"{whose}.{until}"))) return null;
        if (DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) <= clock.GetUtcNow()) return null;
        if (whose == Caller.OwnerWriter) return Caller.Owner;
        return mayLookUp() && await keys.FindByHashAsync(whose, cancellationToken) is { } found ? new(found.Writer, false) : null;
    }

    private string SignatureOf(string body) => Signature.Of(_key, $"session\n{body}");

    private CookieOptions Options(HttpContext context, TimeSpan life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = origin.IsSecure(context.Request),
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };
}
