using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Shared.Surfaces;

/// <summary>A request as Slack sends it.</summary>
internal sealed record SlackRequest(string Path, string ContentType, string Body)
{
    public const string Form = "application/x-www-form-urlencoded", Json = "application/json";

    /// <summary>Another one than the app's to sign with.</summary>
    public string? Secret { get; init; }

    /// <summary>Seconds by which it is older than now.</summary>
    public int Age { get; init; }

    public Func<string, string> Forge { get; init; } = signature => signature;

    public static SlackRequest Event(JsonObject body) => new("/api/slack/events", Json, body.ToJsonString());

    public static SlackRequest Command(IEnumerable<(string, string)> fields) => new("/api/slack/commands", Form, Encoded(fields));

    public static SlackRequest Interaction(JsonObject payload) => new("/api/slack/interactions", Form, Encoded([("payload", payload.ToJsonString())]));

    /// <summary>By the specification, written anew: what signs here is not what checks there.</summary>
    public static string Sign(string secret, string timestamp, string body) =>
        "v0=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"))).ToLowerInvariant();

    /// <summary>Signed at the moment.</summary>
    public HttpRequestMessage Signed(string address, string secret)
    {
        var timestamp = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - Age).ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address + Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) };
        if (ContentType.Length > 0) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", Forge(Sign(Secret ?? secret, timestamp, Body)));
        return request;
    }

    /// <summary>As Slack encodes: spaces as plus signs.</summary>
    private static string Encoded(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
}
