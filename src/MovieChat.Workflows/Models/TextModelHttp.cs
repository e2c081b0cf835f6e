using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace MovieChat.Workflows.Models;

/// <summary>The HTTP road to the language model: one time-out for everything, retries inside it, a time-out for each attempt, and a bound on the answer.</summary>
internal static class TextModelHttp
{
    public const string Name = "MovieChat.Text";

    /// <summary>Bytes of an answer that are read: many times the longest document.</summary>
    public const long MostBytes = 1024 * 1024;

    public static void AddTextModelHttp(this IServiceCollection services)
    {
        var client = services.AddHttpClient(Name)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((sockets, _) =>
            {
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                sockets.ConnectTimeout = TimeSpan.FromSeconds(30);
                sockets.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            // The chat client keeps its HttpClient for good: the connections' lifetime follows changes of name resolution instead.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Its lines at Trace hold the headers, hidden in the text but plain in the values, the key among them. Spans tell as much.
            .RemoveAllLoggers();
        client.AddResilienceHandler("attempts", (pipeline, context) => Attempts(pipeline, context.ServiceProvider));
        client.AddHttpMessageHandler(provider => new BoundedResponseHandler(MostBytes, Options(provider).Timeout, provider.GetRequiredService<TimeProvider>()));
    }

    private static void Attempts(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider provider)
    {
        var options = Options(provider);
        pipeline.TimeProvider = provider.GetRequiredService<TimeProvider>();
        pipeline.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0) pipeline.AddRetry(Retries(options, pipeline.TimeProvider));
        pipeline.AddTimeout(options.Timeout);
    }

    private static HttpRetryStrategyOptions Retries(TextModelOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        ShouldRetryAfterHeader = false,
        DelayGenerator = args => new(Asked(args.Outcome.Result, time.GetUtcNow(), options.MaxRetryDelay)),
        ShouldHandle = args => new(HttpClientResiliencePredicates.IsTransient(args.Outcome) && !BoundedResponseHandler.IsTooLarge(args.Outcome.Exception)),
    };

    /// <summary>How long the service asks us to stay away, at most <paramref name="most"/>; null when it says nothing of use.</summary>
    internal static TimeSpan? Asked(HttpResponseMessage? response, DateTimeOffset now, TimeSpan most)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now);
        return wait is not { } asked || asked <= TimeSpan.Zero ? null : asked < most ? asked : most;
    }

    private static TextModelOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<TextModelOptions>>().Value;
}
