using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>A row as it was read: its values, or an exception that names the table and the key.</summary>
internal sealed class StoredRow(string table, TableEntity entity)
{
    public string RowKey => entity.RowKey;

    public Azure.ETag ETag => entity.ETag;

    public string Key => $"{entity.PartitionKey} / {entity.RowKey}";

    public string Text(string name) => TextOrNull(name) ?? throw Fault(name);

    public string? TextOrNull(string name) => Value<string>(name);

    public long Number(string name) => entity.TryGetValue(name, out var value) && value is int number ? number : NumberOrNull(name) ?? throw Fault(name);

    public DateTimeOffset Time(string name) => TimeOrNull(name) ?? throw Fault(name);

    public DateTimeOffset? TimeOrNull(string name)
    {
        if (TextOrNull(name) is not { } text) return null;
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw Fault(name);
    }

    public DocumentId Document(string name) => DocumentId.TryParse(Text(name), out var id) ? id : throw Fault(name);

    /// <summary>What stands in <paramref name="name"/> as JSON.</summary>
    public T Json<T>(string name, string json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Fault(name);
        }
        catch (JsonException fault)
        {
            throw StoredValueException.From(fault, table, Key);
        }
    }

    public StoredValueException Fault(string name) => new(table, Key, $"'{name}' is missing or is not what it should be");

    /// <summary>Times are kept as text: to the tick, and with the offset they were given in.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    public long? NumberOrNull(string name) => entity.TryGetValue(name, out var value) && value is not null ? value as long? ?? throw Fault(name) : null;

    private T? Value<T>(string name) where T : class =>
        entity.TryGetValue(name, out var value) && value is not null ? value as T ?? throw Fault(name) : null;
}
