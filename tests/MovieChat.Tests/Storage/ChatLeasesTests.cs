using Azure.Data.Tables;
using MovieChat.Core.Chatting;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class ChatLeasesTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly ChatAddress _chat = ChatSamples.Chat();

    [Fact]
    public async Task Take_WhileAnotherHasIt_IsRefusedUntilItExpires()
    {
        var leases = await LeasesAsync();

        Assert.True(await leases.TryTakeAsync(_chat, "one", Samples.At, Length, Ct));
        Assert.False(await leases.TryTakeAsync(_chat, "two", Samples.At + Length - TimeSpan.FromTicks(1), Length, Ct));
        Assert.True(await leases.TryTakeAsync(_chat with { Chat = "other" }, "two", Samples.At, Length, Ct));
        Assert.True(await leases.TryTakeAsync(_chat, "two", Samples.At + Length, Length, Ct));
        Assert.False(await leases.TryTakeAsync(_chat, "one", Samples.At + Length, Length, Ct));
    }

    [Fact]
    public async Task Take_ByItsHolder_LastsLonger()
    {
        var leases = await LeasesAsync();
        await leases.TryTakeAsync(_chat, "one", Samples.At, Length, Ct);

        Assert.True(await leases.TryTakeAsync(_chat, "one", Samples.At + (Length / 2), Length, Ct));

        Assert.False(await leases.TryTakeAsync(_chat, "two", Samples.At + Length, Length, Ct));
        Assert.True(await leases.TryTakeAsync(_chat, "two", Samples.At + (Length * 1.5), Length, Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Take_ManyAtOnce_OneHasIt(bool isExpired)
    {
        var leases = await LeasesAsync();
        if (isExpired) await leases.TryTakeAsync(_chat, "gone", Samples.At - Length, Length, Ct);

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(holder => leases.TryTakeAsync(_chat, $"holder {holder}", Samples.At, Length, Ct)));

        Assert.Single(taken, has => has);
    }

    [Fact]
    public async Task Release_ByItsHolderAlone_GivesItBack()
    {
        var leases = await LeasesAsync();
        await leases.TryTakeAsync(_chat, "one", Samples.At, Length, Ct);

        await leases.ReleaseAsync(_chat, "two", Ct);
        var stillTaken = !await leases.TryTakeAsync(_chat, "two", Samples.At, Length, Ct);
        await leases.ReleaseAsync(_chat, "one", Ct);
        await leases.ReleaseAsync(_chat, "one", Ct);

        Assert.True(stillTaken);
        Assert.True(await leases.TryTakeAsync(_chat, "two", Samples.At, Length, Ct));
        await leases.ReleaseAsync(_chat, "one", Ct);
        Assert.False(await leases.TryTakeAsync(_chat, "one", Samples.At, Length, Ct));
    }

    /// <summary>A lease is beside the transcript, and is no part of it.</summary>
    [Fact]
    public async Task Lease_BesideATranscript_IsNoEventAndGoesWithIt()
    {
        var clients = await azurite.ClientsAsync();
        var transcripts = new TranscriptTable(clients);
        await transcripts.AppendAsync(_chat, ChatSamples.Transcript(_chat, 1));
        await (await LeasesAsync()).TryTakeAsync(_chat, "one", Samples.At, Length, Ct);

        Assert.Equal(3, await transcripts.ReadAsync(_chat, 0, long.MaxValue, Ct).CountAsync(Ct));
        await transcripts.DeleteAsync(_chat, Ct);
        Assert.False(await clients.Tables.GetTableClient("Messages").QueryAsync<TableEntity>(row => row.PartitionKey == $"{_chat}", cancellationToken: Ct).AnyAsync(Ct));
    }

    private async Task<ChatLeases> LeasesAsync() => new(await azurite.ClientsAsync());
}
