using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieChat.Core.Writing;

/// <summary>A place in a document's JSON text.</summary>
/// <param name="Start">First byte of the value in UTF-8.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Path">The way to it: a property's name, then 0 or more indices.</param>
public sealed record ContentSpan(int Start, int Length, ValuePath Path);

/// <param name="Property">The document's property.</param>
/// <param name="Index">The item in it, when the part is an item.</param>
public readonly record struct ValuePath(string Property, int? Index);

/// <summary>Changes one place of a document's JSON and leaves every other byte as it was.</summary>
public static class ContentText
{
    private static readonly string[] NamingProperties = ["id", "character", "name", "number", "n"];

    /// <summary>The one value that <paramref name="part"/> names: a property of the document, or an item of one of its lists, by id, name
    /// or number (from 1).</summary>
    /// <returns>Null when nothing is named so.</returns>
    public static ContentSpan? FindPart(string content, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var properties = TopLevel(bytes);
        var property = properties.FirstOrDefault(span => span.Path.Property.Equals(part, StringComparison.OrdinalIgnoreCase));
        if (property is not null) return property;
        var items = properties.SelectMany(span => Items(bytes, span)).ToArray();
        return items.FirstOrDefault(item => Names(bytes, item, part)) ?? ByPlace(items, part);
    }

    /// <summary>The value at <paramref name="span"/>.</summary>
    public static JsonNode? ValueAt(string content, ContentSpan span) =>
        JsonNode.Parse(Encoding.UTF8.GetBytes(content).AsSpan(span.Start, span.Length));

    /// <summary><paramref name="content"/> with <paramref name="value"/> at <paramref name="span"/>.</summary>
    public static string Replace(string content, ContentSpan span, JsonNode? value)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var written = value?.ToJsonString(Relaxed) ?? "null";
        return Splice(bytes, span.Start, span.Length, written);
    }

    /// <summary>At how many places <paramref name="passage"/> stands in the document's texts, those that overlap included.</summary>
    public static int CountPassage(string content, string passage) => Passages(Encoding.UTF8.GetBytes(content), passage).Count;

    /// <summary><paramref name="content"/> with <paramref name="replacement"/> in place of <paramref name="passage"/>.</summary>
    /// <exception cref="ArgumentException">The passage does not stand there exactly once.</exception>
    public static string ReplacePassage(string content, string passage, string replacement)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var found = Passages(bytes, passage);
        if (found.Count != 1) throw new ArgumentException($"The passage stands {found.Count} times in the document, not once.");
        return Splice(bytes, found[0].Start, found[0].Length, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(replacement));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Splice(byte[] bytes, int start, int length, string written) =>
        Encoding.UTF8.GetString(bytes, 0, start) + written + Encoding.UTF8.GetString(bytes, start + length, bytes.Length - start - length);

    private static List<ContentSpan> TopLevel(byte[] bytes)
    {
        var spans = new List<ContentSpan>();
        var reader = new Utf8JsonReader(bytes);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return spans;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            spans.Add(Skip(ref reader, 0, new(name, null)));
        }

        return spans;
    }

    private static List<ContentSpan> Items(byte[] bytes, ContentSpan list)
    {
        var spans = new List<ContentSpan>();
        var reader = new Utf8JsonReader(bytes.AsSpan(list.Start, list.Length));
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return spans;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            spans.Add(Skip(ref reader, list.Start, list.Path with { Index = spans.Count }));
        }

        return spans;
    }

    private static ContentSpan Skip(ref Utf8JsonReader reader, int offset, ValuePath path)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new(offset + start, (int)reader.BytesConsumed - start, path);
    }

    private static bool Names(byte[] bytes, ContentSpan item, string part) =>
        JsonNode.Parse(bytes.AsSpan(item.Start, item.Length)) is JsonObject named
        && NamingProperties.Any(name => named[name]?.ToString().Equals(part, StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>An item by its place, where the document has only one list.</summary>
    private static ContentSpan? ByPlace(ContentSpan[] items, string part) =>
        int.TryParse(part, out var place) && items.DistinctBy(item => item.Path.Property).Count() == 1
            ? items.ElementAtOrDefault(place - 1)
            : null;

    private static List<(int Start, int Length)> Passages(byte[] bytes, string passage)
    {
        var found = new List<(int, int)>();
        if (passage.Length == 0) return found;
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.String) continue;
            var text = reader.GetString()!;
            for (var at = text.IndexOf(passage, StringComparison.Ordinal); at >= 0; at = text.IndexOf(passage, at + 1, StringComparison.Ordinal))
            {
                var offsets = RawOffsets(bytes, (int)reader.TokenStartIndex + 1, text.Length);
                found.Add((offsets[at], offsets[at + passage.Length] - offsets[at]));
            }
        }

        return found;
    }

    /// <summary>For every UTF-16 unit of a JSON string's text, and its end, the byte at which it is written: escapes take two or six bytes.</summary>
    private static int[] RawOffsets(byte[] bytes, int start, int units)
    {
        var offsets = new int[units + 1];
        var at = start;
        for (var unit = 0; unit < units; unit++)
        {
            offsets[unit] = at;
            if (bytes[at] == '\\')
            {
                at += bytes[at + 1] == 'u' ? 6 : 2;
                continue;
            }

            Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var consumed);
            at += consumed;
            if (rune.Utf16SequenceLength == 2) offsets[++unit] = at;
        }

        offsets[units] = at;
        return offsets;
    }
}
