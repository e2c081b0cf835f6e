using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Notices;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Notices;
using Writing = MovieChat.Tests.Shared.Api.Writing;

namespace MovieChat.Functions.Tests;

/// <summary>Those who subscribed are told by the project's orchestration.</summary>
public sealed class NoticeTests(AzuriteFixture azurite)
{
    private readonly SurfaceDouble _surface = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drafts_OfAProject_AreToldInOrderByAnActivity()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), surface: _surface);
        var project = await SubscribedAsync(desk);
        await desk.UntilAsync(project, film => film.Document(DocumentId.Ideas).Draft is not null, "ideas");

        // What is answered before it was told is no question any more, and not told.
        await UntilToldAsync(1);
        await desk.ApproveAsync(project, DocumentId.Ideas, 1);

        await UntilToldAsync(2);
        Assert.Equal(["ideas", "synopsis"], _surface.Told.Select(told => told.Offer!.Document.ToString()));
    }

    [Fact]
    public async Task Surface_ThatFailsForAWhile_IsToldByATimer()
    {
        _surface.Fail(new Delivery.Failed("It is closed."), new Delivery.Failed("It is closed."));
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), surface: _surface);

        await SubscribedAsync(desk);

        await UntilToldAsync(1);
        Assert.Equal(3, _surface.Calls);
    }

    [Fact]
    public async Task Subscription_ThatWasMadeLater_IsToldWhenTheHostIsAsked()
    {
        await using var desk = await CloudDesk.OpenAsync(await azurite.ClientsAsync(), surface: _surface);
        var project = await desk.BeginAsync(Writing.Start("brief").ToJsonString());
        var film = await desk.UntilAsync(project, found => found.Document(DocumentId.Ideas).Draft is not null, "ideas");
        await new SubscriptionTable(await azurite.ClientsAsync()).AddAsync(SurfaceDouble.Of(film), 0, Ct);

        await desk.Host.NotifyAsync(project, Ct);

        await UntilToldAsync(1);
    }

    private Task<int> UntilToldAsync(int count) => CloudDesk.UntilAsync(() => Task.FromResult(_surface.Told.Count), told => told >= count, $"{count} notices");

    private async Task<string> SubscribedAsync(CloudDesk desk)
    {
        var project = CloudDesk.NewProject();
        await new SubscriptionTable(await azurite.ClientsAsync()).AddAsync(SurfaceDouble.Of(new() { Id = project }), 0, Ct);
        await desk.SubmitAsync(project, await desk.StartOfAsync(project, Writing.Start("brief").ToJsonString()));
        return project;
    }
}
