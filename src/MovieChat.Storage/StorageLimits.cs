using System.Text.Json;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>The limits of Azure Tables. Azurite takes more than Azure does, so they are checked before anything is sent.</summary>
/// <remarks>https://learn.microsoft.com/azure/storage/tables/scalability-targets</remarks>
internal static class StorageLimits
{
    /// <summary>UTF-16 bytes of text that stay in a row; more goes to a blob. Azure takes 64 KiB.</summary>
    public const int MostInlineBytes = 32 * 1024;

    public const int MostRows = 100;
    public const int MostPropertyBytes = 64 * 1024;
    public const int MostRowBytes = 1024 * 1024;
    public const int MostTransactionBytes = 4 * 1024 * 1024;

    /// <summary>What a transaction sends beside a row's own JSON: the part's headers, the request line, the keys twice. Rounded up.</summary>
    private const int EnvelopeBytes = 1024;

    /// <exception cref="StorageLimitException">Azure would refuse the transaction.</exception>
    public static void Check(string table, IReadOnlyCollection<TableEntity> rows)
    {
        if (rows.Count > MostRows) throw new StorageLimitException($"{rows.Count} rows at once are too many for table '{table}': a transaction takes {MostRows}.");
        if (rows.Select(row => row.PartitionKey).Distinct().Skip(1).Any())
        {
            throw new StorageLimitException($"The rows for table '{table}' are in several partitions: a transaction takes one.");
        }

        foreach (var row in rows) Check(table, row);
        var sent = rows.Sum(SentBytes);
        if (sent > MostTransactionBytes) throw new StorageLimitException($"{sent} bytes at once are too many for table '{table}': a transaction takes {MostTransactionBytes}.");
    }

    public static void Check(string table, TableEntity row)
    {
        foreach (var (name, value) in row)
        {
            if (value is string text && text.Length * sizeof(char) > MostPropertyBytes)
            {
                throw new StorageLimitException(
                    $"'{name}' of row '{row.RowKey}' has {text.Length * sizeof(char)} bytes and table '{table}' takes {MostPropertyBytes} in a property.");
            }
        }

        var bytes = 4 + row.Sum(property => 8 + (property.Key.Length * sizeof(char)) + ValueBytes(property.Value));
        if (bytes > MostRowBytes) throw new StorageLimitException($"Row '{row.RowKey}' has {bytes} bytes and table '{table}' takes {MostRowBytes} in a row.");
    }

    private static int ValueBytes(object? value) => value is string text ? 4 + (text.Length * sizeof(char)) : 16;

    /// <summary>Text is sent as JSON, in which what is not ASCII takes up to six bytes.</summary>
    private static long SentBytes(TableEntity row) =>
        EnvelopeBytes + row.Sum(property => property.Key.Length + 64L + (property.Value is string text ? JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length : 0));
}
