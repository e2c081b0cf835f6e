using System.Security.Cryptography;

namespace MovieChat.Core.Picturing;

/// <summary>A picture that was decoded within the limits of <see cref="Film.Pictures"/>.</summary>
/// <param name="Hash">The SHA-256 of the bytes.</param>
/// <param name="Thumbnail">The picture as a JPEG of at most <see cref="PictureReader.ThumbnailSide"/> pixels on a side.</param>
public sealed record SoundPicture(string Hash, string MediaType, int Width, int Height, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Thumbnail)
{
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Bytes that are no picture, or none that may be used.</summary>
/// <param name="message">What is wrong, and what would be right, without quoting the bytes.</param>
public sealed class UnsoundPictureException(string message) : Exception(message);
