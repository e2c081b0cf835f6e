using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;

namespace MovieChat.Behaviour.Head;

/// <summary>A head that reminds after seconds instead of days. Beside <c>MOVIECHAT_BASE_URL</c>, <c>MOVIECHAT_REMINDING_BASE_URL</c> names one
/// that runs already with <see cref="Settings"/>; without them the embedded head is started.</summary>
public sealed class RemindingHead : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-reminding-{Guid.NewGuid():N}");
    private AzuriteProcess? _azurite;
    private HeadProcess? _head;

    /// <summary>Reminders 2, 4, 7 and 10 seconds after the last event, then silence.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["MovieChat__Reminders__After"] = "00:00:02, 00:00:04",
        ["MovieChat__Reminders__Every"] = "00:00:03",
        ["MovieChat__Reminders__ParkAfter"] = "00:00:12",
        ["MovieChat__Runtime__ReminderCheck"] = "00:00:00.200",
    };

    public Client Owner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (HeadFixture.Setting("MOVIECHAT_BASE_URL") is not null)
        {
            var running = HeadFixture.Setting("MOVIECHAT_REMINDING_BASE_URL") ?? throw new InvalidOperationException("MOVIECHAT_BASE_URL needs MOVIECHAT_REMINDING_BASE_URL beside it: a head that reminds after seconds.");
            Owner = new(new(running), HeadFixture.Setting("MOVIECHAT_OWNER_KEY") ?? throw new InvalidOperationException("MOVIECHAT_REMINDING_BASE_URL needs MOVIECHAT_OWNER_KEY beside it."));
            return;
        }

        var key = Guid.NewGuid().ToString("N");
        _azurite = await AzuriteProcess.StartAsync(
            new() { DataFolder = _folder, Address = AzuriteAddress.FreePorts, InstallFolder = HeadFixture.InstallFolder }, NullLogger.Instance, CancellationToken.None);
        var settings = new Dictionary<string, string?>(Settings)
        {
            ["AzureWebJobsStorage"] = _azurite.Address.ConnectionString,
            ["MOVIECHAT_OWNER_KEY"] = key,
            ["MovieChat__DataFolder"] = Path.Combine(_folder, "data"),
        };
        _head = await HeadProcess.StartAsync(settings, _folder);
        Owner = new(_head.Address, key);
    }

    public async ValueTask DisposeAsync()
    {
        Owner?.Dispose();
        if (_head is not null) await _head.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
