using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Notices;

namespace MovieChat.Workflows.Notices.Webhooks;

/// <summary>Webhooks, exactly as Standard Webhooks has them (https://www.standardwebhooks.com). <see cref="Subscription.Target"/> is the address.</summary>
internal sealed class WebhookChannel(IHttpClientFactory clients, WebhookRoad road, TimeProvider clock) : INoticeChannel
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Client = "webhook";

    /// <summary>Standard Webhooks recommends 15 to 30 seconds.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(20);

    public string Kind => Subscription.Webhook;

    public bool KeepsPosts => false;

    public IReadOnlyList<string> UsualEvents => NoticeTypes.All;

    public string? WhyNot(string target) => !Uri.TryCreate(target, UriKind.Absolute, out var address) ? "A target is an address such as https://example.com/hooks/film." : road.WhyNot(address);

    public Task<Delivery> UpdateAsync(Subscription subscription, Post post, Card card, CancellationToken cancellationToken) => Task.FromResult<Delivery>(new Delivery.Delivered());

    public Task<Delivery> SendAsync(Subscription subscription, Telling telling, CancellationToken cancellationToken) =>
        SendAsync(subscription, IdOf(subscription, telling.Notice.Entry.Sequence), Encoding.UTF8.GetString(WebhookBody.Of(telling)), cancellationToken);

    /// <summary>The id of an event to a subscription: the same in every attempt, so that receivers tell repetitions.</summary>
    private static string IdOf(Subscription subscription, long sequence) => $"msg_{subscription.Project}_{subscription.Id}_{sequence}";

    private async Task<Delivery> SendAsync(Subscription subscription, string id, string body, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(subscription.Target, UriKind.Absolute, out var address)) return new Delivery.Failed("Its address can not be read.");
        if (road.WhyNot(address) is { } refusal) return new Delivery.Failed(refusal);
        var now = clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{now.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", WebhookSecrets.Sign(subscription.Secrets, id, now, body));
        request.Headers.UserAgent.ParseAdd("MovieChat");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Timeout);
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return Read(response);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            return new Delivery.Failed(failed.InnerException is ForbiddenAddressException forbidden ? forbidden.Message : $"'{address.IdnHost}' can not be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery.Failed($"'{address.IdnHost}' did not answer within {Timeout.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>What the answer's body says is nobody's business, and is not read.</summary>
    private Delivery Read(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new Delivery.Delivered(),
        410 => new Delivery.Gone("It answered 410: it wants to be told nothing any more."),
        >= 300 and < 400 => new Delivery.Failed($"It answered {(int)response.StatusCode}, and redirects are not followed: subscribe with the address that it leads to."),
        _ => new Delivery.Failed($"It answered {(int)response.StatusCode}.", RetryAfter.Of(response, clock.GetUtcNow(), RetryPlan.LongestAsked)),
    };
}

internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookChannel.Client)
            .ConfigureHttpClient(http => http.Timeout = System.Threading.Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<WebhookRoad>().Handler())
            .AddHttpMessageHandler(() => new BrokenConnectionHandler())
            // Its lines hold the addresses, and in them may be what only the receiver is to know.
            .RemoveAllLoggers();
        return services.AddSingleton<WebhookRoad>().AddSingleton(provider => new WebhookTargets(provider.GetRequiredService<WebhookRoad>())).AddSingleton<INoticeChannel, WebhookChannel>();
    }
}
