using System.Drawing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MovieChat.Workflows.Models;

namespace MovieChat.Tests.Models;

public sealed class PictureModelOptionsTests
{
    private const string Azure = "Provider=azureopenai Deployment=d Key=sk-very-secret-4711 ";
    private const string Other = "Provider=openai Model=m Endpoint=http://127.0.0.1:1/v1 ";

    [Theory]
    [InlineData("Provider=gemini", "Provider", "understudy, azureopenai or openai")]
    [InlineData("Provider=azureopenai Deployment=d", "Endpoint", "https://my-resource.openai.azure.com")]
    [InlineData("Provider=azureopenai Endpoint=https://r.openai.azure.com", "Deployment", "name of the deployment")]
    [InlineData(Azure + "Endpoint=http://r.openai.azure.com", "Endpoint", "https://")]
    [InlineData(Azure + "Endpoint=https://me:sk-very-secret-4711@r.openai.azure.com", "Endpoint", "without a user")]
    [InlineData(Azure + "Endpoint=https://r.openai.azure.com/openai/v1/images/generations", "Endpoint", "base address")]
    [InlineData(Azure + "Endpoint=https://r.openai.azure.com/openai/v1/images/edits", "Endpoint", "base address")]
    [InlineData("Provider=openai Key=sk-very-secret-4711", "Model", "name of a model")]
    [InlineData("Provider=openai Model=m", "Key", "API key")]
    [InlineData("Provider=openai Model=m Key=sk-very-secret-4711 Endpoint=http://10.0.0.7/v1", "Endpoint", "https://")]
    [InlineData(Other + "Timeout=soon", "Timeout", "hours:minutes:seconds")]
    [InlineData(Other + "Timeout=120", "Timeout", "to 01:00:00")]
    [InlineData(Other + "TotalTimeout=00:00:10", "TotalTimeout", "from 00:05:00")]
    [InlineData(Other + "MaxConcurrency=0", "MaxConcurrency", "from 1 to 256")]
    [InlineData(Other + "MaxRetries=11", "MaxRetries", "from 0 to 10")]
    [InlineData(Other + "RetryDelay=00:02:00", "RetryDelay", "to 00:01:00")]
    [InlineData(Other + "MaxRetryDelay=10:00:00", "MaxRetryDelay", "to 00:10:00")]
    [InlineData(Other + "Quality=hd", "Quality", "auto, low, medium, high, not 'hd'")]
    [InlineData(Other + "Sizes=large", "Sizes", "such as 1024x1024, 1536x1024, not 'large'")]
    [InlineData(Other + "Sizes=1024x1024,1024x", "Sizes", "not '1024x'")]
    [InlineData(Other + "Sizes=1024x1024x1", "Sizes", "not '1024x1024x1'")]
    [InlineData(Other + "Sizes=1024x-1", "Sizes", "not '1024x-1'")]
    [InlineData(Other + "Sizes=1024x1024,", "Sizes", "not ''")]
    [InlineData(Other + "Sizes=1024x10", "Sizes", "from 64 to 8192")]
    public async Task Start_WithAWrongSetting_NamesItAndWhatItMayBe(string settings, string setting, string mayBe)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Parse(settings).Select(each => KeyValuePair.Create("MovieChat:Pictures:" + each.Key, each.Value)));
        builder.Services.AddPictureModel(builder.Configuration, _ => new StandInArtist());
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        var message = Assert.Single(refused.Failures, each => each.StartsWith($"MovieChat__Pictures__{setting} ", StringComparison.Ordinal));
        Assert.Contains(mayBe, message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret-4711", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void Sizes_TooFewOrMany_AreRefused(int count)
    {
        var services = new ServiceCollection();
        services.AddPictureModel(new ConfigurationBuilder().Build(), _ => new StandInArtist());
        services.Configure<PictureModelOptions>(options => options.Sizes = [.. Enumerable.Repeat(new Size(1024, 1024), count)]);
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PictureModelOptions>>().Value);

        Assert.Contains("from 1 to 32 sizes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Provider=AzureOpenAI Deployment=d Endpoint=https://r.openai.azure.com/")]
    [InlineData("Provider=openai Model=m Key=k")]
    [InlineData("Provider=openai Model=m Endpoint=http://comfy:8188/v1")]
    public async Task Settings_Complete_GiveARemoteModel(string settings)
    {
        await using var model = ImageModel.Of(Parse(settings));

        var metadata = model.Generator.GetService<ImageGeneratorMetadata>();
        Assert.Equal(("openai", settings.Contains("Deployment", StringComparison.Ordinal) ? "d" : "m"), (metadata?.ProviderName, metadata?.DefaultModelId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Provider=understudy Endpoint=nowhere")]
    [InlineData("Provider= Key= Timeout= Sizes= Quality=")]
    public async Task Settings_NamingNoModel_GiveTheUnderstudy(string settings)
    {
        await using var model = ImageModel.Of(Parse(settings));

        var drawn = (DataContent)(await model.Draw("Who is there?")).Contents[0];
        Assert.Equal("understudy"u8.ToArray(), drawn.Data.ToArray());
        var options = model.Get<IOptions<PictureModelOptions>>().Value;
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), 2, 4, "auto"), (options.Timeout, options.TotalTimeout, options.MaxConcurrency, options.MaxRetries, options.Quality));
        Assert.Equal([new(1024, 1024), new(1536, 1024), new(1024, 1536)], options.Sizes);
    }

    [Fact]
    public void Settings_OfBothModels_StandBesideEachOther()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("MovieChat:Text:MaxConcurrency", "7"), new("MovieChat:Pictures:MaxConcurrency", "3")]).Build();
        services.AddTextModel(configuration, _ => new StandIn()).AddPictureModel(configuration, _ => new StandInArtist());
        using var provider = services.BuildServiceProvider();

        Assert.Equal(7, provider.GetRequiredService<IOptions<TextModelOptions>>().Value.MaxConcurrency);
        Assert.Equal(3, provider.GetRequiredService<IOptions<PictureModelOptions>>().Value.MaxConcurrency);
    }

    [Fact]
    public void Options_Printed_ShowNoKey() =>
        Assert.DoesNotContain("secret", new PictureModelOptions { Key = "secret" }.ToString(), StringComparison.Ordinal);

    private static Dictionary<string, string?> Parse(string settings) =>
        settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=', 2)).ToDictionary(each => each[0], each => (string?)each[1]);
}
