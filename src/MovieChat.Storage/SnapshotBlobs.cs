using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>Snapshots of projects: a cache of the fold, safe to delete. A blob <c>{project}/snapshot.json</c> each.</summary>
public sealed class SnapshotBlobs(StorageClients clients)
{
    /// <summary>Raised whenever an older snapshot would fold to something else; what has another format is folded anew.</summary>
    public const int Format = 3;

    private const string Revision = "revision";

    private static readonly SnapshotJson<WritingProject> s_json = new(Format, "project", JourneyJson.Readable.WritingProject);

    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);

    /// <summary>Null when there is none, or none that this version can read.</summary>
    public async Task<WritingProject?> ReadAsync(string project, CancellationToken ct)
    {
        try
        {
            var content = (await Blob(project).DownloadContentAsync(ct)).Value.Content;
            return s_json.Read(content) is { } read && read.Id == project ? read : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Stores a snapshot, unless a newer one is there.</summary>
    public async Task WriteAsync(WritingProject project, CancellationToken ct)
    {
        var blob = Blob(project.Id);
        var (stored, conditions) = await StoredAsync(blob, ct);
        if (stored >= project.Revision) return;
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            HttpHeaders = new() { ContentType = "application/json" },
            Metadata = new Dictionary<string, string> { [Revision] = project.Revision.ToString(CultureInfo.InvariantCulture), ["format"] = $"{Format}" },
        };
        try
        {
            await blob.UploadAsync(s_json.Write(project), options, ct);
        }
        catch (RequestFailedException faster) when (faster.Status is 409 or 412)
        {
            // Somebody stored one in between. Either serves: the journal's tail is read after whichever it is.
        }
    }

    public Task DeleteAsync(string project, CancellationToken ct) => Blob(project).DeleteIfExistsAsync(cancellationToken: ct);

    private BlobClient Blob(string project) => _blobs.GetBlobClient($"{StorageKeys.Id(project)}/snapshot.json");

    /// <summary>The revision of the snapshot that is there, 0 when it is of no use, and the condition that it still is.</summary>
    private static async Task<(long Revision, BlobRequestConditions Conditions)> StoredAsync(BlobClient blob, CancellationToken ct)
    {
        try
        {
            var found = (await blob.GetPropertiesAsync(cancellationToken: ct)).Value;
            var usable = found.Metadata.TryGetValue("format", out var format) && format == $"{Format}";
            var revision = usable && found.Metadata.TryGetValue(Revision, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
            return (revision, new() { IfMatch = found.ETag });
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (0, new() { IfNoneMatch = ETag.All });
        }
    }
}
