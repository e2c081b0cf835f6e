using System.Threading.RateLimiting;

namespace MovieChat.Web.Access;

/// <summary>How many requests each caller may make: a token bucket per writer, and per address while nobody knows whose it is.</summary>
internal sealed class CallerRates(WebSettings settings) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => Bucket(settings)));

    /// <summary>Counts one request.</summary>
    /// <returns>False when the caller has made too many.</returns>
    public bool TryTake(string caller) => _limiter.AttemptAcquire(caller).IsAcquired;

    /// <summary>Whether a request would be let through now. Counts none.</summary>
    public bool HasRoom(string caller) => _limiter.AttemptAcquire(caller, 0).IsAcquired;

    public void Dispose() => _limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(WebSettings settings) => new()
    {
        TokenLimit = settings.Burst,
        TokensPerPeriod = Math.Max(1, settings.RequestsPerSecond / 10),
        ReplenishmentPeriod = settings.RequestsPerSecond >= 10 ? Period : TimeSpan.FromSeconds(1.0 / settings.RequestsPerSecond),
        QueueLimit = 0,
    };
}
