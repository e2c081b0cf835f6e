using Azure;
using Azure.Data.Tables;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>One line of a writer's list of projects. Refreshed after the fact: the project itself is the truth.</summary>
/// <param name="Awaiting">How many documents await the writer.</param>
public sealed record ProjectListing(
    string Owner, string Id, string Title, ProjectStatus Status, int Awaiting, long Revision, DateTimeOffset StartedAt, DateTimeOffset ChangedAt)
{
    public static ProjectListing Of(WritingProject project)
    {
        var graph = new FilmGraph(project);
        return new(project.Owner, project.Id, project.Title, project.Status(graph), graph.Awaiting.Count(), project.Revision, project.StartedAt, project.ChangedAt);
    }
}

/// <summary>What a listed project's film is about: its approved idea.</summary>
public sealed record ListedIdea(string Title, string Logline);

/// <summary>Who owns which projects. A writer is a partition.</summary>
public sealed class ProjectTable(StorageClients clients)
{
    public const int MostListed = 1000;

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.ProjectTable);

    /// <summary>Adds a project to its owner's list. When it is there already, it stays as it is.</summary>
    public Task AddAsync(ProjectListing listing, CancellationToken ct) => _table.AddUnlessThereAsync(Write(listing), ct);

    /// <summary>Brings a listed project up to date; what this version does not know of it stays. The last refresh wins.</summary>
    /// <returns>False when it is not listed: it was deleted.</returns>
    public Task<bool> RefreshAsync(ProjectListing listing, CancellationToken ct) => _table.MergeIfThereAsync(Write(listing), ct);

    /// <summary>Brings a listed project up to date, or adds it, unless a later revision is listed already: where several refresh at once, in
    /// whatever order, the latest stays.</summary>
    public async Task ForwardAsync(ProjectListing listing, CancellationToken ct)
    {
        while (true)
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(listing.Owner), StorageKeys.Id(listing.Id), cancellationToken: ct);
            if (found.HasValue && Read(found.Value!).Revision >= listing.Revision) return;
            try
            {
                if (found.HasValue) await _table.UpdateEntityAsync(Write(listing), found.Value!.ETag, TableUpdateMode.Merge, ct);
                else await _table.AddEntityAsync(Write(listing), ct);
                return;
            }
            catch (RequestFailedException faster) when (faster.Status is 404 or 409 or 412)
            {
                // Somebody else refreshed, added or removed it in between: look again.
            }
        }
    }

    /// <summary>Notes what a listed project's film is about. A project that is not listed, as one that was deleted, stays unlisted.</summary>
    public Task NoteIdeaAsync(string owner, string id, ListedIdea idea, CancellationToken ct) => _table.MergeIfThereAsync(
        new(StorageKeys.Id(owner), StorageKeys.Id(id)) { [IdeaTitle] = Cut(idea.Title), [IdeaLogline] = Cut(idea.Logline) }, ct);

    /// <summary>What the latest of a writer's films are about, the newest first.</summary>
    /// <param name="except">A project that is left out.</param>
    public async Task<IReadOnlyList<ListedIdea>> IdeasAsync(string owner, string except, int most, CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.Id(owner)} and IdeaLogline gt {""}");
        string[] columns = ["PartitionKey", "RowKey", nameof(ProjectListing.StartedAt), IdeaTitle, IdeaLogline];
        var rows = await _table.QueryAsync<TableEntity>(filter, MostListed, columns, ct).Take(MostListed).ToListAsync(ct);
        return
        [
            .. rows.Where(row => row.RowKey != StorageKeys.Id(except))
                .Select(row => (Started: new StoredRow(_table.Name, row).Time(nameof(ProjectListing.StartedAt)), Idea: new ListedIdea(row.GetString(IdeaTitle) ?? "", row.GetString(IdeaLogline) ?? "")))
                .OrderByDescending(row => row.Started)
                .Take(most)
                .Select(row => row.Idea),
        ];
    }

    private const string IdeaTitle = "IdeaTitle", IdeaLogline = "IdeaLogline";

    /// <summary>A logline may be as long as a page; a list needs no more than its beginning.</summary>
    private static string Cut(string text) => text.Length > 600 ? text[..600] : text;

    public async Task<ProjectListing?> FindAsync(string owner, string id, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(owner), StorageKeys.Id(id), cancellationToken: ct);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>A page of a writer's projects in the order of their ids, which never change: no project is listed twice or passed over,
    /// whatever happens between two pages.</summary>
    /// <param name="limit">1 to <see cref="MostListed"/>.</param>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<ProjectListing>> ListAsync(string owner, int limit, string? after, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostListed);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.Id(owner)} and RowKey gt {after ?? ""}");
        return await _table.QueryAsync<TableEntity>(filter, limit, cancellationToken: ct).Take(limit).Select(Read).ToListAsync(ct);
    }

    public Task DeleteAsync(string owner, string id, CancellationToken ct) =>
        _table.DeleteEntityAsync(StorageKeys.Id(owner), StorageKeys.Id(id), ETag.All, ct);

    private static TableEntity Write(ProjectListing listing) => new(StorageKeys.Id(listing.Owner), StorageKeys.Id(listing.Id))
    {
        [nameof(listing.Title)] = listing.Title,
        [nameof(listing.Status)] = listing.Status.ToString(),
        [nameof(listing.Awaiting)] = listing.Awaiting,
        [nameof(listing.Revision)] = listing.Revision,
        [nameof(listing.StartedAt)] = StoredRow.Time(listing.StartedAt),
        [nameof(listing.ChangedAt)] = StoredRow.Time(listing.ChangedAt),
    };

    private ProjectListing Read(TableEntity entity)
    {
        var row = new StoredRow(_table.Name, entity);
        return new(
            entity.PartitionKey,
            entity.RowKey,
            row.Text(nameof(ProjectListing.Title)),
            Enum.TryParse<ProjectStatus>(row.Text(nameof(ProjectListing.Status)), out var status) ? status : throw row.Fault(nameof(ProjectListing.Status)),
            (int)row.Number(nameof(ProjectListing.Awaiting)),
            row.Number(nameof(ProjectListing.Revision)),
            row.Time(nameof(ProjectListing.StartedAt)),
            row.Time(nameof(ProjectListing.ChangedAt)));
    }
}
