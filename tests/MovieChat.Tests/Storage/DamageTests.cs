using System.Text;
using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

/// <summary>Whatever befalls what is stored, reading it ends in a value or in the one exception that isolates its project.</summary>
public sealed class DamageTests(AzuriteFixture azurite)
{
    private const int Seed = 20310517;
    private const int Damages = 150;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _project = Samples.Project();

    [Fact]
    public async Task Journal_Damaged_IsReadOrNamed()
    {
        var clients = await azurite.ClientsAsync();
        var journal = new JournalTable(clients);
        await journal.AppendAsync(_project, [Samples.Started(_project), Samples.Received(2, DocumentId.Synopsis, 1), Samples.Skipped(3)], isOneOff: true, Ct);
        foreach (var sequence in (int[])[1, 2, 3])
        {
            await DamageAsync(clients.Tables.GetTableClient("Journal"), $"{sequence:D19}.{_project}", "Event", async () => await journal.ReadAsync(_project, 0, Ct).ToListAsync(Ct));
        }
    }

    [Fact]
    public async Task Draft_Damaged_IsReadOrNamed()
    {
        var clients = await azurite.ClientsAsync();
        var drafts = new DraftTable(clients);
        await drafts.AddAsync(_project, Samples.Draft("{}"), Ct);
        var table = clients.Tables.GetTableClient("Drafts");
        var key = (await table.QueryAsync<TableEntity>(row => row.PartitionKey == _project, cancellationToken: Ct).FirstAsync(Ct)).RowKey;

        await DamageAsync(table, key, "Content", () => drafts.FindAsync(_project, DocumentId.Synopsis, Samples.Draft("").Draft.Origin, Ct));
    }

    [Fact]
    public async Task Snapshot_Damaged_IsReadOrFoldedAnew()
    {
        var clients = await azurite.ClientsAsync();
        var snapshots = new SnapshotBlobs(clients);
        await snapshots.WriteAsync(WritingProject.None.On(Samples.Started(_project)).On(Samples.Received(2, DocumentId.Synopsis, 1)), Ct);
        var blob = clients.Blobs.GetBlobContainerClient("projects").GetBlobClient($"{_project}/snapshot.json");
        var whole = Encoding.Latin1.GetString((await blob.DownloadContentAsync(Ct)).Value.Content);
        foreach (var damaged in Damaged(whole))
        {
            await blob.UploadAsync(BinaryData.FromBytes(Encoding.Latin1.GetBytes(damaged)), overwrite: true, Ct);
            var fault = await Record.ExceptionAsync(() => snapshots.ReadAsync(_project, Ct));
            Assert.True(fault is null, $"{damaged}\n{fault}");
        }
    }

    private async Task DamageAsync(TableClient table, string key, string property, Func<Task> read)
    {
        var row = (await table.GetEntityAsync<TableEntity>(_project, key, cancellationToken: Ct)).Value;
        var whole = row.GetString(property);
        foreach (var damaged in Damaged(whole).Append(whole))
        {
            row[property] = damaged;
            await table.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Merge, Ct);
            var fault = await Record.ExceptionAsync(read);
            Assert.True(fault is null or StoredValueException, $"{damaged}\n{fault}");
        }

        await read();
    }

    /// <summary>A piece left out, doubled, or replaced by one from elsewhere.</summary>
    private static IEnumerable<string> Damaged(string whole)
    {
        var random = new Random(Seed);
        for (var count = 0; count < Damages; count++)
        {
            var (start, other) = (random.Next(whole.Length), random.Next(whole.Length));
            var (end, length) = (Math.Min(whole.Length, start + random.Next(1, 20)), Math.Min(whole.Length - other, random.Next(1, 20)));
            yield return random.Next(3) switch
            {
                0 => whole[..start] + whole[end..],
                1 => whole[..end] + whole[start..],
                _ => string.Concat(whole.AsSpan(0, start), whole.AsSpan(other, length), whole.AsSpan(end)),
            };
        }
    }
}
