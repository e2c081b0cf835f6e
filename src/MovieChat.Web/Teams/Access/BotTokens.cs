using System.Text.Json;

namespace MovieChat.Web.Teams.Access;

/// <summary>The token with which the bot sends: asked for with the app's secret, kept until shortly before it expires, one question at a time
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, "Step 1: Request an access token").</summary>
internal sealed class BotTokens(IHttpClientFactory clients, TeamsSettings settings, TimeProvider clock) : IDisposable
{
    public const string Client = "teams-login";

    private const string Scope = "https://api.botframework.com/.default";

    /// <summary>So long before it expires a token is not used any more.</summary>
    private static readonly TimeSpan s_early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Held? _held;

    /// <exception cref="HttpRequestException">The login does not answer, or refuses.</exception>
    public async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        if (Live() is { } token) return token;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Live() is { } meanwhile) return meanwhile;
            var now = clock.GetUtcNow();
            var answer = await AskAsync(cancellationToken);
            var life = TimeSpan.FromSeconds(answer.ExpiresIn);
            _held = new(answer.AccessToken!, now + (life > s_early * 2 ? life - s_early : life / 2));
            return _held.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The token was refused: another one is asked for next time.</summary>
    public void Forget(string token)
    {
        if (_held?.Token == token) _held = null;
    }

    public void Dispose() => _one.Dispose();

    private string? Live() => _held is { } held && clock.GetUtcNow() < held.Until ? held.Token : null;

    private async Task<TokenAnswer> AskAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", settings.AppId), new("client_secret", settings.AppPassword), new("scope", Scope),
        ]);
        using var response = await clients.CreateClient(Client).PostAsync(new Uri($"{settings.LoginUrl.ToString().TrimEnd('/')}/{settings.TenantId}/oauth2/v2.0/token"), form, cancellationToken);
        if (!response.IsSuccessStatusCode) throw Failed($"answered {(int)response.StatusCode}: check MovieChat__Teams__AppId, MovieChat__Teams__AppPassword and MovieChat__Teams__TenantId");
        try
        {
            var answer = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(cancellationToken), TeamsJson.Readable.TokenAnswer);
            return answer is { AccessToken.Length: > 0, ExpiresIn: > 0 } ? answer : throw Failed("gave no token");
        }
        catch (JsonException)
        {
            throw Failed("gave no JSON");
        }
    }

    private static HttpRequestException Failed(string what) => new($"The login of Teams {what}.");

    private sealed record Held(string Token, DateTimeOffset Until);
}
