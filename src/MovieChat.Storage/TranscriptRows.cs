using System.Text.Json;
using Azure.Data.Tables;
using MovieChat.Core.Chatting;

namespace MovieChat.Storage;

/// <summary>Entries of a transcript as rows, and back.</summary>
internal sealed class TranscriptRows(LargeText texts)
{
    private const string Sequence = "Sequence", At = "At", Event = "Event", Asked = "Asked", Ended = "Ended", Turn = "Turn", Attempt = "Attempt", Text = "Text";

    public static string Folder(ChatAddress chat) => $"{chat.Project}/chats/{chat.Chat}/";

    public static string TurnKey(ChatAddress chat, string turn) => $"turn-{StorageKeys.Id(turn)}.{chat}";

    public static string PartialKey(ChatAddress chat) => $"partial.{chat}";

    /// <summary>The writes of one transaction, the events first, in their order. Large events are stored in blobs on the way.</summary>
    public async Task<IReadOnlyList<TableTransactionAction>> WriteAsync(ChatAddress chat, IReadOnlyList<ChatEntry> entries, CancellationToken ct)
    {
        var actions = new List<TableTransactionAction>();
        foreach (var entry in entries) actions.Add(new(TableTransactionActionType.Add, await EventRowAsync(chat, entry, ct)));
        foreach (var entry in entries)
        {
            if (entry.Event is MessageAsked asked) actions.Add(new(TableTransactionActionType.Add, TurnRow(chat, asked.Turn, Asked, entry.Sequence)));
            if (entry.Event is TurnEnded ended) actions.Add(new(TableTransactionActionType.UpsertMerge, TurnRow(chat, ended.Turn, Ended, entry.Sequence)));
        }

        return actions;
    }

    /// <remarks>It is written over every few seconds: while a row takes it, it goes to no blob, which would stay behind each time.</remarks>
    public async Task<TableEntity> WriteAsync(ChatAddress chat, PartialAnswer partial, CancellationToken ct)
    {
        var row = new TableEntity(StorageKeys.Id($"{chat}"), PartialKey(chat)) { [Turn] = partial.Turn, [Attempt] = partial.Attempt };
        await texts.PutAsync(row, Text, partial.Text, $"{Folder(chat)}partial-", ct, StorageLimits.MostPropertyBytes);
        return row;
    }

    public async Task<PartialAnswer?> ReadPartialAsync(StoredRow row, CancellationToken ct) =>
        new(row.Text(Turn), row.Text(Attempt), await texts.GetAsync(row, Text, ct));

    public async Task<ChatEntry> ReadAsync(StoredRow row, CancellationToken ct)
    {
        var json = await texts.GetAsync(row, Event, ct);
        try
        {
            return new(row.Number(Sequence), row.Time(At), JsonSerializer.Deserialize(json, ChatJson.Readable.ChatEvent) ?? throw row.Fault(Event));
        }
        catch (JsonException fault)
        {
            throw StoredValueException.From(fault, StorageSetup.MessageTable, row.Key);
        }
        catch (NotSupportedException)
        {
            // So the reader says that an event lacks its type.
            throw row.Fault(Event);
        }
    }

    public static TurnMark ReadTurn(StoredRow row) => new(row.Number(Asked), row.NumberOrNull(Ended));

    /// <summary>Whether what is stored is what <paramref name="own"/> was to store.</summary>
    public static bool IsSame(StoredRow stored, TableEntity own)
    {
        string[] properties = [At, Event, Event + LargeText.Suffix];
        return properties.All(property => stored.TextOrNull(property) == own.GetString(property));
    }

    private async Task<TableEntity> EventRowAsync(ChatAddress chat, ChatEntry entry, CancellationToken ct)
    {
        var row = new TableEntity(StorageKeys.Id($"{chat}"), StorageKeys.Sequence($"{chat}", entry.Sequence)) { [Sequence] = entry.Sequence, [At] = StoredRow.Time(entry.At) };
        await texts.PutAsync(row, Event, JsonSerializer.Serialize(entry.Event, ChatJson.Readable.ChatEvent), $"{Folder(chat)}{entry.Sequence:D19}-", ct);
        return row;
    }

    private static TableEntity TurnRow(ChatAddress chat, string turn, string end, long sequence) => new(StorageKeys.Id($"{chat}"), TurnKey(chat, turn)) { [end] = sequence };
}
