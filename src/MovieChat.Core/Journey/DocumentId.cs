using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MovieChat.Core.Journey;

/// <summary>Names a document of the film: a kind (<c>synopsis</c>), or a kind and the part it is about
/// (<c>profile:mara</c>, <c>dialogue:s3</c>, <c>frame:s3.2</c>).</summary>
/// <remarks>Kinds are 1 to 20 lower-case letters. Keys are 1 to 100 letters, digits, dashes, underscores and dots, so that an id is
/// safe in a URL, a storage key and a file name.</remarks>
[JsonConverter(typeof(DocumentIdConverter))]
public readonly partial record struct DocumentId : IComparable<DocumentId>
{
    public static readonly DocumentId Brief = new("brief");
    public static readonly DocumentId Ideas = new("ideas");
    public static readonly DocumentId Synopsis = new("synopsis");
    public static readonly DocumentId Cast = new("cast");
    public static readonly DocumentId Plot = new("plot");
    public static readonly DocumentId Scenes = new("scenes");

    public static DocumentId Profile(string character) => new("profile", character);

    public static DocumentId Dialogue(string scene) => new("dialogue", scene);

    public DocumentId(string kind, string? key = null)
    {
        Kind = kind;
        Key = key;
    }

    public string Kind { get; }

    /// <summary>The part the document is about; null for a document there is only one of.</summary>
    public string? Key { get; }

    /// <summary>Whether <paramref name="part"/> may stand in a document's id: what a character or a scene may be called by.</summary>
    public static bool IsPartId(string part) => PartPattern().IsMatch(part);

    public static bool TryParse([NotNullWhen(true)] string? text, out DocumentId id)
    {
        id = default;
        var match = IdPattern().Match(text ?? "");
        if (!match.Success) return false;
        id = new(match.Groups["kind"].Value, match.Groups["key"] is { Success: true } key ? key.Value : null);
        return true;
    }

    /// <exception cref="FormatException">The text is no document id.</exception>
    public static DocumentId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a document id such as 'synopsis' or 'profile:mara'.");

    public int CompareTo(DocumentId other) =>
        string.CompareOrdinal(Kind, other.Kind) is var byKind and not 0 ? byKind : string.CompareOrdinal(Key, other.Key);

    public override string ToString() => Key is null ? Kind : $"{Kind}:{Key}";

    [GeneratedRegex(@"\A(?<kind>[a-z]{1,20})(:(?<key>[A-Za-z0-9._-]{1,100}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,39}\z")]
    private static partial Regex PartPattern();
}

internal sealed class DocumentIdConverter : JsonConverter<DocumentId>
{
    public override DocumentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DocumentId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException($"'{reader.GetString()}' is not a document id.");

    public override void Write(Utf8JsonWriter writer, DocumentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
