using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MovieChat.Storage;

/// <summary>Scripts that writers sent, byte for byte: a blob <c>{project}/imports/{import}</c> each. They never change.</summary>
public sealed class ImportBlobs(StorageClients clients)
{
    private const string Format = "format", Title = "title", At = "at", Length = "length";

    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);

    /// <summary>Stores a script. When the project has one of that id already, the first stays.</summary>
    public async Task AddAsync(string project, StoredImport import, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>
            {
                [Format] = import.Format,
                // What is sent as a header is ASCII.
                [Title] = Uri.EscapeDataString(import.Title),
                [At] = import.At.ToString("O", CultureInfo.InvariantCulture),
                [Length] = bytes.Length.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            await Blob(project, import.Id).UploadAsync(BinaryData.FromBytes(bytes), options, ct);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // A repetition.
        }
    }

    /// <summary>A script and what is known of it; null when the project has none of that id.</summary>
    /// <exception cref="StoredValueException">It can not be read.</exception>
    public async Task<(StoredImport Import, ReadOnlyMemory<byte> Bytes)?> ReadAsync(string project, string import, CancellationToken ct)
    {
        try
        {
            var found = (await Blob(project, import).DownloadContentAsync(ct)).Value;
            return (Read(project, import, found.Details.Metadata), found.Content.ToMemory());
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>All scripts of a project, by id.</summary>
    /// <exception cref="StoredValueException">One can not be read.</exception>
    public async IAsyncEnumerable<StoredImport> ListAsync(string project, [EnumeratorCancellation] CancellationToken ct)
    {
        var folder = Folder(project);
        await foreach (var blob in _blobs.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder, ct)) yield return Read(project, blob.Name[folder.Length..], blob.Metadata);
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(string project, string import, CancellationToken ct) => await Blob(project, import).DeleteIfExistsAsync(cancellationToken: ct);

    /// <summary>Deletes all of a project's. Can be repeated when it was interrupted.</summary>
    public Task DeleteAllAsync(string project, CancellationToken ct) => _blobs.DeleteFolderAsync(Folder(project), ct);

    private static StoredImport Read(string project, string import, IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Format, out var format)
        && metadata.TryGetValue(Title, out var title)
        && metadata.TryGetValue(At, out var at)
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && metadata.TryGetValue(Length, out var length)
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new(import, format, Uri.UnescapeDataString(title), time, bytes)
            : throw new StoredValueException(StorageSetup.ProjectContainer, $"{Folder(project)}{import}", "what is known of it is missing or is not what it should be");

    private BlobClient Blob(string project, string import) => _blobs.GetBlobClient(Folder(project) + StorageKeys.Id(import));

    private static string Folder(string project) => $"{StorageKeys.Id(project)}/imports/";
}

/// <param name="Format"><c>fountain</c> or <c>fdx</c>.</param>
/// <param name="Title">From its title page; empty without one.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Length">In bytes.</param>
public sealed record StoredImport(string Id, string Format, string Title, DateTimeOffset At, long Length);
