using System.IO.Compression;

namespace MovieChat.Workflows.Exports;

/// <summary>A file of a bundle.</summary>
/// <param name="Name">With folders before it, parted by slashes.</param>
/// <param name="What">What the reader is told that it is; null for one of many, which its folder's line tells.</param>
/// <param name="WriteAsync">Writes it to a stream that takes asynchronous writes only and can not seek.</param>
internal sealed record BundleEntry(string Name, string? What, Func<Stream, CancellationToken, Task> WriteAsync)
{
    private static readonly string[] Compressed = [".png", ".jpg", ".webp", ".pdf"];

    /// <summary>What is compressed already is stored as it is.</summary>
    public CompressionLevel Compression => Compressed.Contains(Path.GetExtension(Name)) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
}
