using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MovieChat.Web.Teams.Access;

/// <summary>The keys with which Teams signs, as the Bot Framework's OpenID metadata tells them. Asked for when they are needed, at most once a day; once an hour when a key is not among them.</summary>
internal sealed partial class SigningKeys(IHttpClientFactory clients, TeamsSettings settings, TimeProvider clock, ILogger<SigningKeys> log) : IDocumentRetriever, IDisposable
{
    public const string Client = "teams-keys";

    /// <summary>Most bytes of the metadata and of the keys.</summary>
    public const int MostBytes = 1024 * 1024;

    public static TimeSpan Life { get; } = TimeSpan.FromHours(24);

    /// <summary>So long the keys are used when they can not be asked for anew: the Bot Framework's own documentation allows five days.</summary>
    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(5);

    /// <summary>At least so long between two questions for a key that is not known.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromHours(1);

    /// <summary>At least so long between two questions of which the first was not answered.</summary>
    public static TimeSpan PauseAfterFailure { get; } = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Known? _known;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    /// <returns>Null when there is no such key.</returns>
    /// <exception cref="SigningKeysException">They can not be asked for.</exception>
    public async Task<JsonWebKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (Fresh(kid) is { } known) return known.Find(kid);
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(kid) is { } meanwhile) return meanwhile.Find(kid);
            return (await AskAsync(cancellationToken)).Find(kid);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What the metadata's library asks for: two documents.</summary>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var uri = new Uri(address, UriKind.Absolute);
        if (uri.Scheme != "https" && !(uri.IsLoopback && settings.OpenIdUrl.IsLoopback)) throw new SigningKeysException();
        return await clients.CreateClient(Client).GetStringAsync(uri, cancel);
    }

    public void Dispose() => _one.Dispose();

    /// <returns>Null when they are to be asked for.</returns>
    private Known? Fresh(string kid)
    {
        if (_known is not { } known) return null;
        var age = clock.GetUtcNow() - known.At;
        return age < (known.Find(kid) is null ? Pause : Life) ? known : null;
    }

    private async Task<Known> AskAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _failedAt < PauseAfterFailure) return Old(now);
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(settings.OpenIdUrl.ToString(), this, cancellationToken);
            return _known = new([.. metadata.JsonWebKeySet?.Keys ?? []], now);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            _failedAt = now;
            Log.Failed(log, settings.OpenIdUrl.IdnHost, failed.GetType().Name);
            return Old(now);
        }
    }

    private Known Old(DateTimeOffset now) => _known is { } known && now - known.At < LongestLife ? known : throw new SigningKeysException();

    private sealed record Known(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset At)
    {
        public JsonWebKey? Find(string kid) => Keys.FirstOrDefault(key => key.Kid == kid);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of Teams can not be asked for at {Host}: {Reason}. What comes from Teams is refused while none are known.")]
        public static partial void Failed(ILogger log, string host, string reason);
    }
}

/// <summary>The keys of Teams can not be asked for just now.</summary>
internal sealed class SigningKeysException() : Exception("The keys of Teams can not be asked for just now.");
