using MovieChat.Tests.Models;

namespace MovieChat.Tests.Local;

/// <summary>How the embedded head ends gently, and what the next one finds.</summary>
public sealed class HeadEndTests : IAsyncLifetime
{
    private HeadHome _home = null!;

    public async ValueTask InitializeAsync() => _home = await HeadHome.OpenAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Terminate_InTheMiddleOfAModelCall_EndsAtOnceAndTheNextStartDoesTheWork()
    {
        await using var model = await HostileModelServer.StartAsync();
        model.Script(HostileAnswers.Hang());
        string project;
        await using (var head = await _home.StartAsync(new Dictionary<string, string?>
        {
            ["MovieChat__Text__Provider"] = "openai",
            ["MovieChat__Text__Endpoint"] = $"{model.Address}v1",
            ["MovieChat__Text__Model"] = "hostile",
        }))
        {
            using var client = new HeadClient(head);
            project = await client.BeginAsync();
            await Desk.UntilAsync(() => Task.FromResult(model.Seen.Count == 1), "the model to be asked");

            // The model never answers: what waited for it would never end.
            Assert.Equal(0, await head.StopAsync());
        }

        await using var next = await _home.StartAsync();
        using var again = new HeadClient(next);
        await again.UntilAsync(project, "ideas", "awaitingApproval");
    }
}
