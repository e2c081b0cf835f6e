using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MovieChat.Tests.Shared.Surfaces;

namespace MovieChat.Tests.Teams;

/// <summary>What Microsoft runs, on this machine: the login, the metadata with the signing keys, and the connector that takes a bot's messages. Its service address is told as Teams' own.</summary>
internal sealed class TeamsCloud : TeamsConnector
{
    public const string Secret = "the-client-secret-that-nobody-may-read";
    public const string Issuer = "https://api.botframework.com";

    private readonly ConcurrentBag<string> _tokens = [];
    private int _asked;

    private TeamsCloud()
    {
    }

    public override string Channel => "msteams";

    public override string ServiceUrl => "https://smba.trafficmanager.net/emea/";

    /// <summary>The key that signs what is sent to the bot, endorsed for Teams.</summary>
    public SigningKey Key { get; } = new("key-of-teams", "msteams");

    /// <summary>A key that is endorsed for another channel, and one that is for none.</summary>
    public SigningKey KeyOfWebChat { get; } = new("key-of-webchat", "webchat");

    public SigningKey BareKey { get; } = new("bare-key");

    public ConcurrentBag<SigningKey> Keys { get; } = [];

    /// <summary>Every token that the login gave.</summary>
    public IReadOnlyCollection<string> Tokens => _tokens;

    /// <summary>How often the metadata was read.</summary>
    public int TimesAsked => Volatile.Read(ref _asked);

    private string Root => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The settings of a head that uses all this.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("MovieChat:Teams:AppId", AppId), ("MovieChat:Teams:AppPassword", Secret), ("MovieChat:Teams:TenantId", Tenant),
        ("MovieChat:Teams:LoginUrl", Root), ("MovieChat:Teams:OpenIdUrl", $"{Root}/openid"),
    ];

    public static async Task<TeamsCloud> StartAsync()
    {
        var cloud = new TeamsCloud();
        foreach (var key in new[] { cloud.Key, cloud.KeyOfWebChat, cloud.BareKey }) cloud.Keys.Add(key);
        await cloud.ListenAsync();
        return cloud;
    }

    public override string Badge() => Token();

    /// <summary>A token as Teams shows it.</summary>
    public string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AppId,
            NotBefore = now.AddMinutes(-1),
            IssuedAt = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = Key.Credentials,
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    protected override bool LetsIn(string? authorization) => _tokens.Any(token => authorization == $"Bearer {token}");

    protected override Task AnswerAsync(HttpContext context) => context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["openid"] => context.Response.WriteAsync(Metadata()),
        ["keys"] => context.Response.WriteAsync(KeySet()),
        [Tenant, "oauth2", "v2.0", "token"] when context.Request.Method == "POST" => LoginAsync(context),
        _ => base.AnswerAsync(context),
    };

    private string Metadata()
    {
        Interlocked.Increment(ref _asked);
        return new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{Root}/keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") }.ToJsonString();
    }

    private string KeySet() => new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.Public())]) }.ToJsonString();

    private async Task LoginAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_id"] != AppId || form["client_secret"] != Secret || form["grant_type"] != "client_credentials" || form["scope"] != "https://api.botframework.com/.default")
        {
            context.Response.StatusCode = 401;
            return;
        }

        var token = $"bot-token-{Guid.NewGuid():N}";
        _tokens.Add(token);
        await context.Response.WriteAsync(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = token }.ToJsonString());
    }
}

/// <param name="endorsements">The channels that may use it; none to leave that out.</param>
internal sealed class SigningKey(string id, params string[] endorsements)
{
    private readonly RSA _key = RSA.Create(2048);

    public SigningCredentials Credentials => new(new RsaSecurityKey(_key) { KeyId = id }, SecurityAlgorithms.RsaSha256);

    public JsonNode Public()
    {
        var parameters = _key.ExportParameters(false);
        var key = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent) };
        if (endorsements.Length > 0) key["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        return key;
    }
}
