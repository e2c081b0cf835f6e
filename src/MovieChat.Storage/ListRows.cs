using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>Writes rows of lists that others add, refresh and delete at the same time.</summary>
internal static class ListRows
{
    /// <summary>Adds a row. One that is there already stays as it is.</summary>
    /// <returns>False when there was one.</returns>
    public static async Task<bool> AddUnlessThereAsync(this TableClient table, TableEntity row, CancellationToken ct)
    {
        try
        {
            await table.AddEntityAsync(row, ct);
            return true;
        }
        catch (RequestFailedException there) when (there.ErrorCode == StorageKeys.Taken)
        {
            return false;
        }
    }

    /// <summary>Brings a row up to date; what it does not name of it stays. The last one wins.</summary>
    /// <returns>False when there is none: it was deleted.</returns>
    public static async Task<bool> MergeIfThereAsync(this TableClient table, TableEntity row, CancellationToken ct)
    {
        try
        {
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, ct);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }
}
