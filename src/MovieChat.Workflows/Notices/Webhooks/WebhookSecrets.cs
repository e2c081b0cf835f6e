using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using StandardWebhooks;

namespace MovieChat.Workflows.Notices.Webhooks;

/// <summary>The secrets that webhooks are signed with (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).</summary>
public static class WebhookSecrets
{
    private const string Prefix = "whsec_";

    /// <summary>Fewest and most bytes of a secret, by the specification.</summary>
    private const int LeastBytes = 24, MostBytes = 64;

    /// <summary>So long the secret before signs as well, once there is a new one.</summary>
    public static TimeSpan Overlap { get; } = TimeSpan.FromHours(24);

    /// <summary>The secret of some bytes, 24 to 64 that nobody else can know.</summary>
    public static string Of(byte[] bytes) => Prefix + Convert.ToBase64String(bytes);

    /// <summary>Whether a text is a secret of 24 to 64 bytes.</summary>
    public static bool IsPossible(string text)
    {
        var bytes = new byte[MostBytes + 3];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length <= Prefix.Length + 88
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var count) && count is >= LeastBytes and <= MostBytes;
    }

    /// <summary>The secrets with a new one: the one before signs for <see cref="Overlap"/>, those before it no more.</summary>
    public static ValueList<SigningSecret> Rotated(ValueList<SigningSecret> secrets, string next, DateTimeOffset now) =>
        [new(next, null), .. secrets.Take(1).Select(secret => secret with { Until = now + Overlap })];

    /// <summary>The signatures of a message with every live secret, the newest first, as the header takes them.</summary>
    /// <param name="body">The very text that is sent.</param>
    public static string Sign(IEnumerable<SigningSecret> secrets, string id, DateTimeOffset at, string body) =>
        string.Join(' ', secrets.Where(secret => secret.IsLive(at)).Select(secret => new StandardWebhook(secret.Text).Sign(id, at, body)));
}
