using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>Drafts and tips with their text, immutable, each stored before the event that names it. A project is a partition.</summary>
/// <remarks>A draft's row is <c>{document}|{hash of its project and origin}</c>, a round of tips' <c>{document}~{number}.{project}</c>.</remarks>
public sealed class DraftTable(StorageClients clients)
{
    private const string Content = "Content";

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.DraftTable);
    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);
    private readonly LargeText _texts = new(clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer));

    /// <summary>Stores a draft. When its document and origin have one already, the first stays and is given back.</summary>
    public Task<StoredDraft> AddAsync(string project, StoredDraft draft, CancellationToken ct) =>
        AddAsync(project, DraftRow(project, draft.Document, draft.Draft.Origin), draft, StorageJson.Of<StoredDraft>(), ct);

    /// <param name="project">The draft's home: the project, or the one it was forked from.</param>
    /// <param name="origin">As in <see cref="DraftKey.Origin"/>.</param>
    public Task<StoredDraft?> FindAsync(string project, DocumentId document, string origin, CancellationToken ct) =>
        FindAsync(project, DraftRow(project, document, origin), StorageJson.Of<StoredDraft>(), ct);

    /// <summary>Stores tips. When the document has some of that number already, the first stay and are given back.</summary>
    public Task<StoredTips> AddTipsAsync(string project, StoredTips tips, CancellationToken ct) =>
        AddAsync(project, TipsRow(project, tips.Document, tips.Number), tips, StorageJson.Of<StoredTips>(), ct);

    public Task<StoredTips?> FindTipsAsync(string project, DocumentId document, int number, CancellationToken ct) =>
        FindAsync(project, TipsRow(project, document, number), StorageJson.Of<StoredTips>(), ct);

    /// <summary>Deletes every draft and all tips of a project. Can be repeated when it was interrupted.</summary>
    public async Task DeleteAllAsync(string project, CancellationToken ct)
    {
        await _table.DeletePartitionAsync(StorageKeys.Id(project), ct);
        await _blobs.DeleteFolderAsync(Folder(project), ct);
    }

    private async Task<T> AddAsync<T>(string project, string key, T value, JsonTypeInfo<T> type, CancellationToken ct) where T : class
    {
        var row = new TableEntity(StorageKeys.Id(project), key);
        await _texts.PutAsync(row, Content, JsonSerializer.Serialize(value, type), Folder(project), ct);
        StorageLimits.Check(_table.Name, row);
        try
        {
            await _table.AddEntityAsync(row, ct);
            return value;
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == StorageKeys.Taken)
        {
            return await FindAsync(project, key, type, ct)
                ?? throw new InvalidOperationException($"The drafts of project '{project}' are being deleted while '{key}' is stored.", taken);
        }
    }

    private async Task<T?> FindAsync<T>(string project, string key, JsonTypeInfo<T> type, CancellationToken ct) where T : class
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(project), key, cancellationToken: ct);
        if (!found.HasValue) return null;
        var row = new StoredRow(_table.Name, found.Value!);
        return row.Json(Content, await _texts.GetAsync(row, Content, ct), type);
    }

    private static string Folder(string project) => $"{project}/drafts/";

    private static string DraftRow(string project, DocumentId document, string origin) => $"{document}|{StorageKeys.Hash($"{project}\n{origin}")}";

    private static string TipsRow(string project, DocumentId document, int number) => $"{document}~{number}.{project}";
}
