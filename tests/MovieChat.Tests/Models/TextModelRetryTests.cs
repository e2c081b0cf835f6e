using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Writing;
using static MovieChat.Tests.Models.HostileAnswers;

namespace MovieChat.Tests.Models;

public sealed class TextModelRetryTests : IAsyncLifetime
{
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Limited, because on this clock a wait that is too long never ends.
    [Theory(Timeout = 20_000)]
    [InlineData("7", 7)]
    [InlineData("Sun, 01 Mar 2026 12:00:42 GMT", 42)]
    [InlineData("86400", 60)]
    [InlineData("99999999999999999999", null)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 60)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", null)]
    [InlineData("0", null)]
    [InlineData("soon", null)]
    public async Task RetryAfter_Told_IsKeptUpToTheLongestWait(string header, int? seconds)
    {
        var clock = new HastyClock(TimeSpan.FromSeconds(60));
        _server.Script(Error(429, retryAfter: header), Completion("fine"));
        await using var model = TextModel.Of(
            _server.Address,
            settings: new() { ["Timeout"] = null, ["RetryDelay"] = "00:00:01", ["MaxRetryDelay"] = null },
            more: services => services.AddSingleton<TimeProvider>(clock));

        var response = await model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("fine", response.Text);
        var wait = Assert.Single(clock.Waits);
        if (seconds is { } asked) Assert.Equal(TimeSpan.FromSeconds(asked), wait);
        else Assert.InRange(wait.TotalSeconds, 0.0, 5.0);
    }

    [Fact(Timeout = 20_000)]
    public async Task Waits_WithNoTimeTold_GrowAndStayBounded()
    {
        var clock = new HastyClock(TimeSpan.FromSeconds(60));
        _server.Script(Error(503));
        await using var model = TextModel.Of(
            _server.Address,
            settings: new() { ["Timeout"] = null, ["RetryDelay"] = "00:00:10", ["MaxRetryDelay"] = null, ["MaxRetries"] = "9" },
            more: services => services.AddSingleton<TimeProvider>(clock));

        await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(9, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(60)));
        Assert.True(clock.Waits.Skip(5).Average(wait => wait.TotalSeconds) > clock.Waits[0].TotalSeconds);
    }

    [Fact]
    public async Task Model_RecoveringAfterFailures_AnswersAndIsAskedTheSameEachTime()
    {
        _server.Script(Error(500), Error(408), Cut(CompletionJson("half")), Error(429), Completion("fine"));
        await using var model = TextModel.Of(_server.Address);

        var response = await model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("fine", response.Text);
        Assert.Equal(5, _server.Seen.Count);
        Assert.Single(_server.Seen.Select(request => (request.Path, request.Body)).Distinct());
    }

    [Fact]
    public async Task Retries_SetToNone_AskOnce()
    {
        _server.Script(Error(500));
        await using var model = TextModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "0" });

        await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Single(_server.Seen);
    }

    [Fact]
    public async Task Answers_MoreThanAllowedAtOnce_WaitTheirTurn()
    {
        var open = new TaskCompletionSource();
        var both = new TaskCompletionSource();
        var (inside, most) = (0, 0);
        _server.Script(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            if (inside == 2) both.TrySetResult();
            await open.Task;
            Interlocked.Decrement(ref inside);
            await Completion("fine")(context);
        });
        await using var model = TextModel.Of(_server.Address, settings: new() { ["MaxConcurrency"] = "2" });

        var asked = Enumerable.Range(0, 6).Select(_ => model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken)).ToList();
        using var impatient = new CancellationTokenSource();
        var waiting = model.Client.GetResponseAsync("Hello", cancellationToken: impatient.Token);
        await both.Task;
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        open.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(2, most);
        Assert.Equal(6, _server.Seen.Count);
    }
}
