using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>Values of a project in the table <c>Notices</c>, as JSON, a row each.</summary>
internal sealed class NoticeRows(StorageClients clients)
{
    private const string Value = "Value";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.NoticeTable);

    /// <param name="key">Without the project.</param>
    public static TableEntity Row<T>(string project, string key, T value) => new(StorageKeys.Id(project), $"{key}.{project}") { [Value] = JsonSerializer.Serialize(value, StorageJson.Of<T>()) };

    /// <summary>Adds rows of one project: all of them, or none when one is there already.</summary>
    /// <returns>Whether they were added.</returns>
    public async Task<bool> AddAsync(IReadOnlyList<TableEntity> rows, CancellationToken ct)
    {
        StorageLimits.Check(_table.Name, rows);
        try
        {
            await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), ct);
            return true;
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == StorageKeys.Taken)
        {
            return false;
        }
    }

    public Task PutAsync(TableEntity row, CancellationToken ct) => _table.UpsertEntityAsync(row, TableUpdateMode.Replace, ct);

    /// <returns>What the next change must name; null when there is no such row, or it is another than <paramref name="tag"/> names.</returns>
    public async Task<ETag?> ReplaceAsync(TableEntity row, ETag tag, CancellationToken ct)
    {
        try
        {
            return (await _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, ct)).Headers.ETag;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Changes a value as it is stored now: of two changes at once neither is lost.</summary>
    /// <param name="change">May be called again.</param>
    /// <returns>As it is then; null when there is none any more.</returns>
    public async Task<T?> ChangeAsync<T>(string project, string key, Func<T, T> change, CancellationToken ct) where T : class
    {
        while (await FindWithTagAsync<T>(project, key, ct) is { } found)
        {
            var changed = change(found.Value);
            if (changed.Equals(found.Value) || await ReplaceAsync(Row(project, key, changed), found.Tag, ct) is not null) return changed;
        }

        return null;
    }

    public Task DeleteAsync(string project, string key, CancellationToken ct) => _table.DeleteEntityAsync(StorageKeys.Id(project), $"{key}.{project}", ETag.All, ct);

    public Task DeleteAllAsync(string project, CancellationToken ct) => _table.DeletePartitionAsync(StorageKeys.Id(project), ct);

    public async Task<T?> FindAsync<T>(string project, string key, CancellationToken ct) where T : class => (await FindWithTagAsync<T>(project, key, ct))?.Value;

    public async Task<(T Value, ETag Tag)?> FindWithTagAsync<T>(string project, string key, CancellationToken ct) where T : class
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(project), $"{key}.{project}", cancellationToken: ct);
        return found.HasValue ? (Read<T>(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>The values whose keys begin with <paramref name="prefix"/>, in the order of their keys, read page by page.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(string project, string prefix, [EnumeratorCancellation] CancellationToken ct) where T : class
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(Filter(project, prefix), cancellationToken: ct)) yield return Read<T>(row);
    }

    public async IAsyncEnumerable<string> KeysAsync(string project, string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(Filter(project, prefix), select: ["RowKey"], cancellationToken: ct)) yield return KeyOf(row, project);
    }

    private static string KeyOf(TableEntity row, string project) => row.RowKey[..^(project.Length + 1)];

    /// <summary>Keys are ASCII: <c>~</c> comes after every other letter in them.</summary>
    private static string Filter(string project, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.Id(project)} and RowKey ge {prefix} and RowKey lt {prefix + "~"}");

    private T Read<T>(TableEntity entity) where T : class
    {
        var row = new StoredRow(_table.Name, entity);
        return row.Json(Value, row.Text(Value), StorageJson.Of<T>());
    }
}
