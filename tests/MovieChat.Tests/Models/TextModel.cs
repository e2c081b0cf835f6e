using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Workflows.Models;

namespace MovieChat.Tests.Models;

/// <summary>The text model as a head registers it, with its log kept. Impatient unless told otherwise: attempts of 5 s, retries after 1 to 20 ms.</summary>
internal sealed class TextModel : IAsyncDisposable
{
    /// <summary>The key that must show up nowhere but on the wire.</summary>
    public const string Key = "sk-very-secret-4711";

    private readonly ServiceProvider _services;

    private TextModel(ServiceProvider services) => _services = services;

    public IChatClient Client => _services.GetRequiredService<IChatClient>();

    public KeptLog Log { get; } = new();

    /// <param name="settings">As in an environment, without <c>MovieChat__Text__</c>; null takes a preset away.</param>
    public static TextModel Of(Uri server, string provider = ModelProviders.OpenAI, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var isOpenAI = provider == ModelProviders.OpenAI;
        var all = new Dictionary<string, string?>
        {
            ["Provider"] = provider,
            ["Endpoint"] = isOpenAI ? new Uri(server, "/v1").ToString() : server.ToString(),
            [isOpenAI ? "Model" : "Deployment"] = "writer-1",
            ["Key"] = Key,
            ["Timeout"] = "00:00:05",
            ["RetryDelay"] = "00:00:00.001",
            ["MaxRetryDelay"] = "00:00:00.020",
        };
        foreach (var (name, value) in settings ?? []) all[name] = value;
        return Of(all, more);
    }

    public static TextModel Of(Dictionary<string, string?> settings, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create($"{TextModelOptions.Section}:{each.Key}", each.Value)))
            .Build();
        var services = new ServiceCollection();
        more?.Invoke(services);
        services.AddTextModel(configuration, _ => new StandIn());
        TextModel? model = null;
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).Services.AddSingleton<ILoggerProvider>(_ => model!.Log));
        return model = new(services.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Where the understudy stands in a test about who is registered.</summary>
internal sealed class StandIn : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "understudy")));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
