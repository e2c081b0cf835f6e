using Azure;
using MovieChat.Core.Notices;

namespace MovieChat.Storage;

/// <summary>The approval links of projects: <c>link-{id}.{project}</c> in the project's partition of the table <c>Notices</c>.</summary>
/// <remarks>Whether one was used, the journal knows.</remarks>
public sealed class LinkTable(StorageClients clients)
{
    private readonly NoticeRows _rows = new(clients);

    /// <summary>Stores a link. When the project has one of its id, the first stays and is given back.</summary>
    public async Task<ApprovalLink> AddAsync(ApprovalLink link, CancellationToken ct) =>
        await _rows.AddAsync([NoticeRows.Row(link.Offer.Project, Key(link.Id), link)], ct) ? link : (await FindAsync(link.Offer.Project, link.Id, ct))!;

    public Task<ApprovalLink?> FindAsync(string project, string id, CancellationToken ct) => _rows.FindAsync<ApprovalLink>(project, Key(id), ct);

    /// <summary>A project's links, in the order of their ids.</summary>
    public IAsyncEnumerable<ApprovalLink> ListAsync(string project, CancellationToken ct) => _rows.ListAsync<ApprovalLink>(project, "link-", ct);

    /// <summary>Ends a link's use. Twice is harmless: the first time counts.</summary>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> RevokeAsync(string project, string id, DateTimeOffset at, CancellationToken ct)
    {
        if (await FindAsync(project, id, ct) is not { } link) return false;
        return link.RevokedAt is not null || await _rows.ReplaceAsync(NoticeRows.Row(project, Key(id), link with { RevokedAt = at }), ETag.All, ct) is not null;
    }

    private static string Key(string id) => $"link-{StorageKeys.Id(id)}";
}
