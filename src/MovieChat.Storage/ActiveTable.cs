using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>The projects, or the chats, that may owe work, so that a start costs what is owed and not what waits.</summary>
/// <remarks>A project is marked before it can owe and unmarked once it owes nothing: a mark too many costs one look, a mark too few would
/// leave work undone.</remarks>
/// <param name="partition"><see cref="Projects"/> or <see cref="Chats"/>.</param>
public sealed class ActiveTable(StorageClients clients, string partition = ActiveTable.Projects)
{
    public const string Projects = "active";
    public const string Chats = "chats";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.ActiveTable);

    /// <summary>Marks a project. Twice is harmless.</summary>
    /// <returns>The mark, to take it away by.</returns>
    public async Task<ETag> MarkAsync(string project, CancellationToken ct) =>
        (await _table.UpsertEntityAsync(new TableEntity(partition, StorageKeys.Id(project)), TableUpdateMode.Merge, ct)).Headers.ETag
        ?? throw new InvalidOperationException($"The mark of project '{project}' was stored without an ETag.");

    /// <summary>Takes a mark away. One that was made after <paramref name="mark"/> stays, also when this arrives late: a request whose sender
    /// gave up on it may still be on its way.</summary>
    public async Task UnmarkAsync(string project, ETag mark, CancellationToken ct)
    {
        try
        {
            await _table.DeleteEntityAsync(partition, StorageKeys.Id(project), mark, ct);
        }
        catch (RequestFailedException later) when (later.Status == 412)
        {
        }
    }

    /// <summary>The ids of the marked projects, read page by page.</summary>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: ct)) yield return row.RowKey;
    }
}
