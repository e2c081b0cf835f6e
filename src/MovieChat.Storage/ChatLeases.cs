using Azure;
using Azure.Data.Tables;
using MovieChat.Core.Chatting;

namespace MovieChat.Storage;

/// <summary>Who does what a chat owes, where several processes may: one at a time, for as long as it says so.</summary>
/// <remarks>A row <c>lease.{chat}</c> beside the transcript. A lease keeps work from being done twice; that nothing counts twice is the transcript's to see to.</remarks>
public sealed class ChatLeases(StorageClients clients)
{
    private const string Holder = "Holder", Until = "Until";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.MessageTable);

    /// <summary>Takes the lease, or keeps it for longer.</summary>
    /// <param name="holder">Tells one process from all others.</param>
    /// <returns>False while somebody else has it.</returns>
    public async Task<bool> TryTakeAsync(ChatAddress chat, string holder, DateTimeOffset now, TimeSpan length, CancellationToken ct)
    {
        var own = new TableEntity(StorageKeys.Id($"{chat}"), Key(chat)) { [Holder] = holder, [Until] = StoredRow.Time(now + length) };
        try
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(own.PartitionKey, own.RowKey, cancellationToken: ct);
            if (!found.HasValue)
            {
                await _table.AddEntityAsync(own, ct);
                return true;
            }

            var row = new StoredRow(_table.Name, found.Value!);
            if (row.Text(Holder) != holder && row.Time(Until) > now) return false;
            await _table.UpdateEntityAsync(own, found.Value!.ETag, TableUpdateMode.Replace, ct);
            return true;
        }
        catch (RequestFailedException faster) when (faster.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Gives the lease back. Nobody else's is touched.</summary>
    public async Task ReleaseAsync(ChatAddress chat, string holder, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id($"{chat}"), Key(chat), cancellationToken: ct);
        if (!found.HasValue || found.Value!.GetString(Holder) != holder) return;
        try
        {
            await _table.DeleteEntityAsync(found.Value.PartitionKey, found.Value.RowKey, found.Value.ETag, ct);
        }
        catch (RequestFailedException taken) when (taken.Status == 412)
        {
        }
    }

    private static string Key(ChatAddress chat) => $"lease.{chat}";
}
