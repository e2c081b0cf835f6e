using Azure.Data.Tables;
using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class ChatTableTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _project = Samples.Project();

    [Fact]
    public async Task Announce_Twice_LeavesWhatIsListed()
    {
        var chats = await ChatsAsync();
        await chats.AnnounceAsync(new(_project, "a"), Samples.At, Ct);
        var announced = await chats.ListAsync(_project, null, Ct).SingleAsync(Ct);
        await chats.RefreshAsync(Listing("a"), Ct);
        await chats.AnnounceAsync(new(_project, "a"), Samples.At.AddDays(1), Ct);

        Assert.Equal(new(_project, "a", "", null, 0, 0, Samples.At, Samples.At), announced);
        Assert.Equal(Listing("a"), await chats.ListAsync(_project, null, Ct).SingleAsync(Ct));
    }

    [Fact]
    public async Task List_AfterAnId_GivesTheProjectsOthersInOrder()
    {
        var chats = await ChatsAsync();
        foreach (var id in (string[])["d", "b", "c"]) await AddAsync(chats, id);
        await chats.AnnounceAsync(new(_project + "2", "e"), Samples.At, Ct);

        Assert.Equal([Listing("b"), Listing("c"), Listing("d")], await chats.ListAsync(_project, null, Ct).ToListAsync(Ct));
        Assert.Equal([Listing("c"), Listing("d")], await chats.ListAsync(_project, "b", Ct).ToListAsync(Ct));
        Assert.Empty(await chats.ListAsync(_project, "d", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Refresh_OfASession_ListsItAndKeepsWhatANewerVersionWrote()
    {
        var clients = await azurite.ClientsAsync();
        var chats = await ChatsAsync();
        var session = ChatSamples.Session(new(_project, "a"), 3);
        await chats.AnnounceAsync(new(_project, "a"), Samples.At, Ct);
        var table = clients.Tables.GetTableClient("Chats");
        await table.UpdateEntityAsync(new TableEntity(_project, "a") { ["Mood"] = "blue" }, Azure.ETag.All, TableUpdateMode.Merge, Ct);

        Assert.True(await chats.RefreshAsync(ChatListing.Of(session), Ct));

        var listed = await chats.ListAsync(_project, null, Ct).SingleAsync(Ct);
        Assert.Equal(ChatListing.Of(session), listed);
        Assert.Equal((6, 7, DocumentId.Profile("mara")), (listed.Messages, listed.Revision, listed.Focus));
        Assert.Equal("blue", (await table.GetEntityAsync<TableEntity>(_project, "a", cancellationToken: Ct)).Value.GetString("Mood"));
    }

    [Fact]
    public async Task Refresh_AfterDeletion_DoesNotListItAgain()
    {
        var chats = await ChatsAsync();
        await AddAsync(chats, "a");

        await chats.DeleteAsync(new(_project, "a"), Ct);
        await chats.DeleteAsync(new(_project, "a"), Ct);

        Assert.False(await chats.RefreshAsync(Listing("a"), Ct));
        Assert.Empty(await chats.ListAsync(_project, null, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task List_DamagedRow_NamesTableAndKey()
    {
        var chats = await ChatsAsync();
        await AddAsync(chats, "a");
        await (await azurite.ClientsAsync()).Tables.GetTableClient("Chats")
            .UpdateEntityAsync(new TableEntity(_project, "a") { ["ChangedAt"] = "the butler" }, Azure.ETag.All, TableUpdateMode.Merge, Ct);

        var fault = await Assert.ThrowsAsync<StoredValueException>(async () => await chats.ListAsync(_project, null, Ct).ToListAsync(Ct));

        Assert.Equal(("Chats", $"{_project} / a"), (fault.Place, fault.Key));
        Assert.DoesNotContain("butler", fault.ToString(), StringComparison.Ordinal);
    }

    private ChatListing Listing(string id) => new(_project, id, $"Żółw {id}", DocumentId.Plot, 4, 5, Samples.At, Samples.At.AddHours(1));

    private async Task AddAsync(ChatTable chats, string id)
    {
        await chats.AnnounceAsync(new(_project, id), Samples.At, Ct);
        Assert.True(await chats.RefreshAsync(Listing(id), Ct));
    }

    private async Task<ChatTable> ChatsAsync() => new(await azurite.ClientsAsync());
}
