using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MovieChat.Web.Problems;
using MovieChat.Web.Teams.Wire;

namespace MovieChat.Web.Teams.Access;

/// <summary>Lets in what Teams signed, for this bot and from its own tenant; and, where that is set, a playground on this machine
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, "Authenticate requests from the Bot Connector service to your bot").</summary>
/// <remarks>The two are told apart by the channel, and a token is never looked at for the playground's: no setting lets anything without a token into Teams' channel.</remarks>
internal sealed partial class ActivityGate(TeamsSettings settings, SigningKeys keys, TimeProvider clock, ILogger<ActivityGate> log)
{
    /// <summary>Teams' channel, and the one that only a playground has.</summary>
    public const string Teams = "msteams", Emulator = "emulator";

    private const string Issuer = "https://api.botframework.com";

    /// <summary>How far the clocks may be apart.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _tokens = new();

    /// <summary>Looks at a request before its body is read: what can not be let in whatever it says is refused at once.</summary>
    /// <exception cref="ProblemException">It is not let in.</exception>
    public void Knock(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0 || settings.Playground) return;
        Log.Refused(log, "no token");
        throw new ProblemException(TeamsProblems.Refused);
    }

    /// <exception cref="ProblemException">It is not let in.</exception>
    public async Task CheckAsync(HttpContext context, Activity activity, CancellationToken cancellationToken)
    {
        var why = activity.ChannelId switch
        {
            Teams => await WhyNotTeamsAsync(context.Request, activity, cancellationToken),
            Emulator => WhyNotPlayground(context, activity),
            _ => "channel",
        };
        if (why is null) return;
        Log.Refused(log, why);
        throw new ProblemException(TeamsProblems.Refused);
    }

    private async Task<string?> WhyNotTeamsAsync(HttpRequest request, Activity activity, CancellationToken cancellationToken)
    {
        if (!settings.HasApp) return "no app is set";
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return "no token";
        if (Read(header[7..]) is not { } shown) return "no readable token";
        var (token, algorithm, kid, tokenService) = shown;
        if (algorithm != SecurityAlgorithms.RsaSha256) return "algorithm";
        if (string.IsNullOrEmpty(kid) || await keys.FindAsync(kid, cancellationToken) is not { } key) return "unknown key";
        if (!IsEndorsed(key, Teams)) return "the key is not endorsed for the channel";
        var result = await _tokens.ValidateTokenAsync(token, Parameters(key));
        if (!result.IsValid) return result.Exception.GetType().Name;
        if (tokenService is null || tokenService != activity.ServiceUrl) return "service address of the token";
        if (!ServiceAddresses.IsTeams(activity.ServiceUrl)) return "service address";
        return string.Equals(activity.TenantOf(), settings.TenantId, StringComparison.OrdinalIgnoreCase) ? null : "tenant";
    }

    /// <summary>A token before anything of it is believed.</summary>
    /// <returns>Null for what is none: its library has an exception for each way in which that can be.</returns>
    private (JsonWebToken Token, string? Algorithm, string? Kid, string? Service)? Read(string text)
    {
        try
        {
            var token = _tokens.ReadJsonWebToken(text);
            return (token, token.Alg, token.Kid, token.TryGetPayloadValue<string>("serviceurl", out var service) ? service : null);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = settings.AppId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => clock.GetUtcNow().UtcDateTime is var now && expires is { } end && now < end + Skew && !(notBefore > now + Skew),
    };

    /// <summary>Microsoft vouches for a key by the channels that may use it.</summary>
    private static bool IsEndorsed(JsonWebKey key, string channel) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
        && (value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(item => item.ToString()),
            System.Collections.IEnumerable items and not string => items.Cast<object>().Select(item => $"{item}"),
            _ => [],
        }).Contains(channel, StringComparer.Ordinal);

    /// <summary>A page in a browser on this machine, and a proxy before it, are not this machine's own programs.</summary>
    private string? WhyNotPlayground(HttpContext context, Activity activity)
    {
        if (!settings.Playground) return "the playground is off";
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)) return "the playground is elsewhere";
        if (Forwarded(context.Request).Any(address => !IsLoopback(address))) return "the playground is behind a proxy";
        if (!IsLoopback(context.Request.Host.Host) || !context.Request.HasJsonContentType() || context.Request.Headers.Origin.Count > 0) return "the playground is a page";
        return ServiceAddresses.IsLoopback(activity.ServiceUrl) ? null : "service address of the playground";
    }

    private static IEnumerable<string> Forwarded(HttpRequest request) =>
        [.. request.Headers["X-Forwarded-For"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)), .. request.Headers["Forwarded"].Select(_ => "elsewhere")];

    private static bool IsLoopback(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)) || (IPEndPoint.TryParse(host, out var end) && IPAddress.IsLoopback(end.Address));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Something that claims to come from Teams was refused: {Reason}.")]
        public static partial void Refused(ILogger log, string reason);
    }
}
