using Azure.Storage.Blobs.Models;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Inbox;

namespace MovieChat.Tests.Workflows;

/// <summary>What comes from other surfaces is stored once, announced until it is done, and leaves nothing.</summary>
public sealed class InboxTests(AzuriteFixture azurite) : IInboxHost
{
    private readonly List<string> _announced = [];
    private readonly string _id = $"{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task IInboxHost.AnnounceAsync(string key)
    {
        _announced.Add(key);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Message_ThatComesAgainBeforeItIsDone_IsAnnouncedAgain()
    {
        var inbox = new InboxTable(await azurite.ClientsAsync());
        var door = new InboxDoor(inbox, this, TimeProvider.System);

        Assert.True(await door.AcceptAsync("board", _id, "hello", Ct));
        Assert.False(await door.AcceptAsync("board", _id, "hello", Ct));
        await inbox.DoneAsync(_announced[0], Ct);
        Assert.False(await door.AcceptAsync("board", _id, "hello", Ct));

        Assert.Equal(2, _announced.Count);
        Assert.Single(_announced.Distinct());
        Assert.True(await door.AcceptAsync("another board", _id, "hello", Ct));
    }

    [Fact]
    public async Task Message_ThatWasDoneLongAgo_LeavesNothing()
    {
        var clients = await azurite.ClientsAsync();
        var inbox = new InboxTable(clients);
        var came = DateTimeOffset.UtcNow;
        var (key, _) = await inbox.AddAsync("board", _id, new string('x', 100_000), came, Ct);
        Assert.Equal(100_000, (await inbox.FindAsync(key, Ct))!.Body.Length);
        Assert.NotEmpty(await TextsAsync(clients, key));

        await inbox.DoneAsync(key, Ct);
        Assert.DoesNotContain(key, await inbox.OldAsync(came + InboxTable.Kept, Ct).ToListAsync(Ct));
        Assert.Contains(key, await inbox.OldAsync(came + InboxTable.Kept + TimeSpan.FromSeconds(1), Ct).ToListAsync(Ct));
        await inbox.ForgetAsync(key, Ct);

        Assert.DoesNotContain(key, await inbox.OldAsync(DateTimeOffset.MaxValue.AddDays(-3), Ct).ToListAsync(Ct));
        Assert.Empty(await TextsAsync(clients, key));
        await inbox.ForgetAsync(key, Ct);
    }

    private static Task<List<string>> TextsAsync(StorageClients clients, string key) => clients.Blobs.GetBlobContainerClient(StorageSetup.ProjectContainer)
        .GetBlobsAsync(BlobTraits.None, BlobStates.None, $"inbox/{key}", Ct).Select(blob => blob.Name).ToListAsync(Ct).AsTask();
}
