using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>One line of a project's list of chats. Refreshed after the fact: the chat itself is the truth.</summary>
/// <param name="Revision">0 while the chat has not begun.</param>
public sealed record ChatListing(string Project, string Id, string Title, DocumentId? Focus, long Messages, long Revision, DateTimeOffset StartedAt, DateTimeOffset ChangedAt)
{
    public static ChatListing Of(ChatSession session) =>
        new(session.Project, session.Id, session.Title, session.Focus, session.Messages, session.Revision, session.StartedAt, session.ChangedAt);
}

/// <summary>Which chats a project has. A project is a partition.</summary>
/// <remarks>A chat is listed before its first event is appended, and taken from the list after all else of it is gone: so that no transcript is left
/// behind by a crash.</remarks>
public sealed class ChatTable(StorageClients clients)
{
    private const int PageSize = 1000;

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.ChatTable);

    /// <summary>Notes that a chat is about to begin. One that is listed already stays as it is.</summary>
    public Task AnnounceAsync(ChatAddress chat, DateTimeOffset at, CancellationToken ct) => _table.AddUnlessThereAsync(Write(new(chat.Project, chat.Chat, "", null, 0, 0, at, at)), ct);

    /// <summary>Brings a listed chat up to date. The last refresh wins.</summary>
    /// <returns>False when it is not listed: it was deleted.</returns>
    public Task<bool> RefreshAsync(ChatListing listing, CancellationToken ct) => _table.MergeIfThereAsync(Write(listing), ct);

    /// <summary>A project's chats in the order of their ids, those that have not begun among them, read page by page.</summary>
    public async IAsyncEnumerable<ChatListing> ListAsync(string project, string? after, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.Id(project)} and RowKey gt {after ?? ""}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, PageSize, cancellationToken: ct)) yield return Read(row);
    }

    public Task DeleteAsync(ChatAddress chat, CancellationToken ct) => _table.DeleteEntityAsync(StorageKeys.Id(chat.Project), StorageKeys.Id(chat.Chat), ETag.All, ct);

    private static TableEntity Write(ChatListing listing) => new(StorageKeys.Id(listing.Project), StorageKeys.Id(listing.Id))
    {
        [nameof(listing.Title)] = listing.Title,
        [nameof(listing.Focus)] = listing.Focus?.ToString() ?? "",
        [nameof(listing.Messages)] = listing.Messages,
        [nameof(listing.Revision)] = listing.Revision,
        [nameof(listing.StartedAt)] = StoredRow.Time(listing.StartedAt),
        [nameof(listing.ChangedAt)] = StoredRow.Time(listing.ChangedAt),
    };

    private ChatListing Read(TableEntity entity)
    {
        var row = new StoredRow(_table.Name, entity);
        return new(
            entity.PartitionKey,
            entity.RowKey,
            row.Text(nameof(ChatListing.Title)),
            row.Text(nameof(ChatListing.Focus)) is { Length: > 0 } ? row.Document(nameof(ChatListing.Focus)) : null,
            row.Number(nameof(ChatListing.Messages)),
            row.Number(nameof(ChatListing.Revision)),
            row.Time(nameof(ChatListing.StartedAt)),
            row.Time(nameof(ChatListing.ChangedAt)));
    }
}
