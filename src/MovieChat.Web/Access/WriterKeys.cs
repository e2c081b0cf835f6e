using System.Buffers.Text;
using System.Security.Cryptography;

namespace MovieChat.Web.Access;

/// <summary>The keys of further writers: <c>mc_</c> and 32 random bytes in base64url.</summary>
internal static class WriterKeys
{
    private const string Prefix = "mc_";
    private const int Bytes = 32;
    private const int Length = 46;

    public static string New() => Of(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The key that a retry of the same request gets again.</summary>
    public static string Derived(OwnerKey owner, string idempotencyKey) => Of(owner.Derive($"writer-key\n{idempotencyKey}"));

    /// <summary>Whether a text can be a key at all, so that nothing else is looked up.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length == Length && key.StartsWith(Prefix, StringComparison.Ordinal) && key.AsSpan(Prefix.Length).IndexOfAnyExcept(Alphabet) < 0;

    private static System.Buffers.SearchValues<char> Alphabet { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static string Of(byte[] bytes) => Prefix + Base64Url.EncodeToString(bytes);
}
