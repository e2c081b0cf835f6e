using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace MovieChat.Web.Pages;

/// <summary>The built studio, which the assembly carries: whichever head serves it needs no folder beside it.</summary>
internal sealed class StudioFiles
{
    /// <summary>What the names of the resources begin with; see the project file.</summary>
    private const string Prefix = "studio/";

    private const string Packed = ".br";

    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, StudioFile> _files = Read();

    /// <summary>The page: the only file without a hash of its content in its name.</summary>
    public StudioFile Page => _files["index.html"];

    public StudioFile? Find(string path) => _files.GetValueOrDefault(path);

    private static FrozenDictionary<string, StudioFile> Read()
    {
        var assembly = typeof(StudioFiles).Assembly;
        var found = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Bytes(assembly, name));
        return found.Where(file => !file.Key.EndsWith(Packed, StringComparison.Ordinal)).ToFrozenDictionary(
            file => file.Key,
            file => new StudioFile(s_types[Path.GetExtension(file.Key)], file.Value, found.GetValueOrDefault(file.Key + Packed), $"\"{Convert.ToHexStringLower(SHA256.HashData(file.Value).AsSpan(0, 12))}\""));
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <param name="Type">The media type.</param>
/// <param name="Packed">The same, compressed by Brotli; null where that is not worth while.</param>
/// <param name="Tag">The ETag.</param>
internal sealed record StudioFile(string Type, byte[] Bytes, byte[]? Packed, string Tag);
