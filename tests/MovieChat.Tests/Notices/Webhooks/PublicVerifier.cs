using System.Text.Json;
using MovieChat.Tests.Node;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Notices.Webhooks;

/// <summary>The npm package <c>standardwebhooks</c>, by those who wrote the specification.</summary>
internal static class PublicVerifier
{
    private static readonly NodePackage s_package = new("Notices/Webhooks/standard-webhooks");

    /// <summary>What it says of requests beside a secret: <c>verified</c>, or why not.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation, params IEnumerable<(string Secret, ReceivedWebhook Webhook)> requests)
    {
        var input = JsonSerializer.Serialize(requests.Select(each => new
        {
            secret = each.Secret,
            headers = each.Webhook.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value),
            body = each.Webhook.Body,
        }));
        return JsonSerializer.Deserialize<string[]>(await s_package.AskAsync("verify.cjs", input, cancellation))!;
    }
}
