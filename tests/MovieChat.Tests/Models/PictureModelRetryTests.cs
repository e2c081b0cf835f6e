using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using static MovieChat.Tests.Models.HostileAnswers;
using static MovieChat.Tests.Models.HostilePictures;

namespace MovieChat.Tests.Models;

/// <summary>How patiently an image model is asked.</summary>
public sealed class PictureModelRetryTests : IAsyncLifetime
{
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Limited, because on this clock a wait that is too long never ends.
    [Theory(Timeout = 20_000)]
    [InlineData("7", 7)]
    [InlineData("86400", 60)]
    public async Task RetryAfter_Told_IsKeptUpToTheLongestWait(string header, int seconds)
    {
        var clock = new HastyClock(TimeSpan.FromSeconds(60));
        _server.Script(Error(429, retryAfter: header), Pictures(Png));
        await using var model = ImageModel.Of(
            _server.Address,
            settings: new() { ["Timeout"] = null, ["RetryDelay"] = "00:00:01", ["MaxRetryDelay"] = null },
            more: services => services.AddSingleton<TimeProvider>(clock));

        Assert.Single((await model.Draw("A vault", cancellation: TestContext.Current.CancellationToken)).Contents);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task Model_RecoveringAfterFailures_AnswersAndIsSentTheSameFormEachTime()
    {
        _server.Script(Error(500), Error(408), Cut(PicturesJson(Png)), Abort(), Pictures(Jpeg));
        await using var model = ImageModel.Of(_server.Address);

        var response = await model.Draw("A vault", references: [Numbered(1, 200_000), WebP]);

        Assert.Single(response.Contents);
        Assert.Equal(5, _server.Seen.Count);
        Assert.All(_server.Seen, request => Assert.Equal(_server.Seen[0].Bytes, request.Bytes));
    }

    [Fact]
    public async Task Retries_SetToNone_AskOnce()
    {
        _server.Script(Error(500));
        await using var model = ImageModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "0" });

        await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Single(_server.Seen);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("drip")]
    public async Task Model_GivingNoWholeAnswer_TimesOutEveryAttempt(string how)
    {
        _server.Script(how == "hang" ? Hang() : Drip(TimeSpan.FromMilliseconds(10)));
        await using var model = ImageModel.Of(_server.Address, settings: new() { ["MaxRetries"] = "1", ["Timeout"] = "00:00:00.300" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.Contains("MovieChat__Pictures__Timeout", failed.Failure.Remedy, StringComparison.Ordinal);
        Assert.Equal(2, _server.Seen.Count);
    }

    [Fact]
    public async Task Model_WhereNothingListens_IsUnreachable()
    {
        var gone = _server.Address;
        await _server.DisposeAsync();
        await using var model = ImageModel.Of(gone, settings: new() { ["MaxRetries"] = "1" });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Draw("A vault"));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.Contains("MovieChat__Pictures__Endpoint", failed.Failure.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Caller_CancellingWhileTheModelHangs_SeesACancellation(bool whileFetching)
    {
        using var cancellation = new CancellationTokenSource();
        var hanging = Hang();
        Microsoft.AspNetCore.Http.RequestDelegate cancelled = context =>
        {
            cancellation.Cancel();
            return hanging(context);
        };
        if (whileFetching) _server.Script(At(new Uri(_server.Address, "/1.png").ToString()), cancelled);
        else _server.Script(cancelled);
        await using var model = ImageModel.Of(_server.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.Draw("A vault", cancellation: cancellation.Token));

        Assert.Equal(whileFetching ? 2 : 1, _server.Seen.Count);
        Assert.DoesNotContain("failed after", model.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_MoreThanAllowedAtOnce_WaitTheirTurn()
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
            await Pictures(Png)(context);
        });
        await using var model = ImageModel.Of(_server.Address);

        var asked = Enumerable.Range(0, 6).Select(_ => model.Draw("A vault")).ToList();
        using var impatient = new CancellationTokenSource();
        var waiting = model.Draw("A vault", cancellation: impatient.Token);
        await both.Task;
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        open.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(2, most);
        Assert.Equal(6, _server.Seen.Count);
    }

    [Fact]
    public async Task Log_AtTrace_HoldsNeitherKeyNorText()
    {
        _server.Script(Error(429, message: TextModel.Key), Pictures(Png));
        await using var model = ImageModel.Of(_server.Address);

        await model.Draw("A heist under Vienna", references: [Png]);

        Assert.Contains("OnRetry", model.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TextModel.Key, model.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("heist", model.Log.Text, StringComparison.OrdinalIgnoreCase);
    }
}
