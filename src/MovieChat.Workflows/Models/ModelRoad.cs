using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace MovieChat.Workflows.Models;

/// <summary>The HTTP road to a model: one time-out for everything, retries inside it, a time-out for each attempt, and a bound on the answer.</summary>
internal static class ModelRoad
{
    /// <param name="name">Of the HTTP client.</param>
    /// <param name="mostBytes">Of an answer that are read.</param>
    public static void AddModelRoad<TOptions>(this IServiceCollection services, string name, long mostBytes)
        where TOptions : ModelOptions
    {
        var client = services.AddHttpClient(name)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((sockets, _) =>
            {
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                sockets.ConnectTimeout = TimeSpan.FromSeconds(30);
                sockets.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            // A model's client keeps its HttpClient for good: the connections' lifetime follows changes of name resolution instead.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Its lines at Trace hold the headers, hidden in the text but plain in the values, the key among them. Spans tell as much.
            .RemoveAllLoggers();
        client.AddResilienceHandler("attempts", (pipeline, context) => Attempts(pipeline, Options<TOptions>(context.ServiceProvider), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(provider => new BoundedResponseHandler(mostBytes, Options<TOptions>(provider).Timeout, provider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(() => new BrokenConnectionHandler());
    }

    private static void Attempts(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ModelOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0) pipeline.AddRetry(Retries(options, time));
        pipeline.AddTimeout(options.Timeout);
    }

    private static HttpRetryStrategyOptions Retries(ModelOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        ShouldRetryAfterHeader = false,
        DelayGenerator = args => new(RetryAfter.Of(args.Outcome.Result, time.GetUtcNow(), options.MaxRetryDelay)),
        ShouldHandle = args => new(HttpClientResiliencePredicates.IsTransient(args.Outcome) && !BoundedResponseHandler.IsTooLarge(args.Outcome.Exception)),
    };

    private static TOptions Options<TOptions>(IServiceProvider provider)
        where TOptions : ModelOptions => provider.GetRequiredService<IOptions<TOptions>>().Value;
}
