using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MovieChat.Core.Chatting;

namespace MovieChat.Storage;

/// <summary>The transcripts of all chats: the truth of a chat. Append only; a chat is a partition, an event a row.</summary>
/// <remarks>
/// A row of an event is <c>0000000000000000007.{chat}</c>, its sequence in 19 digits; two that append at once want the same key, and storage lets one
/// of them in. Beside the events a partition holds <c>turn-{id}.{chat}</c> for each turn, written in the same transaction, so that a message counts once
/// however old it is and a turn is found by its id; and <c>partial.{chat}</c>, what has come so far of the answer being written, which is written over.
/// </remarks>
public sealed class TranscriptTable(StorageClients clients)
{
    private const int PageSize = 200;
    private const int MostRows = StorageLimits.MostRows / 2;

    /// <summary>As in <see cref="JournalTable"/>: an emulator finds a row by its key at once, and a range by looking at every row.</summary>
    private readonly int _rowsFollowed = clients.IsEmulator ? PageSize : 1;

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.MessageTable);
    private readonly BlobContainerClient _blobs = clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer);
    private readonly TranscriptRows _rows = new(new(clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer)));

    /// <summary>Appends what one command made: all of it or nothing.</summary>
    /// <param name="entries">One or more, with consecutive sequences.</param>
    /// <remarks>When the answer to an earlier attempt of this very append was lost, its rows are recognised as <see cref="Append.Appended"/>. A message
    /// whose turn there is already is <see cref="Append.AlreadyAppended"/>.</remarks>
    public async Task<Append> AppendAsync(ChatAddress chat, IReadOnlyList<ChatEntry> entries, CancellationToken ct)
    {
        var actions = await _rows.WriteAsync(chat, entries, ct);
        StorageLimits.Check(_table.Name, [.. actions.Select(action => (TableEntity)action.Entity)]);
        try
        {
            if (actions is [{ ActionType: TableTransactionActionType.Add } only]) await _table.AddEntityAsync((TableEntity)only.Entity, ct);
            else await _table.SubmitTransactionAsync(actions, ct);
            return new Append.Appended();
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == StorageKeys.Taken)
        {
            return await WhyTakenAsync(chat, entries, actions, ct);
        }
    }

    /// <summary>The events after sequence <paramref name="after"/> and before <paramref name="before"/>, oldest first, read page by page.</summary>
    /// <exception cref="StoredValueException">An event can not be read.</exception>
    public async IAsyncEnumerable<ChatEntry> ReadAsync(ChatAddress chat, long after, long before, [EnumeratorCancellation] CancellationToken ct)
    {
        var partition = $"{chat}";
        var end = before == long.MaxValue ? StorageKeys.AfterDigits : StorageKeys.Sequence(partition, before);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {StorageKeys.Sequence(partition, after)} and RowKey lt {end}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, PageSize, cancellationToken: ct)) yield return await _rows.ReadAsync(new(_table.Name, row), ct);
    }

    /// <summary>The events after <paramref name="end"/>, oldest first: nothing but one look when there are none.</summary>
    public async IAsyncEnumerable<ChatEntry> FollowAsync(ChatAddress chat, long end, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var followed = 0; followed < _rowsFollowed; followed++)
        {
            if (await FindAsync(chat, end + 1, ct) is not { } entry) yield break;
            yield return entry;
            end = entry.Sequence;
        }

        await foreach (var entry in ReadAsync(chat, end, long.MaxValue, ct)) yield return entry;
    }

    public async Task<ChatEntry?> FindAsync(ChatAddress chat, long sequence, CancellationToken ct) =>
        await FindRowAsync(chat, StorageKeys.Sequence($"{chat}", sequence), ct) is { } row ? await _rows.ReadAsync(row, ct) : null;

    /// <summary>Where the two messages of a turn stand; null when there is no such turn.</summary>
    public async Task<TurnMark?> FindTurnAsync(ChatAddress chat, string turn, CancellationToken ct) =>
        await FindRowAsync(chat, TranscriptRows.TurnKey(chat, turn), ct) is { } row ? TranscriptRows.ReadTurn(row) : null;

    /// <summary>Keeps what has come so far of an answer, in the place of what was kept before.</summary>
    public async Task PutPartialAsync(ChatAddress chat, PartialAnswer partial, CancellationToken ct)
    {
        var row = await _rows.WriteAsync(chat, partial, ct);
        StorageLimits.Check(_table.Name, row);
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, ct);
    }

    /// <summary>What had come of the answer of <paramref name="turn"/>; null when nothing was kept.</summary>
    public async Task<PartialAnswer?> FindPartialAsync(ChatAddress chat, string turn, CancellationToken ct) =>
        await FindRowAsync(chat, TranscriptRows.PartialKey(chat), ct) is { } row && await _rows.ReadPartialAsync(row, ct) is { } partial && partial.Turn == turn ? partial : null;

    /// <summary>Stores events of another chat under their sequences, before this chat begins with its first one. Can be repeated.</summary>
    public async Task ImportAsync(ChatAddress chat, IReadOnlyList<ChatEntry> entries, CancellationToken ct)
    {
        foreach (var part in entries.Chunk(MostRows))
        {
            var actions = await _rows.WriteAsync(chat, part, ct);
            // A turn's two events may stand in one part: one row tells of both.
            var merged = actions.GroupBy(action => action.Entity.RowKey).Select(group => group.Aggregate((TableEntity)group.First().Entity, Merge));
            await _table.SubmitTransactionAsync(merged.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)), ct);
        }
    }

    /// <summary>Deletes a transcript and its blobs. Can be repeated when it was interrupted.</summary>
    public async Task DeleteAsync(ChatAddress chat, CancellationToken ct)
    {
        await _table.DeletePartitionAsync($"{chat}", ct);
        await _blobs.DeleteFolderAsync(TranscriptRows.Folder(chat), ct);
    }

    private static TableEntity Merge(TableEntity row, TableTransactionAction action)
    {
        foreach (var (name, value) in (TableEntity)action.Entity) row[name] = value;
        return row;
    }

    private async Task<Append> WhyTakenAsync(ChatAddress chat, IReadOnlyList<ChatEntry> entries, IReadOnlyList<TableTransactionAction> actions, CancellationToken ct)
    {
        var own = (TableEntity)actions[0].Entity;
        if (await FindRowAsync(chat, own.RowKey, ct) is { } first && TranscriptRows.IsSame(first, own)) return new Append.Appended();
        foreach (var asked in entries.Select(entry => entry.Event).OfType<MessageAsked>())
        {
            if (await FindTurnAsync(chat, asked.Turn, ct) is { } turn) return new Append.AlreadyAppended(turn.Asked);
        }

        return new Append.SequenceTaken();
    }

    private async Task<StoredRow?> FindRowAsync(ChatAddress chat, string key, CancellationToken ct)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Id($"{chat}"), key, cancellationToken: ct);
        return found.HasValue ? new(_table.Name, found.Value!) : null;
    }
}

/// <param name="Asked">The sequence of the writer's message.</param>
/// <param name="Ended">The sequence of its end; null while there is none.</param>
public sealed record TurnMark(long Asked, long? Ended);

/// <summary>An answer as far as it had come.</summary>
/// <param name="Attempt">Which try at it.</param>
public sealed record PartialAnswer(string Turn, string Attempt, string Text);
