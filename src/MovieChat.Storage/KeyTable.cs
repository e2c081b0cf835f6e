using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>A writer's key, without the key.</summary>
/// <param name="Id">The first 16 hex digits of the key's hash.</param>
/// <param name="Writer">The id of the writer who shows it.</param>
/// <param name="Name">What the owner calls it.</param>
public sealed record WriterKey(string Id, string Writer, string Name, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

/// <summary>The keys of the writers, by SHA-256: the keys themselves are nowhere stored. They must be random, or a hash would not hide them.</summary>
public sealed class KeyTable(StorageClients clients)
{
    private const string Partition = "keys";
    private const int IdLength = 16;

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.KeyTable);

    /// <summary>Stores a new key's hash.</summary>
    /// <exception cref="InvalidOperationException">The key is stored already.</exception>
    public async Task<WriterKey> AddAsync(string key, string writer, string name, DateTimeOffset at, CancellationToken ct)
    {
        var row = new TableEntity(Partition, HashOf(key))
        {
            [nameof(WriterKey.Writer)] = StorageKeys.Id(writer),
            [nameof(WriterKey.Name)] = name,
            [nameof(WriterKey.CreatedAt)] = StoredRow.Time(at),
        };
        try
        {
            await _table.AddEntityAsync(row, ct);
            return Read(row);
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == StorageKeys.Taken)
        {
            throw new InvalidOperationException("This key is stored already: make another one.", taken);
        }
    }

    /// <summary>Whose key this is; null when it is nobody's, or was revoked.</summary>
    public Task<WriterKey?> FindByKeyAsync(string key, CancellationToken ct) => FindByHashAsync(HashOf(key), ct);

    /// <summary>What is stored of a key: its SHA-256 in hex.</summary>
    public static string HashOf(string key) => StorageKeys.Hash(key);

    /// <summary>Whose key has this hash; null when nobody's has, or it was revoked.</summary>
    /// <param name="hash">As <see cref="HashOf"/> tells.</param>
    public async Task<WriterKey?> FindByHashAsync(string hash, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: ct);
        return found.HasValue && Read(found.Value!) is { RevokedAt: null } valid ? valid : null;
    }

    /// <summary>Whether a writer has a key that opens anything.</summary>
    public async Task<bool> HasKeyAsync(string writer, CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Writer eq {writer}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: ct).AnyAsync(row => Read(row).RevokedAt is null, ct);
    }

    /// <summary>All keys, revoked ones too, in the order of their ids, read page by page.</summary>
    public async IAsyncEnumerable<WriterKey> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: ct)) yield return Read(row);
    }

    /// <summary>Ends a key's use.</summary>
    /// <returns>The revoked key, with the time it was first revoked; null when there is none of that id.</returns>
    public async Task<WriterKey?> RevokeAsync(string id, DateTimeOffset at, CancellationToken ct)
    {
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower)) return null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {id} and RowKey lt {id + "g"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: ct))
        {
            if (Read(row) is { RevokedAt: not null } revoked) return revoked;
            var change = new TableEntity(row.PartitionKey, row.RowKey) { [nameof(WriterKey.RevokedAt)] = StoredRow.Time(at) };
            await _table.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, ct);
            return Read(row) with { RevokedAt = at };
        }

        return null;
    }

    private WriterKey Read(TableEntity entity)
    {
        var row = new StoredRow(_table.Name, entity);
        return new(
            entity.RowKey[..Math.Min(IdLength, entity.RowKey.Length)],
            row.Text(nameof(WriterKey.Writer)),
            row.Text(nameof(WriterKey.Name)),
            row.Time(nameof(WriterKey.CreatedAt)),
            row.TimeOrNull(nameof(WriterKey.RevokedAt)));
    }
}
