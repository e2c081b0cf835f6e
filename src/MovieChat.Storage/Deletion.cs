using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MovieChat.Storage;

/// <summary>Deletes all that belongs to a project, a page at a time. What is gone already is no error.</summary>
internal static class Deletion
{
    private const int AtOnce = 8;

    public static async Task DeletePartitionAsync(this TableClient table, string partition, CancellationToken ct)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), StorageLimits.MostRows, ["PartitionKey", "RowKey"], ct);
        await foreach (var page in rows.AsPages().WithCancellation(ct))
        {
            if (page.Values.Count > 0) await DeleteAsync(table, page.Values, ct);
        }
    }

    public static Task DeleteFolderAsync(this BlobContainerClient container, string prefix, CancellationToken ct)
    {
        var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, ct);
        return Parallel.ForEachAsync(
            blobs,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (blob, token) => await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: token));
    }

    private static async Task DeleteAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken ct)
    {
        try
        {
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), ct);
        }
        catch (TableTransactionFailedException gone) when (gone.Status == 404)
        {
            foreach (var row in rows) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, ct);
        }
    }
}
