using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Workflows;

namespace MovieChat.Web;

/// <summary>The ways to the services behind other surfaces.</summary>
internal static class SurfaceRoads
{
    /// <summary>Adds an HTTP client that goes where it is told and nowhere else, and reads answers of a bounded size.</summary>
    /// <param name="timeout">Of a whole request; <see cref="Timeout.InfiniteTimeSpan"/> for a caller that sets its own.</param>
    public static void AddSurfaceRoad(this IServiceCollection services, string name, TimeSpan timeout, int mostBytes) => services
        .AddHttpClient(name)
        .ConfigureHttpClient(http =>
        {
            http.Timeout = timeout;
            http.MaxResponseContentBufferSize = mostBytes;
            http.DefaultRequestHeaders.UserAgent.ParseAdd("MovieChat");
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 32,
        })
        .AddHttpMessageHandler(() => new BrokenConnectionHandler())
        // Its lines hold tokens and secrets, and addresses that are secrets.
        .RemoveAllLoggers();
}
