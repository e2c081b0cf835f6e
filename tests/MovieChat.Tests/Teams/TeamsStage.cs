using MovieChat.Tests.Local;
using MovieChat.Tests.Shared.Surfaces;

namespace MovieChat.Tests.Teams;

/// <summary>A head that Teams is set up for, and the cloud that it talks with, for all tests of the collection. Tests keep apart by their conversations.</summary>
public sealed class TeamsStage : IAsyncLifetime
{
    internal TeamsCloud Cloud { get; private set; } = null!;

    internal TeamsHead Head { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Cloud = await TeamsCloud.StartAsync();
        Head = await TeamsHead.StartAsync(Cloud, null, ("MovieChat:Teams:Playground", "true"));
    }

    public async ValueTask DisposeAsync()
    {
        await Head.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    internal TeamsUser User() => TeamsUser.New(Cloud, Head.Address, Head.Trouble);

    internal async Task<TeamsUser> WriterAsync()
    {
        var user = User();
        await user.BindAsync(HeadHome.Key);
        return user;
    }
}

[CollectionDefinition(Name)]
public sealed class TeamsTests : ICollectionFixture<TeamsStage>
{
    public const string Name = "Teams";
}
