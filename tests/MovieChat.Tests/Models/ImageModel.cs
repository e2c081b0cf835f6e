using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Workflows.Models;

namespace MovieChat.Tests.Models;

/// <summary>The image model as a head registers it, with its log kept. Impatient unless told otherwise: attempts of 5 s, retries after 1 to 20 ms.</summary>
internal sealed class ImageModel : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ImageModel(ServiceProvider services) => _services = services;

    public IImageGenerator Generator => _services.GetRequiredService<IImageGenerator>();

    public KeptLog Log { get; } = new();

    /// <param name="settings">As in an environment, without <c>MovieChat__Pictures__</c>; null takes a preset away.</param>
    public static ImageModel Of(Uri server, string provider = ModelProviders.OpenAI, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var isOpenAI = provider == ModelProviders.OpenAI;
        var all = new Dictionary<string, string?>
        {
            ["Provider"] = provider,
            ["Endpoint"] = isOpenAI ? new Uri(server, "/v1").ToString() : server.ToString(),
            [isOpenAI ? "Model" : "Deployment"] = "artist-1",
            ["Key"] = TextModel.Key,
            ["Timeout"] = "00:00:05",
            ["RetryDelay"] = "00:00:00.001",
            ["MaxRetryDelay"] = "00:00:00.020",
        };
        foreach (var (name, value) in settings ?? []) all[name] = value;
        return Of(all, more);
    }

    public static ImageModel Of(Dictionary<string, string?> settings, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create($"{PictureModelOptions.Section}:{each.Key}", each.Value)))
            .Build();
        var services = new ServiceCollection();
        more?.Invoke(services);
        services.AddPictureModel(configuration, _ => new StandInArtist());
        ImageModel? model = null;
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).Services.AddSingleton<ILoggerProvider>(_ => model!.Log));
        return model = new(services.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Asks for a picture made from <paramref name="references"/>.</summary>
    public Task<ImageGenerationResponse> Draw(string prompt, ImageGenerationOptions? options = null, CancellationToken? cancellation = null, params byte[][] references) =>
        Generator.GenerateAsync(
            new(prompt, references.Select(each => new DataContent(each, "image/png"))),
            options,
            cancellation ?? TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Where the understudy's artist stands in a test about who is registered.</summary>
internal sealed class StandInArtist : IImageGenerator
{
    public Task<ImageGenerationResponse> GenerateAsync(ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ImageGenerationResponse([new DataContent("understudy"u8.ToArray(), "image/png")]));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
