using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MovieChat.Understudy.Library;

/// <summary>Written material, embedded in this assembly. Apart from the <see cref="Shelf"/>, so that whoever reads one file does not have all of them read.</summary>
internal static class Embedded
{
    /// <param name="name">Of the file, such as <c>Material/names.json</c>.</param>
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The material {name} is not embedded.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The material {name} is empty.");
    }
}
