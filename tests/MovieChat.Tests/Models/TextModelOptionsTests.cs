using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MovieChat.Workflows.Models;

namespace MovieChat.Tests.Models;

public sealed class TextModelOptionsTests
{
    private const string Azure = "Provider=azureopenai Deployment=d Key=sk-very-secret-4711 ";
    private const string Other = "Provider=openai Model=m Endpoint=http://127.0.0.1:1/v1 ";

    [Theory]
    [InlineData("Provider=gemini", "Provider", "understudy, azureopenai or openai")]
    [InlineData("Provider=azureopenai Deployment=d", "Endpoint", "https://my-resource.openai.azure.com")]
    [InlineData("Provider=azureopenai Endpoint=https://r.openai.azure.com", "Deployment", "name of the deployment")]
    [InlineData(Azure + "Endpoint=http://r.openai.azure.com", "Endpoint", "https://")]
    [InlineData("Provider=azureopenai Deployment=d Endpoint=http://127.0.0.1:1", "Endpoint", "https://")]
    [InlineData(Azure + "Endpoint=r.openai.azure.com", "Endpoint", "http(s) address")]
    [InlineData(Azure + "Endpoint=ftp://r.openai.azure.com", "Endpoint", "http(s) address")]
    [InlineData(Azure + "Endpoint=https://me:sk-very-secret-4711@r.openai.azure.com", "Endpoint", "without a user")]
    [InlineData(Azure + "Endpoint=https://r.openai.azure.com?key=sk-very-secret-4711", "Endpoint", "a query")]
    [InlineData(Azure + "Endpoint=https://r.openai.azure.com/openai/deployments/d/chat/completions", "Endpoint", "base address")]
    [InlineData("Provider=openai Key=sk-very-secret-4711", "Model", "name of a model")]
    [InlineData("Provider=openai Model=m", "Key", "API key")]
    [InlineData("Provider=openai Model=m Key=sk-very-secret-4711 Endpoint=http://10.0.0.7/v1", "Endpoint", "https://")]
    [InlineData(Other + "Timeout=soon", "Timeout", "hours:minutes:seconds")]
    [InlineData(Other + "Timeout=120", "Timeout", "from 00:00:00.0010000 to 01:00:00")]
    [InlineData(Other + "TotalTimeout=00:00:10", "TotalTimeout", "from 00:02:00")]
    [InlineData(Other + "MaxConcurrency=0", "MaxConcurrency", "from 1 to 256")]
    [InlineData(Other + "MaxConcurrency=many", "MaxConcurrency", "a whole number")]
    [InlineData(Other + "MaxRetries=-1", "MaxRetries", "from 0 to 10")]
    [InlineData(Other + "RetryDelay=00:02:00", "RetryDelay", "to 00:01:00")]
    [InlineData(Other + "MaxRetryDelay=10:00:00", "MaxRetryDelay", "to 00:10:00")]
    [InlineData(Other + "ContextTokens=12", "ContextTokens", "from 2000")]
    [InlineData(Other + "MaxAnswerTokens=1", "MaxAnswerTokens", "from 256")]
    public async Task Start_WithAWrongSetting_NamesItAndWhatItMayBe(string settings, string setting, string mayBe)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Parse(settings).Select(each => KeyValuePair.Create("MovieChat:Text:" + each.Key, each.Value)));
        builder.Services.AddTextModel(builder.Configuration, _ => new StandIn());
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        var message = Assert.Single(refused.Failures, each => each.StartsWith($"MovieChat__Text__{setting} ", StringComparison.Ordinal));
        Assert.Contains(mayBe, message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret-4711", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Provider=AzureOpenAI Deployment=d Endpoint=https://r.openai.azure.com/")]
    [InlineData("Provider=azureopenai Deployment=d Endpoint=https://r.openai.azure.com/openai/v1/")]
    [InlineData("Provider=openai Model=m Key=k")]
    [InlineData("Provider=openai Model=m Endpoint=http://ollama:11434/v1")]
    [InlineData("Provider=openai Model=m Key=k Endpoint=http://localhost:11434/v1")]
    public async Task Settings_Complete_GiveARemoteModel(string settings)
    {
        await using var model = TextModel.Of(Parse(settings));

        Assert.Equal("openai", model.Client.GetService<ChatClientMetadata>()?.ProviderName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Provider=understudy Endpoint=nowhere")]
    [InlineData("Provider= Key= Timeout=")]
    public async Task Settings_NamingNoModel_GiveTheUnderstudy(string settings)
    {
        await using var model = TextModel.Of(Parse(settings));

        Assert.Equal("understudy", (await model.Client.GetResponseAsync("Who is there?", cancellationToken: TestContext.Current.CancellationToken)).Text);
        var options = model.Get<IOptions<TextModelOptions>>().Value;
        Assert.Equal((TimeSpan.FromMinutes(2), 4, 4, 32_000), (options.Timeout, options.MaxConcurrency, options.MaxRetries, options.ContextTokens));
    }

    [Fact]
    public void Settings_InTheEnvironment_AreRead()
    {
        const string name = "MovieChat__Text__ContextTokens";
        Environment.SetEnvironmentVariable(name, "64000");
        try
        {
            var services = new ServiceCollection();
            services.AddTextModel(new ConfigurationBuilder().AddEnvironmentVariables().Build(), _ => new StandIn());
            using var provider = services.BuildServiceProvider();

            Assert.Equal(64_000, provider.GetRequiredService<IOptions<TextModelOptions>>().Value.ContextTokens);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void Options_Printed_ShowNoKey() =>
        Assert.DoesNotContain("secret", new TextModelOptions { Key = "secret" }.ToString(), StringComparison.Ordinal);

    private static Dictionary<string, string?> Parse(string settings) =>
        settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=', 2)).ToDictionary(each => each[0], each => (string?)each[1]);
}
