using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class ListTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _owner = Samples.Project();

    [Fact]
    public async Task Projects_PagedWhileOneIsAddedAndOneDeleted_AreEachListedOnce()
    {
        var projects = new ProjectTable(await azurite.ClientsAsync());
        foreach (var id in new[] { "b", "d", "f", "h" }) await projects.AddAsync(Listing(id), Ct);
        await projects.AddAsync(Listing("c") with { Owner = _owner + "2" }, Ct);

        var first = await projects.ListAsync(_owner, 2, null, Ct);
        await projects.AddAsync(Listing("a"), Ct);
        await projects.DeleteAsync(_owner, "d", Ct);
        var second = await projects.ListAsync(_owner, 2, first[^1].Id, Ct);

        Assert.Equal([Listing("b"), Listing("d")], first);
        Assert.Equal([Listing("f"), Listing("h")], second);
        Assert.Empty(await projects.ListAsync(_owner, 2, "h", Ct));
    }

    [Fact]
    public async Task Projects_AddedAgain_StayAsTheyAre()
    {
        var projects = new ProjectTable(await azurite.ClientsAsync());
        await projects.AddAsync(Listing("a"), Ct);

        await projects.AddAsync(Listing("a") with { Title = "Other" }, Ct);

        Assert.Equal(Listing("a"), await projects.FindAsync(_owner, "a", Ct));
        Assert.Null(await projects.FindAsync("somebody", "a", Ct));
    }

    [Fact]
    public async Task Projects_Refreshed_KeepWhatANewerVersionWrote()
    {
        var clients = await azurite.ClientsAsync();
        var projects = new ProjectTable(clients);
        await projects.AddAsync(Listing("a"), Ct);
        var table = clients.Tables.GetTableClient("Projects");
        await table.UpdateEntityAsync(new TableEntity(_owner, "a") { ["Mood"] = "blue" }, Azure.ETag.All, TableUpdateMode.Merge, Ct);
        var changed = Listing("a") with { Status = ProjectStatus.Complete, Revision = 9, Awaiting = 0 };

        Assert.True(await projects.RefreshAsync(changed, Ct));

        Assert.Equal(changed, await projects.FindAsync(_owner, "a", Ct));
        Assert.Equal("blue", (await table.GetEntityAsync<TableEntity>(_owner, "a", cancellationToken: Ct)).Value.GetString("Mood"));
    }

    [Fact]
    public async Task Projects_RefreshedAfterDeletion_StayDeleted()
    {
        var projects = new ProjectTable(await azurite.ClientsAsync());
        await projects.AddAsync(Listing("a"), Ct);
        await projects.DeleteAsync(_owner, "a", Ct);

        Assert.False(await projects.RefreshAsync(Listing("a"), Ct));
        Assert.Empty(await projects.ListAsync(_owner, 10, null, Ct));
    }

    [Fact]
    public async Task Projects_UndecodableRow_IsNamed()
    {
        var clients = await azurite.ClientsAsync();
        await clients.Tables.GetTableClient("Projects").AddEntityAsync(new TableEntity(_owner, "a") { ["Title"] = "T", ["Status"] = "Butler" }, Ct);

        var fault = await Assert.ThrowsAsync<StoredValueException>(() => new ProjectTable(clients).FindAsync(_owner, "a", Ct));

        Assert.Equal(("Projects", $"{_owner} / a"), (fault.Place, fault.Key));
        Assert.DoesNotContain("Butler", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Active_MarkedAndUnmarked_AreListed()
    {
        var active = new ActiveTable(await azurite.ClientsAsync());
        var (stays, goes) = (Samples.Project(), Samples.Project());
        foreach (var id in new[] { stays, stays }) await active.MarkAsync(id, Ct);
        var mark = await active.MarkAsync(goes, Ct);

        await active.UnmarkAsync(goes, mark, Ct);
        await active.UnmarkAsync(goes, mark, Ct);

        var listed = await active.ListAsync(Ct).ToListAsync(Ct);
        Assert.Single(listed, stays);
        Assert.DoesNotContain(goes, listed);
    }

    [Fact]
    public async Task Active_MarkedAgainBeforeTheUnmarkingArrives_StaysMarked()
    {
        var active = new ActiveTable(await azurite.ClientsAsync());
        var project = Samples.Project();
        var first = await active.MarkAsync(project, Ct);
        await active.MarkAsync(project, Ct);

        await active.UnmarkAsync(project, first, Ct);

        Assert.Contains(project, await active.ListAsync(Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Due_PutAndRemoved_IsListedOldestFirstUpToTheMoment()
    {
        var due = new DueTable(await azurite.ClientsAsync());
        var (now, names) = (Samples.At, Enumerable.Range(0, 5).Select(_ => Samples.Project()).ToArray());
        DueProject[] rows = [new(now, names[0]), new(now.AddDays(-400), names[1]), new(now.AddTicks(1), names[2]), new(now.AddTicks(-1).ToOffset(TimeSpan.FromHours(9)), names[3]), new(now, names[4])];
        foreach (var row in rows.Append(rows[0])) await due.PutAsync(row, Ct);

        foreach (var _ in (int[])[1, 2]) await due.RemoveAsync(rows[4], Ct);

        var listed = await due.ListAsync(now, Ct).Where(row => names.Contains(row.Project)).ToListAsync(Ct);
        Assert.Equal([rows[1], rows[3], rows[0]], listed);
        Assert.Contains(rows[2], await due.ListAsync(now.AddTicks(1), Ct).ToListAsync(Ct));
    }

    /// <summary>A page holds a thousand rows; those that were listed are gone before the next is read.</summary>
    [Fact]
    public async Task Due_OfSeveralPagesRemovedWhileListed_IsListedOnceAndWhole()
    {
        var clients = await azurite.ClientsAsync();
        var (due, prefix) = (new DueTable(clients), Samples.Project());
        DueProject[] rows = [.. Enumerable.Range(0, 1_250).Select(number => new DueProject(DateTimeOffset.UnixEpoch.AddSeconds(number), $"{prefix}-{number}"))];
        foreach (var chunk in rows.Chunk(100))
        {
            var actions = chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("due", $"{row.At.UtcTicks:D19}.{row.Project}")));
            await clients.Tables.GetTableClient("Due").SubmitTransactionAsync(actions, Ct);
        }

        var listed = new List<DueProject>();
        await foreach (var row in due.ListAsync(DateTimeOffset.UnixEpoch.AddDays(1), Ct))
        {
            if (!row.Project.StartsWith(prefix, StringComparison.Ordinal)) continue;
            listed.Add(row);
            await due.RemoveAsync(row, Ct);
        }

        Assert.Equal(rows, listed);
        Assert.Empty(await due.ListAsync(DateTimeOffset.UnixEpoch.AddDays(1), Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Due_RowThatIsNoneOfOurs_IsPassedOver()
    {
        var clients = await azurite.ClientsAsync();
        var table = clients.Tables.GetTableClient("Due");
        string[] keys = ["0", "000000000000000000.butler", "0000000000000000001", "00000000000000000x1.butler"];
        foreach (var key in keys) await table.UpsertEntityAsync(new TableEntity("due", key), cancellationToken: Ct);

        Assert.DoesNotContain(await new DueTable(clients).ListAsync(Samples.At, Ct).ToListAsync(Ct), row => row.Project.Contains("butler", StringComparison.Ordinal));
        foreach (var key in keys) await table.DeleteEntityAsync("due", key, Azure.ETag.All, Ct);
    }

    [Fact]
    public async Task Keys_AddedAndRevoked_AreFoundUntilThen()
    {
        var clients = await azurite.ClientsAsync();
        var keys = new KeyTable(clients);
        var key = $"key {Guid.NewGuid()}";
        var added = await keys.AddAsync(key, "wren", "Wren's laptop", Samples.At, Ct);
        Assert.Equal(added, await keys.FindByKeyAsync(key, Ct));
        Assert.Null(await keys.FindByKeyAsync(key + " ", Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => keys.AddAsync(key, "jay", "Jay", Samples.At, Ct));

        var revoked = await keys.RevokeAsync(added.Id, Samples.At.AddDays(1), Ct);

        Assert.Equal(added with { RevokedAt = Samples.At.AddDays(1) }, revoked);
        Assert.Equal(revoked, await keys.RevokeAsync(added.Id, Samples.At.AddDays(2), Ct));
        Assert.Null(await keys.FindByKeyAsync(key, Ct));
        Assert.Contains(revoked!, await keys.ListAsync(Ct).ToListAsync(Ct));
        Assert.Null(await keys.RevokeAsync("", Samples.At, Ct));
        var rows = await clients.Tables.GetTableClient("Keys").QueryAsync<TableEntity>(cancellationToken: Ct).ToListAsync(Ct);
        Assert.DoesNotContain(rows.SelectMany(row => row), property => property.Value is string text && text.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage=X", "X", null)]
    [InlineData("", "UseDevelopmentStorage=true", null)]
    [InlineData("AzureWebJobsStorage:accountName=films", null, "https://films.table.core.windows.net/")]
    [InlineData("AzureWebJobsStorage:tableServiceUri=https://t;AzureWebJobsStorage:blobServiceUri=https://b", null, "https://t/")]
    public void Settings_AsConfigured_AreRead(string settings, string? connection, string? tables)
    {
        var read = StorageSettings.Read(name => Value(settings, name));

        Assert.Equal((connection, tables), (read.ConnectionString, read.TableService?.ToString()));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:tableServiceUri=https://t", "__blobServiceUri")]
    [InlineData("AzureWebJobsStorage:tableServiceUri=t", "__tableServiceUri")]
    public void Settings_IncompleteOrWrong_NameTheSetting(string settings, string named)
    {
        var fault = Assert.Throws<FormatException>(() => StorageSettings.Read(name => Value(settings, name)));

        Assert.Contains("AzureWebJobsStorage" + named, fault.Message, StringComparison.Ordinal);
    }

    private static string? Value(string settings, string name) =>
        settings.Split(';').Select(each => each.Split('=')).FirstOrDefault(each => each[0] == name)?[1];

    private ProjectListing Listing(string id) => new(_owner, id, "Żar", ProjectStatus.Working, 2, 7, Samples.At, Samples.At.AddHours(1));
}
