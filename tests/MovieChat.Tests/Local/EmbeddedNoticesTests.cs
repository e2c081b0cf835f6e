using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Tests.Notices;
using MovieChat.Tests.Storage;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Local;

/// <summary>The embedded head tells those who subscribed, whether their projects are in memory or not, and whatever ends it. Each test has a storage of its own: a head finishes what
/// another left in its storage, and would tell this test's surface.</summary>
public sealed class EmbeddedNoticesTests : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private readonly SurfaceDouble _surface = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _azurite.InitializeAsync();

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Draft_OfAProjectInMemory_IsToldAtOnce()
    {
        await using var desk = await Desk.OpenAsync(_azurite, surfaces: _surface);
        var project = await SubscribedAsync(desk);
        await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);

        await desk.ApproveAsync(project, "ideas", 1);

        await Desk.UntilAsync(() => Task.FromResult(_surface.Told.Count == 2), "both drafts to be told");
        Assert.Equal(["ideas", "synopsis"], _surface.Told.Select(told => told.Offer!.Document.ToString()));
        await Desk.UntilAsync(() => Task.FromResult(_surface.Messages.Values.First().Outcome is not null), "the first message to tell what was decided");
    }

    [Fact]
    public async Task Subscription_MadeLater_IsToldWhatItAskedFor()
    {
        await using var desk = await Desk.OpenAsync(_azurite, surfaces: _surface);
        var project = await desk.BeginAsync();
        var known = await desk.UntilAsync(project, "ideas", DocumentStatus.AwaitingApproval);
        // Nobody is told, and that is remembered: whoever subscribes says so.
        await desk.PauseAsync(project);
        await SubscribeAsync(desk, known);

        await desk.Host.NotifyAsync(project, Ct);

        await Desk.UntilAsync(() => Task.FromResult(_surface.Told.Count == 1), "the draft to be told");
    }

    [Theory]
    [InlineData("in memory")]
    [InlineData("in memory, restarted")]
    [InlineData("in memory, crashed")]
    [InlineData("put away")]
    [InlineData("put away, restarted")]
    [InlineData("put away, crashed")]
    public async Task Surface_ThatIsClosedForHours_IsToldOnceItIsOpenAgain(string how)
    {
        var isInMemory = how.StartsWith("in memory", StringComparison.Ordinal);
        await using var calendar = await Calendar.OpenAsync(_azurite, isInMemory ? new() { IdleTime = TimeSpan.FromDays(1_000) } : null, surfaces: _surface);
        _surface.Fail(Enumerable.Repeat<Delivery>(new Delivery.Failed("It is closed."), 5));
        var project = await SubscribedAsync(calendar.Desk);
        var table = new SubscriptionTable(await _azurite.ClientsAsync());

        // After 5 s, 30 s, 5 and 30 minutes and 2 hours, give or take a fifth: while the calendar is turned, several may pass.
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await Desk.UntilAsync(async () => (await ProgressAsync(table, project)) is var progress && (progress.Attempts >= attempt || progress.Cursor > 0), $"attempt {attempt}");
            if (!isInMemory) await calendar.PutAwayAsync(project);
            if (how.EndsWith("restarted", StringComparison.Ordinal)) await calendar.RestartAsync();
            if (how.EndsWith("crashed", StringComparison.Ordinal)) await calendar.CrashAsync();
            if ((await ProgressAsync(table, project)).NextAt is { } next && next > calendar.Clock.GetUtcNow()) await calendar.TurnToAsync(next);
        }

        await Desk.UntilAsync(() => Task.FromResult(_surface.Told.Count > 0), "the draft to be told", () => calendar.Clock.Advance(TimeSpan.FromMinutes(10)));
        Assert.All(_surface.Told, told => Assert.Equal((project, "ideas", 1), (told.Project.Id, told.Offer?.Document.ToString(), told.Offer?.Draft)));

        // What a process sends while it is ended may be sent again.
        if (how is "in memory" or "put away") Assert.Equal(6, _surface.Calls);
        else Assert.True(_surface.Calls >= 6, $"It was called {_surface.Calls} times.");
    }

    private static async Task<DeliveryProgress> ProgressAsync(SubscriptionTable table, string project) => (await table.ProgressAsync(project, "board1", Ct))!.Value.Progress;

    /// <summary>A project that is told of from its beginning.</summary>
    private static async Task<string> SubscribedAsync(Desk desk)
    {
        var project = MovieChat.Tests.Storage.Samples.Project();
        await SubscribeAsync(desk, new() { Id = project });
        return await desk.BeginAsync(project);
    }

    /// <summary>To drafts alone: these tests turn the calendar, and the project would be reminded of.</summary>
    private static Task<Subscription> SubscribeAsync(Desk desk, WritingProject project) =>
        new SubscriptionTable(desk.Workshop.Clients).AddAsync(SurfaceDouble.Of(project, "board1", NoticeTypes.DraftReady), 0, Ct);
}
