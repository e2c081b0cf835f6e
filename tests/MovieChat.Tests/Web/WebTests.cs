using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

/// <summary>Tests that go through the front door, each with a server and a writer of its own.</summary>
public abstract class WebTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private protected FrontDoor Door { get; private set; } = null!;

    private protected Visitor Writer { get; private set; } = null!;

    private protected AzuriteFixture Azurite => azurite;

    public async ValueTask InitializeAsync()
    {
        Door = await FrontDoor.OpenAsync(await azurite.ClientsAsync());
        Writer = await Door.WriterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Writer.Dispose();
        await Door.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
