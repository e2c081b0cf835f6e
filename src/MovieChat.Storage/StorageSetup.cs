namespace MovieChat.Storage;

/// <summary>What must be there before anything is stored.</summary>
public static class StorageSetup
{
    internal const string JournalTable = "Journal";
    internal const string DraftTable = "Drafts";
    internal const string ProjectTable = "Projects";
    internal const string ActiveTable = "Active";
    internal const string DueTable = "Due";
    internal const string KeyTable = "Keys";
    internal const string MessageTable = "Messages";
    internal const string ChatTable = "Chats";
    internal const string PictureTable = "Pictures";
    internal const string NoticeTable = "Notices";
    internal const string FrontEndTable = "FrontEnds";
    internal const string InboxTable = "Inbox";

    /// <summary>The container of everything that belongs to a project: <c>{project}/snapshot.json</c>, <c>{project}/journal/…</c>,
    /// <c>{project}/drafts/…</c>, <c>{project}/chats/…</c>, <c>{project}/imports/…</c>; and of <c>inbox/…</c>.</summary>
    internal const string ProjectContainer = "projects";

    /// <summary>The container of pictures, each by the hash of its bytes.</summary>
    internal const string PictureContainer = "pictures";

    /// <summary>Makes the tables and containers that are missing. Running it again, or twice at once, changes nothing.</summary>
    public static Task CreateAsync(StorageClients clients, CancellationToken ct)
    {
        string[] tables = [JournalTable, DraftTable, ProjectTable, ActiveTable, DueTable, KeyTable, MessageTable, ChatTable, PictureTable, NoticeTable, FrontEndTable, InboxTable];
        return Task.WhenAll(
        [
            .. tables.Select(table => clients.Tables.CreateTableIfNotExistsAsync(table, ct)),
            clients.Blobs.GetBlobContainerClient(ProjectContainer).CreateIfNotExistsAsync(cancellationToken: ct),
            clients.Blobs.GetBlobContainerClient(PictureContainer).CreateIfNotExistsAsync(cancellationToken: ct),
        ]);
    }
}
