using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>The projects that may owe work, so that a start costs what is owed and not what waits.</summary>
/// <remarks>A project is marked before it can owe and unmarked once it owes nothing: a mark too many costs one look, a mark too few would
/// leave work undone.</remarks>
public sealed class ActiveTable(StorageClients clients)
{
    private const string Partition = "active";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.ActiveTable);

    /// <summary>Marks a project. Twice is harmless.</summary>
    public Task MarkAsync(string project, CancellationToken ct) =>
        _table.UpsertEntityAsync(new TableEntity(Partition, StorageKeys.Id(project)), TableUpdateMode.Merge, ct);

    /// <summary>Takes the mark away, if there is one.</summary>
    public Task UnmarkAsync(string project, CancellationToken ct) => _table.DeleteEntityAsync(Partition, StorageKeys.Id(project), ETag.All, ct);

    /// <summary>The ids of the marked projects, read page by page.</summary>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: ct)) yield return row.RowKey;
    }
}
