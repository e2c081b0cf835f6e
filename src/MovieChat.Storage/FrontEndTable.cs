using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>Who is who on other surfaces, and what is open where.</summary>
/// <remarks>Table <c>FrontEnds</c>, a partition <c>{surface}:{realm}</c> for each team or tenant: <c>writer-{hash of the user}</c>, <c>place-{hash of the conversation}</c>;
/// and a partition <c>used</c> for what may be used once.</remarks>
public sealed class FrontEndTable(StorageClients clients)
{
    private const string Value = "Value", Used = "used", At = "At", Surface = "Surface", Realm = "Realm", Name = "Name", Writers = "writer-";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.FrontEndTable);

    /// <summary>The writer as whom a user of a surface speaks; null when nobody bound them.</summary>
    public async Task<string?> FindWriterAsync(string surface, string realm, string user, CancellationToken ct) =>
        await FindAsync(Partition(surface, realm), UserKey(user), ct) is { } row ? row.Text(Value) : null;

    /// <summary>Binds a user to a writer, in place of the writer they were bound to before.</summary>
    /// <param name="name">What the user is called on the surface.</param>
    public async Task<Binding> BindAsync(string surface, string realm, string user, string name, string writer, DateTimeOffset at, CancellationToken ct)
    {
        var row = new TableEntity(Partition(surface, realm), UserKey(user)) { [Value] = StorageKeys.Id(writer), [At] = StoredRow.Time(at), [Surface] = surface, [Realm] = realm, [Name] = name };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, ct);
        return Read(row);
    }

    public Task UnbindAsync(string surface, string realm, string user, CancellationToken ct) => _table.DeleteEntityAsync(Partition(surface, realm), UserKey(user), ETag.All, ct);

    /// <summary>Who a writer is on other surfaces. Reads the whole table: it is asked for by hand alone.</summary>
    public IAsyncEnumerable<Binding> ListBindingsAsync(string writer, CancellationToken ct) => BindingsAsync(writer, ct).Select(Read);

    /// <summary>Ends a binding of a writer.</summary>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> UnbindAsync(string writer, string id, CancellationToken ct)
    {
        if (await BindingsAsync(writer, ct).FirstOrDefaultAsync(row => IdOf(row) == id, ct) is not { } found) return false;
        await _table.DeleteEntityAsync(found.PartitionKey, found.RowKey, ETag.All, ct);
        return true;
    }

    /// <summary>What is open in a conversation; null when nothing is.</summary>
    public async Task<OpenPlace?> FindPlaceAsync(string surface, string realm, string conversation, CancellationToken ct) =>
        await FindAsync(Partition(surface, realm), $"place-{StorageKeys.Hash(conversation)}", ct) is { } row
            ? row.Json(Value, row.Text(Value), StorageJson.Of<OpenPlace>())
            : null;

    public Task PutPlaceAsync(string surface, string realm, string conversation, OpenPlace place, DateTimeOffset at, CancellationToken ct) =>
        PutAsync(Partition(surface, realm), $"place-{StorageKeys.Hash(conversation)}", JsonSerializer.Serialize(place, StorageJson.Of<OpenPlace>()), at, ct);

    /// <summary>Uses up what may be used once.</summary>
    /// <returns>False when it was used before.</returns>
    public Task<bool> TryUseAsync(string what, DateTimeOffset at, CancellationToken ct) =>
        _table.AddUnlessThereAsync(new TableEntity(Used, StorageKeys.Hash(what)) { [At] = StoredRow.Time(at) }, ct);

    /// <summary>Whether something was used, without using it.</summary>
    public async Task<bool> IsUsedAsync(string what, CancellationToken ct) => await FindAsync(Used, StorageKeys.Hash(what), ct) is not null;

    private AsyncPageable<TableEntity> BindingsAsync(string writer, CancellationToken ct) =>
        _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {Writers} and RowKey lt {Writers + "~"} and Value eq {writer}"), cancellationToken: ct);

    private Binding Read(TableEntity entity)
    {
        var row = new StoredRow(_table.Name, entity);
        return new(IdOf(entity), row.Text(Surface), row.Text(Realm), row.Text(Name), row.Text(Value), row.Time(At));
    }

    private static string IdOf(TableEntity row) => StorageKeys.Hash($"{row.PartitionKey}\n{row.RowKey}")[..16];

    private static string UserKey(string user) => Writers + StorageKeys.Hash(user);

    private static string Partition(string surface, string realm) => $"{StorageKeys.Id(surface)}:{StorageKeys.Hash(realm)}";

    private Task<Response> PutAsync(string partition, string key, string value, DateTimeOffset at, CancellationToken ct) =>
        _table.UpsertEntityAsync(new TableEntity(partition, key) { [Value] = value, [At] = StoredRow.Time(at) }, TableUpdateMode.Replace, ct);

    private async Task<StoredRow?> FindAsync(string partition, string key, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: ct);
        return found.HasValue ? new(_table.Name, found.Value!) : null;
    }
}

/// <summary>Who a writer is on another surface.</summary>
/// <param name="Id">16 hex digits.</param>
/// <param name="Realm">The team or tenant.</param>
/// <param name="Name">What they are called there.</param>
public sealed record Binding(string Id, string Surface, string Realm, string Name, string Writer, DateTimeOffset At);

/// <summary>What is open in a conversation.</summary>
/// <param name="Chat">The chat that it is; null where none was begun.</param>
/// <param name="Reference">What the surface needs to write there by itself, in its own form.</param>
public sealed record OpenPlace(string? Project, string? Chat = null, string? Reference = null);
