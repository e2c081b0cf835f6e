using System.Text.Json;
using Azure.Data.Tables;
using MovieChat.Core.Journey;

namespace MovieChat.Storage;

/// <summary>Entries of a journal as rows, and back.</summary>
internal sealed class JournalRows(LargeText texts)
{
    public const string Sequence = "Sequence";

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
    public async Task<IReadOnlyList<TableEntity>> WriteAsync(string project, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var rows = new List<TableEntity>();
        foreach (var entry in entries) rows.Add(await EntryRowAsync(project, entry, ct));
        rows.AddRange(entries.Where(entry => entry.By != WritingProject.Service).DistinctBy(entry => entry.Cause).Select(entry => CommandRow(project, entry)));
        rows.AddRange(entries.SelectMany(entry => MarkRows(project, entry)));
        return rows;
    }

    public async Task<JournalEntry> ReadEntryAsync(StoredRow row, CancellationToken ct)
    {
        var json = await texts.GetAsync(row, Event, ct);
        try
        {
            var read = JsonSerializer.Deserialize(json, JourneyJson.Readable.ProjectEvent) ?? throw row.Fault(Event);
            return new(row.Number(Sequence), row.Time(At), row.Text(By), row.Text(Cause), read);
        }
        catch (JsonException fault)
        {
            throw StoredValueException.From(fault, StorageSetup.JournalTable, row.Key);
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

    private async Task<TableEntity> EntryRowAsync(string project, JournalEntry entry, CancellationToken ct)
    {
        var key = StorageKeys.Sequence(entry.Sequence);
        var row = new TableEntity(project, key)
        {
            [Sequence] = entry.Sequence,
            [At] = StoredRow.Time(entry.At),
            [By] = entry.By,
            [Cause] = entry.Cause,
        };
        var json = JsonSerializer.Serialize(entry.Event, JourneyJson.Readable.ProjectEvent);
        await texts.PutAsync(row, Event, json, $"{Folder(project)}{key}-", ct);
        return row;
    }

    private static TableEntity CommandRow(string project, JournalEntry entry) =>
        new(project, StorageKeys.Command(entry.Cause)) { [Sequence] = entry.Sequence };

    /// <summary>A row for every draft that an event brings.</summary>
    private static IEnumerable<TableEntity> MarkRows(string project, JournalEntry entry) => entry.Event switch
    {
        DraftReceived received => [MarkRow(project, entry.Sequence, received.Document, received.Draft)],
        DocumentsBrought brought => brought.Drafts.Select(each => MarkRow(project, entry.Sequence, each.Key, each.Value)),
        _ => [],
    };

    private static TableEntity MarkRow(string project, long sequence, DocumentId document, Draft draft)
    {
        if (draft.Number is < 0 or > JournalTable.MostDraftNumber) throw new StorageLimitException($"'{document}' can not have a draft {draft.Number}.");
        return new(project, StorageKeys.Draft(document, draft.Number))
        {
            [Document] = document.ToString(),
            [Number] = draft.Number,
            [Origin] = draft.Origin,
            [Home] = draft.Home,
            [Sequence] = sequence,
        };
    }
}
