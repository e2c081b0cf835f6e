using Microsoft.Extensions.AI;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Workflows.Models;
using static MovieChat.Tests.Models.HostileAnswers;

namespace MovieChat.Tests.Models;

public sealed class TextModelStreamTests : IAsyncLifetime
{
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await HostileModelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Stream_EndedProperly_ComesWholeWithItsUsageEstimated()
    {
        _server.Script(Stream(["Fade ", "in."]));
        await using var model = TextModel.Of(_server.Address);

        var response = await model.Client.GetStreamingResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken)
            .ToChatResponseAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Fade in.", response.Text);
        Assert.Equal("hostile-1", response.ModelId);
        Assert.True(TextUsage.IsEstimated(response.Usage!));
        Assert.True(response.Usage!.OutputTokenCount > 0);
    }

    [Theory]
    [InlineData(StreamEnd.Early)]
    [InlineData(StreamEnd.Cut)]
    [InlineData(StreamEnd.Hang)]
    public async Task Stream_EndedBadly_FailsAfterWhatCame(StreamEnd end)
    {
        var seen = new TaskCompletionSource();
        _server.Script(Stream(["Fade ", "in."], end, seen: seen.Task));
        await using var model = TextModel.Of(_server.Address, settings: new() { ["Timeout"] = "00:00:00.500" });
        var text = "";

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => Collect(model, each =>
        {
            text = each;
            if (text == "Fade in.") seen.SetResult();
        }));

        Assert.Equal(FailureKinds.Unavailable, failed.Failure.Kind);
        Assert.Equal("Fade in.", text);
        Assert.Single(_server.Seen);
    }

    [Theory]
    [InlineData("length", FailureKinds.Truncated)]
    [InlineData("content_filter", FailureKinds.Refused)]
    public async Task Stream_EndedByTheModel_TellsWhy(string finish, string kind)
    {
        _server.Script(Stream(["Fade "], finish: finish));
        await using var model = TextModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => Collect(model));

        Assert.Equal(kind, failed.Failure.Kind);
    }

    [Fact]
    public async Task Stream_OfTwoMegabytes_IsRefused()
    {
        _server.Script(Stream(Enumerable.Repeat(new string('x', 20_000), 100)));
        await using var model = TextModel.Of(_server.Address);

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => Collect(model));

        Assert.Contains("1024 KiB", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_RefusedAtFirst_IsRetried()
    {
        _server.Script(Error(503), Stream(["Fine"]));
        await using var model = TextModel.Of(_server.Address);

        Assert.Equal("Fine", await Collect(model));
        Assert.Equal(2, _server.Seen.Count);
    }

    private static async Task<string> Collect(TextModel model, Action<string>? soFar = null)
    {
        var text = "";
        await foreach (var update in model.Client.GetStreamingResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken))
        {
            text += update.Text;
            soFar?.Invoke(text);
        }

        return text;
    }
}
