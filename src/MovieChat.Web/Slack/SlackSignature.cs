using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MovieChat.Web.Slack;

/// <summary>How Slack signs what it sends (https://docs.slack.dev/authentication/verifying-requests-from-slack): <c>v0=</c> and the lower-case hex of
/// HMAC-SHA256 over <c>v0:{timestamp}:{raw body}</c>.</summary>
internal static class SlackSignature
{
    public const string SignatureHeader = "X-Slack-Signature", TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>A request may be so much older than the clock, or younger.</summary>
    public static TimeSpan MostSkew { get; } = TimeSpan.FromSeconds(300);

    /// <param name="secrets">Any of them may have signed.</param>
    /// <param name="timestamp">Seconds since 1970, as sent.</param>
    public static bool IsValid(IReadOnlyList<string> secrets, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is not { Length: > 0 and <= 12 } || signature is null) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > (long)MostSkew.TotalSeconds) return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var isValid = false;
        foreach (var secret in secrets) isValid |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Of(secret, timestamp, body)));
        return isValid;
    }

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
