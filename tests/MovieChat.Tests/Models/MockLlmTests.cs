using System.Text.Json;
using Microsoft.Extensions.AI;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Workflows.Models;

namespace MovieChat.Tests.Models;

/// <summary>The providers' clients against a server that somebody else wrote.</summary>
public sealed class MockLlmTests(MockLlmServer server) : IClassFixture<MockLlmServer>
{
    [Theory]
    [InlineData(ModelProviders.OpenAI, "/v1")]
    [InlineData(ModelProviders.AzureOpenAI, "/")]
    [InlineData(ModelProviders.AzureOpenAI, "/openai/v1/")]
    public async Task Synopsis_AskedBySchema_ComesThrough(string provider, string path)
    {
        await using var model = Model(path, provider);

        var response = await model.Client.GetResponseAsync(
            "A heist under Vienna",
            new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Synopsis>(FilmJson.Default.Options, "synopsis") },
            TestContext.Current.CancellationToken);

        var synopsis = JsonSerializer.Deserialize<Synopsis>(response.Text, FilmJson.Default.Options)!;
        Assert.Equal(["One.", "Two.", "Three.", "Four.", "Five."], synopsis.Lines);
        Assert.Equal("mock-of-writer-1", response.ModelId);
        Assert.Equal(28, response.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task Answer_Streamed_ComesThrough()
    {
        await using var model = Model("/v1");

        var response = await model.Client.GetStreamingResponseAsync("A heist under Vienna, told backwards by the vault itself", cancellationToken: TestContext.Current.CancellationToken)
            .ToChatResponseAsync(TestContext.Current.CancellationToken);

        Assert.Equal("A heist under Vienna, told backwards by the vault itself", response.Text);
        Assert.NotNull(response.Usage);
    }

    [Fact]
    public async Task Server_BusyThenDown_IsAskedAgain()
    {
        await using var model = Model("/recovering");

        var response = await model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("third time", response.Text);
        Assert.True(TextUsage.IsEstimated(response.Usage!));
    }

    [Fact]
    public async Task Server_ThatKnowsTheKey_LetsIn()
    {
        await using var model = Model("/locked");

        Assert.Equal("come in", (await model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken)).Text);
    }

    [Theory]
    [InlineData("/locked", "sk-wrong", "MovieChat__Text__Key")]
    [InlineData("/nowhere", TextModel.Key, "MovieChat__Text__Model")]
    public async Task Server_Refusing_IsToldWithTheSettingToLookAt(string path, string key, string setting)
    {
        await using var model = Model(path, settings: new() { ["Key"] = key });

        var failed = await Assert.ThrowsAsync<ModelFailedException>(() => model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(FailureKinds.Rejected, failed.Failure.Kind);
        Assert.Contains(setting, failed.Failure.Remedy, StringComparison.Ordinal);
    }

    private TextModel Model(string path, string provider = ModelProviders.OpenAI, Dictionary<string, string?>? settings = null) =>
        TextModel.Of(server.Address, provider, new(settings ?? []) { ["Endpoint"] = new Uri(server.Address, path).ToString() });
}
