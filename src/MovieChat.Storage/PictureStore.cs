using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MovieChat.Core.Film;
using MovieChat.Core.Picturing;

namespace MovieChat.Storage;

/// <summary>Pictures, each stored once by the hash of its bytes however many projects have it: blobs <c>pictures/{hash}</c> and
/// <c>pictures/{hash}.thumbnail</c>.</summary>
/// <remarks>Table <c>Pictures</c> says who has which, twice: project / hash, to be found and removed by, and hash / project, to know by when
/// nobody has it any more. Whoever adds a picture writes both rows before it looks for the blob, and touches a blob that is there; whoever
/// removes one deletes the blob only if nobody has touched it since it looked at the rows. So none that somebody has is lost.</remarks>
public sealed class PictureStore(StorageClients clients)
{
    private const string ThumbnailSuffix = ".thumbnail", ThumbnailType = "image/jpeg", Touched = "touched";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.PictureTable);
    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.PictureContainer);

    /// <summary>Stores a picture for a project, before anything names it. Doing it again changes nothing.</summary>
    public async Task AddAsync(string project, SoundPicture picture, CancellationToken ct)
    {
        var row = new TableEntity(StorageKeys.Id(project), PictureRow(project, picture.Hash))
        {
            [nameof(StoredPicture.MediaType)] = picture.MediaType,
            [nameof(StoredPicture.Width)] = picture.Width,
            [nameof(StoredPicture.Height)] = picture.Height,
            [nameof(StoredPicture.Length)] = (long)picture.Bytes.Length,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, ct);
        await _table.UpsertEntityAsync(new TableEntity(picture.Hash, OwnerRow(picture.Hash, project)), TableUpdateMode.Replace, ct);
        while (!await UploadAsync(picture, ct) && !await TouchAsync(picture.Hash, ct))
        {
            // It went between the two: it is stored anew.
        }
    }

    /// <summary>What <paramref name="project"/> has under that hash; null when it has no such picture.</summary>
    public async Task<StoredPicture?> FindAsync(string project, string hash, CancellationToken ct)
    {
        if (!Pictures.IsHash(hash)) return null;
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(project), PictureRow(project, hash), cancellationToken: ct);
        if (!found.HasValue) return null;
        var row = new StoredRow(_table.Name, found.Value!);
        return new(hash, row.Text(nameof(StoredPicture.MediaType)), (int)row.Number(nameof(StoredPicture.Width)), (int)row.Number(nameof(StoredPicture.Height)), row.Number(nameof(StoredPicture.Length)));
    }

    /// <summary>The bytes of a picture that a project has.</summary>
    /// <exception cref="StoredValueException">They are missing, or are not what was stored.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(string hash, CancellationToken ct)
    {
        try
        {
            var bytes = (await _blobs.GetBlobClient(hash).DownloadContentAsync(ct)).Value.Content.ToMemory();
            return SoundPicture.HashOf(bytes.Span) == hash ? bytes : throw new StoredValueException(_blobs.Name, hash, "it is not what was stored");
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new StoredValueException(_blobs.Name, hash, "it is missing");
        }
    }

    /// <summary>The bytes of a picture that a project has, as they are read.</summary>
    /// <exception cref="StoredValueException">They are missing.</exception>
    public async Task<Stream> OpenAsync(string hash, CancellationToken ct)
    {
        try
        {
            return (await _blobs.GetBlobClient(hash).DownloadStreamingAsync(cancellationToken: ct)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new StoredValueException(_blobs.Name, hash, "it is missing");
        }
    }

    /// <summary>A small JPEG of a picture that a project has.</summary>
    /// <exception cref="StoredValueException">The picture is missing.</exception>
    public async Task<ReadOnlyMemory<byte>> ThumbnailAsync(string hash, CancellationToken ct)
    {
        try
        {
            return (await _blobs.GetBlobClient(hash + ThumbnailSuffix).DownloadContentAsync(ct)).Value.Content.ToMemory();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Somebody removed the picture while somebody else stored it.
            return PictureReader.Read(await ReadAsync(hash, ct)).Thumbnail;
        }
    }

    /// <summary>Takes all pictures from a project; those that no other has are deleted. Can be repeated when it was interrupted.</summary>
    public async Task DeleteAllAsync(string project, CancellationToken ct)
    {
        var rows = _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.Id(project)}"), select: ["PartitionKey", "RowKey"], cancellationToken: ct);
        await foreach (var row in rows)
        {
            var hash = row.RowKey.Split('.')[0];
            await _table.DeleteEntityAsync(hash, OwnerRow(hash, project), ETag.All, ct);
            while (!await DeleteUnownedAsync(hash, ct))
            {
                // Somebody stored it again meanwhile: it is looked at once more.
            }

            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, ct);
        }
    }

    /// <returns>Whether it is stored now; false when it was there before.</returns>
    private async Task<bool> UploadAsync(SoundPicture picture, CancellationToken ct)
    {
        var thumbnail = new BlobUploadOptions { HttpHeaders = new() { ContentType = ThumbnailType } };
        await _blobs.GetBlobClient(picture.Hash + ThumbnailSuffix).UploadAsync(new BinaryData(picture.Thumbnail), thumbnail, ct);
        try
        {
            var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = picture.MediaType }, Conditions = new() { IfNoneMatch = ETag.All } };
            await _blobs.GetBlobClient(picture.Hash).UploadAsync(new BinaryData(picture.Bytes), options, ct);
            return true;
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <returns>Whether it is there.</returns>
    private async Task<bool> TouchAsync(string hash, CancellationToken ct)
    {
        try
        {
            await _blobs.GetBlobClient(hash).SetMetadataAsync(new Dictionary<string, string> { [Touched] = Guid.NewGuid().ToString("N") }, cancellationToken: ct);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }

    /// <returns>Whether it is settled: somebody has it, or it is gone.</returns>
    private async Task<bool> DeleteUnownedAsync(string hash, CancellationToken ct)
    {
        try
        {
            var seen = (await _blobs.GetBlobClient(hash).GetPropertiesAsync(cancellationToken: ct)).Value.ETag;
            if (await HasOwnerAsync(hash, ct)) return true;
            await _blobs.GetBlobClient(hash).DeleteAsync(conditions: new() { IfMatch = seen }, cancellationToken: ct);
            await _blobs.GetBlobClient(hash + ThumbnailSuffix).DeleteIfExistsAsync(cancellationToken: ct);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return true;
        }
        catch (RequestFailedException touched) when (touched.Status == 412)
        {
            return false;
        }
    }

    private async Task<bool> HasOwnerAsync(string hash, CancellationToken ct)
    {
        var owners = _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {hash}"), maxPerPage: 1, ["RowKey"], ct);
        await foreach (var _ in owners) return true;
        return false;
    }

    private static string PictureRow(string project, string hash) => $"{hash}.{project}";

    private static string OwnerRow(string hash, string project) => $"{project}.{hash}";
}

/// <param name="Length">In bytes.</param>
public sealed record StoredPicture(string Hash, string MediaType, int Width, int Height, long Length);
