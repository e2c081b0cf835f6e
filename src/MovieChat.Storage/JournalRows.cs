using System.Text.Json;
using Azure.Data.Tables;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>Entries of a journal as rows, and back.</summary>
internal sealed class JournalRows(LargeText texts)
{
    public const string Sequence = "Sequence";

    /// <summary>Most events of a row: reading from the middle of the journal looks back by this many sequences for the row to begin with.</summary>
    public const int MostEvents = 16;

    private const string At = "At";
    private const string By = "By";
    private const string Cause = "Cause";
    private const string Event = "Event";
    private const string Document = "Document";
    private const string Number = "Number";
    private const string Origin = "Origin";
    private const string Home = "Home";

    public static string Folder(string project) => $"{project}/journal/";

    /// <summary>The rows of one transaction, the events first, in their order. Large events are stored in blobs on the way.</summary>
    public async Task<IReadOnlyList<TableEntity>> WriteAsync(string project, IReadOnlyList<JournalEntry> entries, bool isOneOff, CancellationToken ct)
    {
        var rows = new List<TableEntity>();
        foreach (var together in Rows(entries)) rows.Add(await EventsRowAsync(project, together, ct));
        if (!isOneOff) rows.AddRange(entries.Where(entry => entry.By != WritingProject.Service).DistinctBy(entry => entry.Cause).Select(entry => CommandRow(project, entry)));
        rows.AddRange(entries.SelectMany(entry => MarkRows(project, entry)));
        return rows;
    }

    /// <summary>The row's events after sequence <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadEntriesAsync(StoredRow row, long after, CancellationToken ct)
    {
        var json = await texts.GetAsync(row, Event, ct);
        var (first, at, by, cause) = (row.Number(Sequence), row.Time(At), row.Text(By), row.Text(Cause));
        try
        {
            return [.. Read(row, json).Select((each, index) => new JournalEntry(first + index, at, by, cause, each)).Where(entry => entry.Sequence > after)];
        }
        catch (JsonException fault)
        {
            throw StoredValueException.From(fault, StorageSetup.JournalTable, row.Key);
        }
        catch (NotSupportedException)
        {
            // So the reader says that an event lacks its type.
            throw row.Fault(Event);
        }
    }

    public static DraftMark ReadMark(StoredRow row) =>
        new(row.Document(Document), (int)row.Number(Number), row.Text(Origin), row.TextOrNull(Home), row.Number(Sequence));

    public static bool IsEvent(TableEntity row) => char.IsAsciiDigit(row.RowKey[0]);

    public static bool IsCommand(TableEntity row) => row.RowKey.StartsWith("command-", StringComparison.Ordinal);

    /// <summary>Whether what is stored is what <paramref name="own"/> was to store.</summary>
    public static bool IsSame(StoredRow stored, TableEntity own)
    {
        string[] properties = [Cause, By, At, Event, Event + LargeText.Suffix];
        return properties.All(property => stored.TextOrNull(property) == own.GetString(property));
    }

    /// <summary>What one command made shares a row.</summary>
    private static IEnumerable<IReadOnlyList<JournalEntry>> Rows(IReadOnlyList<JournalEntry> entries)
    {
        var row = new List<JournalEntry>();
        foreach (var entry in entries)
        {
            if (row.Count == MostEvents || (row.Count > 0 && (row[0].At, row[0].By, row[0].Cause) != (entry.At, entry.By, entry.Cause)))
            {
                yield return row;
                row = [];
            }

            row.Add(entry);
        }

        yield return row;
    }

    private async Task<TableEntity> EventsRowAsync(string project, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var key = StorageKeys.Sequence(project, entries[0].Sequence);
        var row = new TableEntity(project, key)
        {
            [Sequence] = entries[0].Sequence,
            [At] = StoredRow.Time(entries[0].At),
            [By] = entries[0].By,
            [Cause] = entries[0].Cause,
        };
        await texts.PutAsync(row, Event, Json(entries), $"{Folder(project)}{entries[0].Sequence:D19}-", ct);
        return row;
    }

    /// <summary>One event is stored as an object, several as an array.</summary>
    private static string Json(IReadOnlyList<JournalEntry> entries) => entries is [var only]
        ? JsonSerializer.Serialize(only.Event, JourneyJson.Readable.ProjectEvent)
        : JsonSerializer.Serialize([.. entries.Select(entry => entry.Event)], JourneyJson.Readable.ProjectEventArray);

    private static ProjectEvent[] Read(StoredRow row, string json)
    {
        ProjectEvent?[]? read = json.StartsWith('[')
            ? JsonSerializer.Deserialize(json, JourneyJson.Readable.ProjectEventArray)
            : [JsonSerializer.Deserialize(json, JourneyJson.Readable.ProjectEvent)];
        return read is null or [] || read.Contains(null) ? throw row.Fault(Event) : [.. read.OfType<ProjectEvent>()];
    }

    private static TableEntity CommandRow(string project, JournalEntry entry) =>
        new(project, StorageKeys.Command(entry.Cause)) { [Sequence] = entry.Sequence };

    /// <summary>A row for every draft that an event brings.</summary>
    private static IEnumerable<TableEntity> MarkRows(string project, JournalEntry entry) => entry.Event switch
    {
        DraftReceived received => [MarkRow(project, entry.Sequence, received.Document, received.Draft)],
        DocumentsBrought brought => brought.Drafts.Select(each => MarkRow(project, entry.Sequence, each.Key, each.Value)),
        ScriptImported { IsMarked: true } imported => imported.Drafts.Select(each => MarkRow(project, entry.Sequence, each.Key, each.Value)),
        _ => [],
    };

    private static TableEntity MarkRow(string project, long sequence, DocumentId document, Draft draft)
    {
        if (draft.Number is < 0 or > JournalTable.MostDraftNumber) throw new StorageLimitException($"'{document}' can not have a draft {draft.Number}.");
        return new(project, StorageKeys.Draft(project, document, draft.Number))
        {
            [Document] = document.ToString(),
            [Number] = draft.Number,
            [Origin] = draft.Origin,
            [Home] = draft.Home,
            [Sequence] = sequence,
        };
    }
}
