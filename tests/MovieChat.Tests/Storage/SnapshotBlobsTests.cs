using MovieChat.Core.Journey;
using MovieChat.Storage;

namespace MovieChat.Tests.Storage;

public sealed class SnapshotBlobsTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly string _project = Samples.Project();

    [Fact]
    public async Task Write_AProject_ReadsBackEqual()
    {
        var snapshots = await SnapshotsAsync();
        var project = WritingProject.None.On(Samples.Started(_project)).On(Samples.Received(2, DocumentId.Synopsis, 1));

        await snapshots.WriteAsync(project, Ct);

        Assert.Equal(project, await snapshots.ReadAsync(_project, Ct));
    }

    [Fact]
    public async Task Write_AnOlderOne_KeepsTheNewer()
    {
        var snapshots = await SnapshotsAsync();
        var older = WritingProject.None.On(Samples.Started(_project));
        var newer = older.On(Samples.Skipped(2));

        await snapshots.WriteAsync(older, Ct);
        await snapshots.WriteAsync(newer, Ct);
        await snapshots.WriteAsync(older, Ct);

        Assert.Equal(newer, await snapshots.ReadAsync(_project, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"format\":")]
    [InlineData("[]")]
    [InlineData("{\"format\":99,\"project\":{}}")]
    [InlineData("{\"format\":1,\"project\":{\"documents\":7}}")]
    [InlineData("{\"format\":1,\"project\":null}")]
    public async Task Read_WhatCanNotBeRead_CountsAsMissingAndIsReplaced(string content)
    {
        var clients = await azurite.ClientsAsync();
        var snapshots = await SnapshotsAsync();
        await clients.Blobs.GetBlobContainerClient("projects").GetBlobClient($"{_project}/snapshot.json").UploadAsync(BinaryData.FromString(content), Ct);

        Assert.Null(await snapshots.ReadAsync(_project, Ct));

        await snapshots.WriteAsync(WritingProject.None.On(Samples.Started(_project)), Ct);
        Assert.Equal(1, (await snapshots.ReadAsync(_project, Ct))?.Revision);
    }

    [Fact]
    public async Task Delete_ASnapshot_LeavesNone()
    {
        var snapshots = await SnapshotsAsync();
        await snapshots.WriteAsync(WritingProject.None.On(Samples.Started(_project)), Ct);

        await snapshots.DeleteAsync(_project, Ct);
        await snapshots.DeleteAsync(_project, Ct);

        Assert.Null(await snapshots.ReadAsync(_project, Ct));
    }

    private async Task<SnapshotBlobs> SnapshotsAsync() => new(await azurite.ClientsAsync());
}
