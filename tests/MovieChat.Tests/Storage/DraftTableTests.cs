using System.Text.Json;
using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class DraftTableTests(AzuriteFixture azurite)
{
    private const string Odd = "{ \"lines\" : [\"a\\u0142b\", \"ł🎬\"],\n\t\"n\":1.50 , \"later\":{} }";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _project = Samples.Project();

    [Theory]
    [InlineData(1)]
    [InlineData(2000)]
    public async Task Add_ADraft_IsFoundByteForByte(int times)
    {
        var drafts = await DraftsAsync();
        var draft = Samples.Draft(string.Join("\r\n", Enumerable.Repeat(Odd, times)));

        await drafts.AddAsync(_project, draft, Ct);

        var found = await drafts.FindAsync(_project, DocumentId.Synopsis, "synopsis@3", Ct);
        Assert.NotNull(found);
        Assert.Equal(draft.Options, found.Options);
        Assert.Equal(draft.Notes, found.Notes);
        Assert.Equal(draft with { Options = found.Options, Notes = found.Notes }, found);
    }

    [Fact]
    public async Task Add_TheSameOriginTwice_KeepsTheFirst()
    {
        var drafts = await DraftsAsync();
        await drafts.AddAsync(_project, Samples.Draft("1"), Ct);

        var second = await drafts.AddAsync(_project, Samples.Draft(new('2', 40_000)), Ct);

        Assert.Equal("1", second.Options[0].Content);
        Assert.Equal("1", (await drafts.FindAsync(_project, DocumentId.Synopsis, "synopsis@3", Ct))?.Options[0].Content);
    }

    [Fact]
    public async Task Add_ManyAtOnce_AllGetTheSame()
    {
        var drafts = await DraftsAsync();

        var stored = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => drafts.AddAsync(_project, Samples.Draft($"{index}"), Ct)));

        Assert.Single(stored.Select(draft => draft.Options[0].Content).Distinct());
    }

    [Fact]
    public async Task Find_AnyTextAsOrigin_IsKeptApart()
    {
        var drafts = await DraftsAsync();
        string[] origins = ["a", "A", "a/b#?\\\u0001%", "łódź 🎬", new('x', 5000)];
        foreach (var origin in origins) await drafts.AddAsync(_project, Samples.Draft($"\"{origin.Length}\"", origin), Ct);

        foreach (var origin in origins)
        {
            Assert.Equal(origin, (await drafts.FindAsync(_project, DocumentId.Synopsis, origin, Ct))?.Draft.Origin);
        }

        Assert.Null(await drafts.FindAsync(_project, DocumentId.Plot, "a", Ct));
        Assert.Null(await drafts.FindAsync(Samples.Project(), DocumentId.Synopsis, "a", Ct));
    }

    [Fact]
    public async Task Tips_StoredTwice_KeepTheFirst()
    {
        var drafts = await DraftsAsync();
        var tips = new StoredTips { Document = DocumentId.Plot, Number = 2, Content = Odd, Model = "understudy", At = Samples.At };
        await drafts.AddTipsAsync(_project, tips, Ct);

        Assert.Equal(tips, await drafts.AddTipsAsync(_project, tips with { Content = "{}" }, Ct));
        Assert.Equal(tips, await drafts.FindTipsAsync(_project, DocumentId.Plot, 2, Ct));
        Assert.Null(await drafts.FindTipsAsync(_project, DocumentId.Plot, 1, Ct));
    }

    [Fact]
    public async Task Find_ADraftOfANewerVersion_IsReadAndStaysAsItIs()
    {
        var clients = await azurite.ClientsAsync();
        var drafts = await DraftsAsync();
        await drafts.AddAsync(_project, Samples.Draft("1"), Ct);
        var row = await RowAsync(clients);
        row["Content"] = row.GetString("Content").Insert(1, "\"mood\":{\"of\":\"tomorrow\"},");
        await clients.Tables.GetTableClient("Drafts").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);

        Assert.NotNull(await drafts.FindAsync(_project, DocumentId.Synopsis, "synopsis@3", Ct));
        await drafts.AddAsync(_project, Samples.Draft("2"), Ct);

        Assert.Equal("tomorrow", JsonDocument.Parse((await RowAsync(clients)).GetString("Content")).RootElement.GetProperty("mood").GetProperty("of").GetString());
    }

    [Theory]
    [InlineData("the butler")]
    [InlineData("{\"document\":\"the butler!\"}")]
    public async Task Find_UndecodableDraft_NamesTheRowAndNotItsContent(string content)
    {
        var clients = await azurite.ClientsAsync();
        var drafts = await DraftsAsync();
        await drafts.AddAsync(_project, Samples.Draft("1"), Ct);
        var row = await RowAsync(clients);
        row["Content"] = content;
        await clients.Tables.GetTableClient("Drafts").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Ct);

        var fault = await Assert.ThrowsAsync<StoredValueException>(() => drafts.FindAsync(_project, DocumentId.Synopsis, "synopsis@3", Ct));

        Assert.Equal(("Drafts", $"{_project} / {row.RowKey}"), (fault.Place, fault.Key));
        Assert.DoesNotContain("butler", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_BlobGone_NamesIt()
    {
        var clients = await azurite.ClientsAsync();
        var drafts = await DraftsAsync();
        await drafts.AddAsync(_project, Samples.Draft(new('1', 40_000)), Ct);
        var name = (await RowAsync(clients)).GetString("ContentBlob");
        await clients.Blobs.GetBlobContainerClient("projects").DeleteBlobAsync(name, cancellationToken: Ct);

        var fault = await Assert.ThrowsAsync<StoredValueException>(() => drafts.FindAsync(_project, DocumentId.Synopsis, "synopsis@3", Ct));

        Assert.Equal(("projects", name), (fault.Place, fault.Key));
    }

    [Fact]
    public async Task DeleteAll_OfAProject_LeavesNothing()
    {
        var drafts = await DraftsAsync();
        await drafts.AddAsync(_project, Samples.Draft(new('1', 40_000)), Ct);
        await drafts.AddTipsAsync(_project, new() { Document = DocumentId.Plot, Number = 1, Content = "{}", At = Samples.At }, Ct);

        await drafts.DeleteAllAsync(_project, Ct);
        await drafts.DeleteAllAsync(_project, Ct);

        Assert.Null(await drafts.FindAsync(_project, DocumentId.Synopsis, "synopsis@3", Ct));
        Assert.Null(await drafts.FindTipsAsync(_project, DocumentId.Plot, 1, Ct));
    }

    private async Task<DraftTable> DraftsAsync() => new(await azurite.ClientsAsync());

    private async Task<TableEntity> RowAsync(StorageClients clients) =>
        await clients.Tables.GetTableClient("Drafts").QueryAsync<TableEntity>(row => row.PartitionKey == _project, cancellationToken: Ct).SingleAsync(Ct);
}
