using Azure.Core;
using MovieChat.Core.Picturing;
using MovieChat.Storage;
using MovieChat.Tests.Local;
using MovieChat.Tests.Picturing;

namespace MovieChat.Tests.Storage;

public sealed class PictureStoreTests(AzuriteFixture azurite)
{
    private static int s_colour = Environment.TickCount;

    private readonly string _project = Samples.Project();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_APicture_ComesBackByItsHash()
    {
        var store = await OpenAsync();
        var picture = Picture();

        await store.AddAsync(_project, picture, Ct);
        await store.AddAsync(_project, picture, Ct);

        Assert.Equal(new StoredPicture(picture.Hash, "image/png", 80, 64, picture.Bytes.Length), await store.FindAsync(_project, picture.Hash, Ct));
        Assert.Equal(picture.Bytes.ToArray(), (await store.ReadAsync(picture.Hash, Ct)).ToArray());
        Assert.Equal(picture.Thumbnail.ToArray(), (await store.ThumbnailAsync(picture.Hash, Ct)).ToArray());
        await using var stream = await store.OpenAsync(picture.Hash, Ct);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        Assert.Equal(picture.Bytes.ToArray(), copy.ToArray());
    }

    [Fact]
    public async Task Find_WhatAnotherProjectHas_IsNothing()
    {
        var store = await OpenAsync();
        var picture = Picture();
        await store.AddAsync(_project, picture, Ct);

        Assert.Null(await store.FindAsync(Samples.Project(), picture.Hash, Ct));
        Assert.Null(await store.FindAsync(_project, "../snapshot.json", Ct));
        Assert.Null(await store.FindAsync(_project, picture.Hash.ToUpperInvariant(), Ct));
    }

    [Fact]
    public async Task Delete_OfWhatTwoProjectsHave_LeavesItToTheOther()
    {
        var store = await OpenAsync();
        var (other, shared, own) = (Samples.Project(), Picture(), Picture());
        await store.AddAsync(_project, shared, Ct);
        await store.AddAsync(_project, own, Ct);
        await store.AddAsync(other, shared, Ct);

        await store.DeleteAllAsync(_project, Ct);
        Assert.Null(await store.FindAsync(_project, shared.Hash, Ct));
        Assert.Equal(shared.Bytes.ToArray(), (await store.ReadAsync(shared.Hash, Ct)).ToArray());
        await Assert.ThrowsAsync<StoredValueException>(() => store.ReadAsync(own.Hash, Ct));

        await store.DeleteAllAsync(other, Ct);
        await Assert.ThrowsAsync<StoredValueException>(() => store.ReadAsync(shared.Hash, Ct));
        await Assert.ThrowsAsync<StoredValueException>(() => store.ThumbnailAsync(shared.Hash, Ct));
    }

    /// <summary>Between the look at who has it and the deletion, another project stores the same picture.</summary>
    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Delete_WhileAnotherProjectStoresIt_LosesNothing(string before)
    {
        var (store, other, picture) = (await OpenAsync(), Samples.Project(), Picture());
        var troubles = new Troubles();
        var deleter = new PictureStore(await azurite.ConnectAsync(troubles));
        await store.AddAsync(_project, picture, Ct);
        var isAdded = false;
        troubles.Sending = async request =>
        {
            var isAboutTheBlob = request.Uri.ToString().EndsWith(picture.Hash, StringComparison.Ordinal);
            if (isAdded || request.Method != RequestMethod.Parse(before) || (before != "GET" && !isAboutTheBlob)) return;
            isAdded = true;
            await store.AddAsync(other, picture, Ct);
        };

        await deleter.DeleteAllAsync(_project, Ct);

        Assert.True(isAdded);
        Assert.NotNull(await store.FindAsync(other, picture.Hash, Ct));
        Assert.Equal(picture.Bytes.ToArray(), (await store.ReadAsync(picture.Hash, Ct)).ToArray());
        Assert.NotEmpty((await store.ThumbnailAsync(picture.Hash, Ct)).ToArray());
    }

    [Fact]
    public async Task Read_WhatWasDamaged_IsTold()
    {
        var clients = await azurite.ClientsAsync();
        var (store, picture) = (new PictureStore(clients), Picture());
        await store.AddAsync(_project, picture, Ct);
        await clients.Blobs.GetBlobContainerClient("pictures").GetBlobClient(picture.Hash).UploadAsync(BinaryData.FromString("another picture"), overwrite: true, Ct);

        Assert.Contains("it is not what was stored", (await Assert.ThrowsAsync<StoredValueException>(() => store.ReadAsync(picture.Hash, Ct))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thumbnail_ThatIsMissing_IsMadeAnew()
    {
        var clients = await azurite.ClientsAsync();
        var (store, picture) = (new PictureStore(clients), Picture());
        await store.AddAsync(_project, picture, Ct);
        await clients.Blobs.GetBlobContainerClient("pictures").GetBlobClient($"{picture.Hash}.thumbnail").DeleteAsync(cancellationToken: Ct);

        Assert.Equal((80, 64), (PictureReader.Read(await store.ThumbnailAsync(picture.Hash, Ct)).Width, 64));
    }

    /// <summary>A picture that no other test has.</summary>
    private static SoundPicture Picture() => PictureReader.Read(PictureDouble.Bytes(80, 64, 0xFF000000 | (uint)Interlocked.Increment(ref s_colour) & 0xFFFFFF));

    private async Task<PictureStore> OpenAsync() => new(await azurite.ClientsAsync());
}
