using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace MovieChat.Storage;

/// <summary>A project that is to be looked at when its time comes.</summary>
public readonly record struct DueProject(DateTimeOffset At, string Project);

/// <summary>The projects that wait, by the time at which something is due of them: what is due costs one short query, however many wait.</summary>
/// <remarks>All rows of a kind are in one partition, <c>{ticks of the time in UTC, 19 digits}.{project}</c> each. A row too many costs one look at its
/// project, a row too few would leave a writer without reminders.</remarks>
/// <param name="partition"><see cref="Reminders"/> or <see cref="Notices"/>.</param>
public sealed class DueTable(StorageClients clients, string partition = DueTable.Reminders)
{
    public const string Reminders = "due";
    public const string Notices = "notices";

    private const int Digits = 19;

    private readonly TableClient _table = clients.Tables.GetTableClient(StorageSetup.DueTable);

    /// <summary>Adds a row. Twice is harmless.</summary>
    public Task PutAsync(DueProject due, CancellationToken ct) =>
        _table.UpsertEntityAsync(new TableEntity(partition, Key(due)), TableUpdateMode.Merge, ct);

    /// <summary>Removes a row, if it is there.</summary>
    public Task RemoveAsync(DueProject due, CancellationToken ct) => _table.DeleteEntityAsync(partition, Key(due), ETag.All, ct);

    /// <summary>What is due at <paramref name="now"/>, oldest first, read page by page. Rows may come and go meanwhile.</summary>
    public async IAsyncEnumerable<DueProject> ListAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = StorageKeys.Sequence("", now.UtcTicks + 1);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {end}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: ct))
        {
            if (TryRead(row.RowKey, out var due)) yield return due.Value;
        }
    }

    private static string Key(DueProject due) => StorageKeys.Sequence(StorageKeys.Id(due.Project), due.At.UtcTicks);

    /// <summary>A row that is none of ours is passed over.</summary>
    private static bool TryRead(string key, [NotNullWhen(true)] out DueProject? due)
    {
        due = key.Length > Digits + 1 && long.TryParse(key.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new(new(ticks, TimeSpan.Zero), key[(Digits + 1)..])
            : null;
        return due is not null;
    }
}
