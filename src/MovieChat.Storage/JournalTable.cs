using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>The journals of all projects: the truth. Append only; a project is a partition, an event a row.</summary>
/// <remarks>
/// A row of events (<c>0000000000000000007.{project}</c>, the sequence of its first in 19 digits) holds what one command made. Two that append at once
/// both know the journal up to the end of some command, so that their rows have the same key and storage lets one of them in.
/// Beside the events a partition holds, written in the same transaction, <c>command-{hash}</c> for each idempotency key, so that none
/// counts twice however old it is, <c>draft-{document}@{number}.{project}</c> for each draft, and <c>fork-{project}</c> for each fork that reads its drafts.
/// </remarks>
public sealed class JournalTable(StorageClients clients)
{
    /// <summary>A draft's highest number: six digits in its row's key.</summary>
    public const int MostDraftNumber = 999_999;

    private const int PageSize = 200;

    /// <summary>Azurite looks at every row of a table to answer a range, and finds a row by its key at once: there a journal is followed row by
    /// row. In Azure each row would be a round trip.</summary>
    private readonly int _rowsFollowed = clients.IsEmulator ? PageSize : 1;

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.JournalTable);
    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);
    private readonly JournalRows _rows = new(new(clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer)));

    /// <summary>Appends what one command made: all of it or nothing.</summary>
    /// <param name="entries">One or more, with consecutive sequences.</param>
    /// <param name="isOneOff">Whether nobody can send the command again later, so that its id need not be remembered.</param>
    /// <remarks>When the answer to an earlier attempt of this very append was lost, its rows are recognised as <see cref="Append.Appended"/>.</remarks>
    /// <exception cref="StorageLimitException">The entries do not fit one transaction (100 rows, 4 MiB). Nothing was stored.</exception>
    public async Task<Append> AppendAsync(string project, IReadOnlyList<JournalEntry> entries, bool isOneOff, CancellationToken ct)
    {
        CheckConsecutive(entries);
        var rows = await _rows.WriteAsync(StorageKeys.Id(project), entries, isOneOff, ct);
        StorageLimits.Check(_table.Name, rows);
        try
        {
            await AddAsync(rows, ct);
            return new Append.Appended();
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == StorageKeys.Taken)
        {
            return await WhyTakenAsync(rows, ct) ?? throw new InvalidOperationException(
                $"Events {entries[0].Sequence} to {entries[^1].Sequence} of project '{project}' bring a draft whose number another one has.", taken);
        }
    }

    /// <summary>The events after sequence <paramref name="after"/>, oldest first, read page by page.</summary>
    /// <exception cref="StoredValueException">An event can not be read.</exception>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(string project, long after, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in RowsAsync(project, Before(project, after + 1), StorageKeys.AfterDigits, ct))
        {
            foreach (var entry in await _rows.ReadEntriesAsync(row, after, ct)) yield return entry;
        }
    }

    /// <summary>One event; null when the journal does not reach so far. Its row is the last of those that begin at or before it.</summary>
    /// <exception cref="StoredValueException">The event can not be read.</exception>
    public async Task<JournalEntry?> FindAsync(string project, long sequence, CancellationToken ct)
    {
        var key = StorageKeys.Sequence(project, sequence);
        var row = await FindAsync(project, key, ct) ?? await RowsAsync(project, Before(project, sequence), key, ct).LastOrDefaultAsync(ct);
        return row is null ? null : (await _rows.ReadEntriesAsync(row, sequence - 1, ct)).FirstOrDefault(entry => entry.Sequence == sequence);
    }

    /// <summary>Whether the journal has its first event: not before a project begins, and no more once it was removed.</summary>
    public async Task<bool> HasBegunAsync(string project, CancellationToken ct) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(project), StorageKeys.Sequence(project, 1), ["PartitionKey"], ct)).HasValue;

    /// <summary>The events after <paramref name="end"/>, oldest first: nothing but one look when there are none.</summary>
    /// <param name="end">The last sequence of some command, as that of every project that was read or decided; 0 for all events.</param>
    /// <exception cref="StoredValueException">An event can not be read.</exception>
    public async IAsyncEnumerable<JournalEntry> FollowAsync(string project, long end, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var followed = 0; followed < _rowsFollowed; followed++)
        {
            if (await FindAsync(project, StorageKeys.Sequence(project, end + 1), ct) is not { } row) yield break;
            foreach (var entry in await _rows.ReadEntriesAsync(row, end, ct))
            {
                yield return entry;
                end = entry.Sequence;
            }
        }

        await foreach (var entry in ReadAsync(project, end, ct)) yield return entry;
    }

    /// <summary>The sequence of the first event that a writer's command made; null when it never counted.</summary>
    public async Task<long?> SequenceOfAsync(string project, string commandId, CancellationToken ct) =>
        (await FindAsync(project, StorageKeys.Command(commandId), ct))?.Number(JournalRows.Sequence);

    public async Task<DraftMark?> DraftAsync(string project, DocumentId document, int number, CancellationToken ct) =>
        await FindAsync(project, StorageKeys.Draft(project, document, number), ct) is { } row ? JournalRows.ReadMark(row) : null;

    /// <summary>The drafts of a document with numbers above <paramref name="after"/>, by number, read page by page.</summary>
    public async IAsyncEnumerable<DraftMark> DraftsAsync(
        string project, DocumentId document, int after, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = StorageKeys.Drafts(document) + StorageKeys.AfterDigits;
        await foreach (var row in RowsAsync(project, StorageKeys.Draft(project, document, after), end, ct)) yield return JournalRows.ReadMark(row);
    }

    /// <summary>Remembers that <paramref name="fork"/> reads drafts of <paramref name="project"/>. Twice is harmless.</summary>
    public Task AddForkAsync(string project, string fork, CancellationToken ct) =>
        _table.UpsertEntityAsync(new TableEntity(StorageKeys.Id(project), StorageKeys.Fork(fork)), TableUpdateMode.Merge, ct);

    public Task RemoveForkAsync(string project, string fork, CancellationToken ct) =>
        _table.DeleteEntityAsync(StorageKeys.Id(project), StorageKeys.Fork(fork), ETag.All, ct);

    /// <summary>The projects that read its drafts, or were about to when they were marked.</summary>
    public async IAsyncEnumerable<string> ForksAsync(string project, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in RowsAsync(project, "fork-", "fork.", ct)) yield return row.RowKey["fork-".Length..];
    }

    /// <summary>Deletes the journal and its blobs. Can be repeated when it was interrupted.</summary>
    public async Task DeleteAsync(string project, CancellationToken ct)
    {
        await _table.DeletePartitionAsync(StorageKeys.Id(project), ct);
        await _blobs.DeleteFolderAsync(JournalRows.Folder(project), ct);
    }

    /// <summary>A row alone is sent as such: a transaction costs storage more.</summary>
    private Task AddAsync(IReadOnlyList<TableEntity> rows, CancellationToken ct) => rows is [var only]
        ? _table.AddEntityAsync(only, ct)
        : _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), ct);

    private async Task<Append?> WhyTakenAsync(IReadOnlyList<TableEntity> rows, CancellationToken ct)
    {
        var project = rows[0].PartitionKey;
        var first = await FindAsync(project, rows[0].RowKey, ct);
        if (first is not null && JournalRows.IsSame(first, rows[0])) return new Append.Appended();
        foreach (var row in rows.Where(JournalRows.IsCommand))
        {
            if (await FindAsync(project, row.RowKey, ct) is { } counted) return new Append.AlreadyAppended(counted.Number(JournalRows.Sequence));
        }

        foreach (var row in rows.Where(JournalRows.IsEvent))
        {
            if (await FindAsync(project, row.RowKey, ct) is not null) return new Append.SequenceTaken();
        }

        return null;
    }

    private async Task<StoredRow?> FindAsync(string project, string key, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id(project), key, cancellationToken: ct);
        return found.HasValue ? new(_table.Name, found.Value!) : null;
    }

    /// <summary>A key before that of the row which holds event <paramref name="sequence"/>.</summary>
    private static string Before(string project, long sequence) => StorageKeys.Sequence(project, Math.Max(0, sequence - JournalRows.MostEvents));

    /// <summary>The rows between two keys, both left out.</summary>
    private async IAsyncEnumerable<StoredRow> RowsAsync(string project, string after, string before, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.Id(project)} and RowKey gt {after} and RowKey lt {before}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, PageSize, cancellationToken: ct)) yield return new(_table.Name, row);
    }

    private static void CheckConsecutive(IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0) throw new ArgumentException("There is nothing to append.", nameof(entries));
        if (entries.Where((entry, index) => entry.Sequence != entries[0].Sequence + index).Any() || entries[0].Sequence < 1)
        {
            throw new ArgumentException("Entries are appended with consecutive sequences from 1.", nameof(entries));
        }
    }
}
