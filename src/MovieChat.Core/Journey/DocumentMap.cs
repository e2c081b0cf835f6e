using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MovieChat.Core.Journey;

/// <summary>An immutable dictionary by document, in the order of their names, that equals another with the same entries.</summary>
[JsonConverter(typeof(DocumentMapConverter))]
public sealed class DocumentMap<T> : IReadOnlyDictionary<DocumentId, T>, IEquatable<DocumentMap<T>>
{
    public static DocumentMap<T> Empty { get; } = new(ImmutableSortedDictionary<DocumentId, T>.Empty);

    private readonly ImmutableSortedDictionary<DocumentId, T> _entries;

    internal DocumentMap(ImmutableSortedDictionary<DocumentId, T> entries) => _entries = entries;

    public int Count => _entries.Count;

    public IEnumerable<DocumentId> Keys => _entries.Keys;

    public IEnumerable<T> Values => _entries.Values;

    public T this[DocumentId key] => _entries[key];

    public DocumentMap<T> Set(DocumentId key, T value) => new(_entries.SetItem(key, value));

    public bool ContainsKey(DocumentId key) => _entries.ContainsKey(key);

    public bool TryGetValue(DocumentId key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    public bool Equals(DocumentMap<T>? other) => other is not null && _entries.SequenceEqual(other._entries);

    public override bool Equals(object? obj) => Equals(obj as DocumentMap<T>);

    public override int GetHashCode() => _entries.Aggregate(_entries.Count, HashCode.Combine);

    public override string ToString() => $"{{{string.Join(", ", _entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    public IEnumerator<KeyValuePair<DocumentId, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class DocumentMap
{
    public static DocumentMap<T> ToDocumentMap<T>(this IEnumerable<KeyValuePair<DocumentId, T>> entries) =>
        new(entries.ToImmutableSortedDictionary());
}

/// <summary>Reads and writes a <see cref="DocumentMap{T}"/> as a JSON object.</summary>
public sealed class DocumentMapConverter() : GenericConverter(typeof(DocumentMap<>), typeof(Of<>))
{
    private sealed class Of<T> : JsonConverter<DocumentMap<T>>
    {
        public override DocumentMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object.");
            var item = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            var entries = ImmutableSortedDictionary.CreateBuilder<DocumentId, T>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                if (!DocumentId.TryParse(name, out var id)) throw new JsonException($"'{name}' is not a document id.");
                reader.Read();
                entries[id] = JsonSerializer.Deserialize(ref reader, item) ?? throw new JsonException($"'{name}' holds null.");
            }

            return new DocumentMap<T>(entries.ToImmutable());
        }

        public override void Write(Utf8JsonWriter writer, DocumentMap<T> value, JsonSerializerOptions options)
        {
            var item = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            writer.WriteStartObject();
            foreach (var (id, each) in value)
            {
                writer.WritePropertyName(id.ToString());
                JsonSerializer.Serialize(writer, each, item);
            }

            writer.WriteEndObject();
        }
    }
}
