using System.Security.Cryptography;
using System.Text;

namespace MovieChat.Web.Access;

/// <summary>The key of whoever runs the service. The head makes it, or reads it from its settings.</summary>
public sealed class OwnerKey
{
    /// <summary>Fewest characters of an owner key.</summary>
    public const int LeastCharacters = 32;

    private readonly byte[] _key;
    private readonly byte[] _hash;

    /// <exception cref="ArgumentException">The key is too short to be safe, or no header could carry it.</exception>
    public OwnerKey(string key)
    {
        if (!IsPossible(key))
        {
            throw new ArgumentException($"The owner key has {key.Length} characters: give {LeastCharacters} or more, of visible ASCII.", nameof(key));
        }

        _key = Encoding.UTF8.GetBytes(key);
        _hash = SHA256.HashData(_key);
    }

    /// <summary>Whether a key is long enough to be safe, and a header can carry it.</summary>
    public static bool IsPossible(string key) => key.Length >= LeastCharacters && key.All(IsHeaderSafe);

    /// <summary>Takes as long for a wrong key as for the right one.</summary>
    internal bool Is(string key) => CryptographicOperations.FixedTimeEquals(_hash, SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>32 bytes that only who has the owner key can derive from <paramref name="text"/>.</summary>
    internal byte[] Derive(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));

    private static bool IsHeaderSafe(char letter) => letter is > ' ' and < '\x7f';
}
