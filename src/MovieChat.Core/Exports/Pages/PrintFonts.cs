using System.Collections.Concurrent;

namespace MovieChat.Core.Exports.Pages;

/// <summary>The fonts in the assembly. Each is read once, when a film first needs it.</summary>
internal static class PrintFonts
{
    private static readonly ConcurrentDictionary<string, Lazy<FontFile>> Files = new();

    /// <param name="name">Its file's, without the ending.</param>
    public static Lazy<FontFile> Lazily(string name) => Files.GetOrAdd(name, static each => new Lazy<FontFile>(() => Read(each)));

    public static FontFile Named(string name) => Lazily(name).Value;

    private static FontFile Read(string name)
    {
        using var stream = typeof(PrintFonts).Assembly.GetManifestResourceStream($"Fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"Fonts/{name}.ttf is not in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new FontFile(name, data);
    }
}
