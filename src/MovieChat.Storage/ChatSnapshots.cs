using Azure;
using Azure.Storage.Blobs;
using MovieChat.Core.Chatting;

namespace MovieChat.Storage;

/// <summary>Snapshots of chats: a cache of the fold, safe to delete. A blob <c>{project}/chats/{chat}.json</c> each.</summary>
/// <remarks>The last one written stays, whichever it is: the transcript's tail is read after it.</remarks>
public sealed class ChatSnapshots(StorageClients clients)
{
    /// <summary>Raised whenever an older snapshot would fold to something else; what has another format is folded anew.</summary>
    public const int Format = 1;

    private static readonly SnapshotJson<ChatSession> s_json = new(Format, "session", ChatJson.Readable.ChatSession);

    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);

    /// <summary>Null when there is none, or none that this version can read.</summary>
    public async Task<ChatSession?> ReadAsync(ChatAddress chat, CancellationToken ct)
    {
        try
        {
            return s_json.Read((await Blob(chat).DownloadContentAsync(ct)).Value.Content) is { } read && read.Id == chat.Chat && read.Project == chat.Project ? read : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(ChatSession session, CancellationToken ct) => Blob(new(session.Project, session.Id)).UploadAsync(s_json.Write(session), overwrite: true, ct);

    public Task DeleteAsync(ChatAddress chat, CancellationToken ct) => Blob(chat).DeleteIfExistsAsync(cancellationToken: ct);

    private BlobClient Blob(ChatAddress chat) => _blobs.GetBlobClient($"{StorageKeys.Id(chat.Project)}/chats/{StorageKeys.Id(chat.Chat)}.json");
}
