using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;
using MovieChat.Storage;

namespace MovieChat.Bench;

/// <summary>An Azurite of the bench's own, gone with its data at the end.</summary>
internal sealed class BenchStorage : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;
    private readonly string _folder;

    private BenchStorage(AzuriteProcess azurite, string folder) => (_azurite, _folder) = (azurite, folder);

    public static async Task<BenchStorage> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-bench-{Guid.NewGuid():N}");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var azurite = await AzuriteProcess.StartAsync(
            new()
            {
                DataFolder = folder,
                Address = AzuriteAddress.FreePorts,
                InstallFolder = Path.Combine(home, "moviechat-azurite"),
            },
            NullLogger.Instance,
            CancellationToken.None);
        var storage = new BenchStorage(azurite, folder);
        await StorageSetup.CreateAsync(storage.Connect(), CancellationToken.None);
        return storage;
    }

    public string ConnectionString => _azurite.Address.ConnectionString;

    public StorageClients Connect(params HttpPipelinePolicy[] policies) =>
        StorageClients.Create(StorageSettings.Of(_azurite.Address.ConnectionString), null, policies);

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
