using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace MovieChat.Storage;

/// <summary>What came from another surface and is still to be answered: stored before it is acknowledged, so that nothing of it is lost.</summary>
/// <remarks>Table <c>Inbox</c>, one partition: a row for each, by the hash of its surface and id, so that what is sent twice is taken once.
/// What is done stays for <see cref="Kept"/>.</remarks>
public sealed class InboxTable(StorageClients clients)
{
    private const string Partition = "inbox", Surface = "Surface", Body = "Body", IsDone = "IsDone", At = "At";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.InboxTable);
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);
    private readonly LargeText _texts = new(clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer));

    /// <summary>So long what was done is remembered, so that it is not taken again.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(2);

    /// <summary>Stores what came.</summary>
    /// <param name="id">By which its sender sends it again.</param>
    /// <returns>The key by which it is found, and whether it is there for the first time.</returns>
    public async Task<(string Key, bool IsNew)> AddAsync(string surface, string id, string body, DateTimeOffset at, CancellationToken ct)
    {
        var key = StorageKeys.Hash($"{surface}\n{id}");
        var row = new TableEntity(Partition, key) { [Surface] = surface, [IsDone] = false, [At] = StoredRow.Time(at) };
        await _texts.PutAsync(row, Body, body, TextsOf(key), ct);
        StorageLimits.Check(_table.Name, row);
        return (key, await _table.AddUnlessThereAsync(row, ct));
    }

    /// <returns>Null when there is none of that key, or it was done.</returns>
    public async Task<InboxItem?> FindAsync(string key, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, StorageKeys.Id(key), cancellationToken: ct);
        if (!found.HasValue || found.Value!.GetBoolean(IsDone) is true) return null;
        var row = new StoredRow(_table.Name, found.Value);
        return new(row.RowKey, row.Text(Surface), await _texts.GetAsync(row, Body, ct), row.Time(At));
    }

    /// <summary>It was answered.</summary>
    public Task DoneAsync(string key, CancellationToken ct) =>
        _table.MergeIfThereAsync(new TableEntity(Partition, StorageKeys.Id(key)) { [IsDone] = true, [Body] = "" }, ct);

    /// <summary>The keys of what is still to be answered.</summary>
    public IAsyncEnumerable<string> ListAsync(CancellationToken ct) => KeysAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and IsDone eq {false}"), ct);

    /// <summary>The keys of what was done long ago.</summary>
    public IAsyncEnumerable<string> OldAsync(DateTimeOffset now, CancellationToken ct) =>
        KeysAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and IsDone eq {true} and At lt {StoredRow.Time((now - Kept).ToUniversalTime())}"), ct);

    /// <summary>Forgets what was done, with its text. What came twice at once may have left a text that its row does not name.</summary>
    public async Task ForgetAsync(string key, CancellationToken ct)
    {
        await _container.DeleteFolderAsync(TextsOf(key), ct);
        await _table.DeleteEntityAsync(Partition, StorageKeys.Id(key), ETag.All, ct);
    }

    private IAsyncEnumerable<string> KeysAsync(string filter, CancellationToken ct) => _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: ct).Select(row => row.RowKey);

    private static string TextsOf(string key) => $"inbox/{StorageKeys.Id(key)}-";
}

/// <param name="Surface">By which it came.</param>
/// <param name="Body">What the surface made of the request, in its own form.</param>
public sealed record InboxItem(string Key, string Surface, string Body, DateTimeOffset At);
