using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MovieChat.Core;

/// <summary>Signs what the service gives away and takes back, such as the address of a link: HMAC-SHA256 in base64url.</summary>
public static class Signature
{
    /// <param name="key">32 bytes.</param>
    /// <param name="text">What is signed, and what for: no two purposes may sign the same text.</param>
    /// <param name="bytes">How many bytes of the 32 are shown.</param>
    public static string Of(ReadOnlySpan<byte> key, string text, int bytes = HMACSHA256.HashSizeInBytes) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));

    /// <summary>Whether a signature is the right one. Takes as long for a wrong one.</summary>
    public static bool AreSame(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));
}
