using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Film;
using MovieChat.Workflows.Models;
using static MovieChat.Tests.Models.HostileAnswers;

namespace MovieChat.Tests.Models;

/// <summary>What travels to each provider, and what is read from its answer.</summary>
public sealed class TextModelWireTests : IAsyncLifetime
{
    private HostileModelServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await HostileModelServer.StartAsync();
        _server.Script(Completion("fine", tokens: (12, 3), model: "gpt-told"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task OpenAI_WithAKey_PostsToTheBaseAddress()
    {
        var seen = await Ask(ModelProviders.OpenAI);

        Assert.Equal("/v1/chat/completions", seen.Path);
        Assert.Equal("Bearer " + TextModel.Key, seen.Headers["Authorization"]);
        Assert.Equal("writer-1", (string?)JsonNode.Parse(seen.Body)!["model"]);
    }

    [Fact]
    public async Task OpenAI_WithoutAKey_SendsNoCredential()
    {
        var seen = await Ask(ModelProviders.OpenAI, new() { ["Key"] = null });

        Assert.DoesNotContain("Authorization", seen.Headers.Keys);
        Assert.DoesNotContain("api-key", seen.Headers.Keys);
    }

    [Fact]
    public async Task Azure_WithAKey_PostsToTheDeployment()
    {
        var seen = await Ask(ModelProviders.AzureOpenAI);

        Assert.Equal("/openai/deployments/writer-1/chat/completions?api-version=2024-10-21", seen.Path);
        Assert.Equal(TextModel.Key, seen.Headers["api-key"]);
    }

    [Fact]
    public async Task Azure_WithoutAKey_SendsAnEntraToken()
    {
        var seen = await Ask(ModelProviders.AzureOpenAI, new() { ["Endpoint"] = "https://my-resource.openai.azure.com", ["Key"] = null });

        Assert.StartsWith("/openai/deployments/writer-1/", seen.Path, StringComparison.Ordinal);
        Assert.Equal("Bearer token for https://cognitiveservices.azure.com/.default", seen.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/", null)]
    [InlineData("https://my-resource.openai.azure.com/openai/v1", null)]
    [InlineData("https://my-resource.openai.azure.com/openai/v1/", TextModel.Key)]
    public async Task AzureVersioned_WithAKeyOrAnIdentity_TakesThePlainClient(string endpoint, string? key)
    {
        var seen = await Ask(ModelProviders.AzureOpenAI, new() { ["Endpoint"] = endpoint, ["Key"] = key });

        Assert.Equal("/openai/v1/chat/completions", seen.Path);
        if (key is null) Assert.Equal("Bearer token for https://cognitiveservices.azure.com/.default", seen.Headers["Authorization"]);
        else Assert.Equal(key, seen.Headers["api-key"]);
        Assert.Equal("writer-1", (string?)JsonNode.Parse(seen.Body)!["model"]);
    }

    [Theory]
    [InlineData(ModelProviders.OpenAI, "/v1")]
    [InlineData(ModelProviders.AzureOpenAI, "/")]
    [InlineData(ModelProviders.AzureOpenAI, "/openai/v1/")]
    public async Task Schema_Asked_GoesOutStrictAsTheResponseFormat(string provider, string path)
    {
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Synopsis>(FilmJson.Default.Options, "synopsis") };

        var seen = await Ask(provider, new() { ["Endpoint"] = new Uri(_server.Address, path).ToString() }, options);

        var format = JsonNode.Parse(seen.Body)!["response_format"]!;
        Assert.Equal("json_schema", (string?)format["type"]);
        Assert.Equal("synopsis", (string?)format["json_schema"]!["name"]);
        Assert.True((bool?)format["json_schema"]!["strict"]);
        var schema = format["json_schema"]!["schema"]!;
        Assert.False((bool?)schema["additionalProperties"]);
        Assert.Contains("lines", schema["required"]!.AsArray().Select(name => (string?)name));
        Assert.Null(options.AdditionalProperties);
    }

    [Fact]
    public async Task Schema_WhereTheCallerWantsItLoose_GoesOutLoose()
    {
        var seen = await Ask(ModelProviders.OpenAI, options: new()
        {
            ResponseFormat = ChatResponseFormat.ForJsonSchema<Synopsis>(FilmJson.Default.Options),
            AdditionalProperties = new() { ["strict"] = false },
        });

        Assert.False((bool?)JsonNode.Parse(seen.Body)!["response_format"]!["json_schema"]!["strict"]);
    }

    [Theory]
    [InlineData(ModelProviders.OpenAI, "/v1")]
    [InlineData(ModelProviders.AzureOpenAI, "/")]
    [InlineData(ModelProviders.AzureOpenAI, "/openai/v1/")]
    public async Task AnswerLimit_Configured_GoesOut(string provider, string path)
    {
        var seen = await Ask(provider, new() { ["Endpoint"] = new Uri(_server.Address, path).ToString(), ["MaxAnswerTokens"] = "4000" });

        Assert.Equal(4000, (int?)JsonNode.Parse(seen.Body)!["max_completion_tokens"]);
    }

    [Theory]
    [InlineData(ModelProviders.OpenAI)]
    [InlineData(ModelProviders.AzureOpenAI)]
    public async Task Usage_ToldByTheService_IsTaken(string provider)
    {
        await using var model = TextModel.Of(_server.Address, provider);

        var response = await model.Client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("gpt-told", response.ModelId);
        Assert.Equal((12L, 3L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.False(TextUsage.IsEstimated(response.Usage));
    }

    public static TheoryData<string> Untold => [CompletionJson("four words as answer", model: ""), CompletionJson("four words as answer", tokens: (-1, -1_000_000), model: new string('m', 5000))];

    [Theory]
    [MemberData(nameof(Untold))]
    public async Task Usage_NotToldOrUnbelievable_IsEstimatedAndSaidSo(string answer)
    {
        _server.Script(Raw(answer));
        await using var model = TextModel.Of(_server.Address);

        var response = await model.Client.GetResponseAsync("Hello there", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("writer-1", response.ModelId);
        Assert.Equal((2L, 4L, 6L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
        Assert.True(TextUsage.IsEstimated(response.Usage));
    }

    [Theory]
    [InlineData(ModelProviders.OpenAI)]
    [InlineData(ModelProviders.AzureOpenAI)]
    public async Task Log_AtTrace_HoldsNeitherKeyNorText(string provider)
    {
        _server.Script(Error(429, message: TextModel.Key), Completion("The heist fails."));
        await using var model = TextModel.Of(_server.Address, provider);

        await model.Client.GetResponseAsync("A heist under Vienna", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("OnRetry", model.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TextModel.Key, model.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("heist", model.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<SeenRequest> Ask(string provider, Dictionary<string, string?>? settings = null, ChatOptions? options = null)
    {
        await using var model = TextModel.Of(_server.Address, provider, settings, services => services
            .AddSingleton<TokenCredential>(new EntraTokens())
            .AddHttpClient(TextModelRegistration.Road).AddHttpMessageHandler(() => new Detour(_server.Address)));
        var response = await model.Client.GetResponseAsync("Hello", options, TestContext.Current.CancellationToken);
        Assert.Equal("fine", response.Text);
        return Assert.Single(_server.Seen);
    }
}
