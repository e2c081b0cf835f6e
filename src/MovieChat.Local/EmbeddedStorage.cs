using Azure.Identity;
using MovieChat.Local.Azurite;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Web;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Local;

/// <summary>The storage of an embedded head, open: Azurite runs if it is to, the lease is held, the tables exist.</summary>
public sealed class EmbeddedStorage : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;
    private readonly ILoggerFactory _loggers;

    private EmbeddedStorage(AzuriteProcess? azurite, HeadLease lease, StorageClients clients, string dataFolder, ILoggerFactory loggers)
    {
        (_azurite, Lease, Clients, DataFolder, _loggers) = (azurite, lease, clients, dataFolder, loggers);
    }

    public HeadLease Lease { get; }

    /// <summary>Clients that write only while the lease is held.</summary>
    public StorageClients Clients { get; }

    public string DataFolder { get; }

    /// <summary>Opens the storage that <c>AzureWebJobsStorage</c> names, with the data folder <c>MovieChat__DataFolder</c>.</summary>
    /// <exception cref="AzuriteException">Azurite could not be installed or started.</exception>
    /// <exception cref="HeadLeaseException">Another head works on the same storage.</exception>
    /// <exception cref="SettingException">One of the two settings is of no use.</exception>
    public static async Task<EmbeddedStorage> OpenAsync(IConfiguration configuration)
    {
        var loggers = LoggerFactory.Create(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true));
        var dataFolder = DataFolderOf(configuration["MovieChat:DataFolder"] is { Length: > 0 } folder ? folder : ".moviechat");
        var settings = StorageSettings.Read(name => configuration[name]);
        var azurite = await StartAzuriteAsync(settings, dataFolder, loggers);
        try
        {
            return await OpenAsync(settings, dataFolder, azurite, loggers);
        }
        catch
        {
            if (azurite is not null) await azurite.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Lease.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        _loggers.Dispose();
    }

    private static async Task<EmbeddedStorage> OpenAsync(StorageSettings settings, string dataFolder, AzuriteProcess? azurite, ILoggerFactory loggers)
    {
        var credential = settings.ConnectionString is null ? new DefaultAzureCredential() : null;
        var unguarded = Connect(settings, credential);
        var lease = await HeadLease.AcquireAsync(unguarded, HeadHolder.Here(dataFolder, TimeProvider.System), loggers.CreateLogger<HeadLease>());
        try
        {
            azurite?.Adopt();
            var clients = StorageClients.Create(settings, credential, new StorageMetrics(), new LeaseGuardPolicy(lease));
            await StorageSetup.CreateAsync(clients, CancellationToken.None);
            return new(azurite, lease, clients, dataFolder, loggers);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    private static string DataFolderOf(string folder)
    {
        try
        {
            return Directory.CreateDirectory(Path.GetFullPath(folder)).FullName;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The data folder '{folder}' can not be made ({wrong.Message}): choose another one with MovieChat__DataFolder.");
        }
    }

    /// <summary>The readers of connection strings throw several exceptions, some of which quote what may be a secret.</summary>
    private static StorageClients Connect(StorageSettings settings, DefaultAzureCredential? credential)
    {
        try
        {
            return StorageClients.Create(settings, credential);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new SettingException($"{StorageSettings.Name} holds no connection string: copy one from the storage account's access keys, or leave it out to have Azurite started.");
        }
    }

    private static async Task<AzuriteProcess?> StartAzuriteAsync(StorageSettings settings, string dataFolder, ILoggerFactory loggers) =>
        settings.ConnectionString is { } connection && AzuriteAddress.TryParse(connection) is { } address
            ? await AzuriteProcess.StartAsync(new() { DataFolder = dataFolder, Address = address, InstallFolder = AzuriteInstallFolder() }, loggers.CreateLogger<AzuriteProcess>(), CancellationToken.None)
            : null;

    /// <summary>Several data folders on one machine may share one installation: tests do.</summary>
    private static string? AzuriteInstallFolder() => Environment.GetEnvironmentVariable("MOVIECHAT_AZURITE_FOLDER") is { Length: > 0 } folder ? folder : null;
}
