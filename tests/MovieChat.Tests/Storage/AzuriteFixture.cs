using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace MovieChat.Tests.Storage;

/// <summary>A real Azurite for the tests that store, started when the first of them asks. Its installation is kept between runs in
/// <c>moviechat-azurite</c> of the user's folder for caches. Where it can not be installed, those tests fail.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-tests-{Guid.NewGuid():N}");
    private readonly Lazy<Task<AzuriteProcess>> _azurite;
    private readonly Lazy<Task<StorageClients>> _clients;

    public AzuriteFixture()
    {
        _azurite = new(() => AzuriteProcess.StartAsync(Options(_folder), NullLogger.Instance, CancellationToken.None));
        _clients = new(async () =>
        {
            var clients = await ConnectAsync();
            await StorageSetup.CreateAsync(clients, CancellationToken.None);
            return clients;
        });
    }

    public static string InstallFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "moviechat-azurite");

    /// <summary>Clients of the Azurite that all tests share, its tables and containers made. Tests keep apart by their project ids.</summary>
    public Task<StorageClients> ClientsAsync() => _clients.Value;

    /// <summary>Clients of the same Azurite with <paramref name="policies"/> right before the wire.</summary>
    public async Task<StorageClients> ConnectAsync(params IReadOnlyList<HttpPipelinePolicy> policies) =>
        StorageClients.Create(StorageSettings.Of((await _azurite.Value).Address.ConnectionString), null, policies);

    /// <summary>How a test starts an Azurite of its own at free ports.</summary>
    public static AzuriteOptions Options(string dataFolder) =>
        new() { DataFolder = dataFolder, Address = AzuriteAddress.FreePorts, InstallFolder = InstallFolder };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_azurite.IsValueCreated) await (await _azurite.Value).DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
