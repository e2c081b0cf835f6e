using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MovieChat.Storage;

/// <summary>The content of a snapshot: <c>{"format": …, "{name}": …}</c>.</summary>
/// <param name="format">What has another format is not read.</param>
internal sealed class SnapshotJson<T>(int format, string name, JsonTypeInfo<T> type) where T : class
{
    public BinaryData Write(T value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", format);
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, type);
            writer.WriteEndObject();
        }

        return BinaryData.FromBytes(stream.ToArray());
    }

    /// <summary>Null when this version can not read it.</summary>
    public T? Read(BinaryData content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return json.RootElement.GetProperty("format").GetInt32() == format ? json.RootElement.GetProperty(name).Deserialize(type) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
