using MovieChat.Tests.Shared;
using MovieChat.Tests.Shared.Api;

namespace MovieChat.Tests.Local;

/// <summary>A head, as a process, that reminds after seconds instead of days.</summary>
public sealed class RemindingHead : IAsyncLifetime
{
    private HeadHome? _home;
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
        _home = await HeadHome.OpenAsync();
        _head = await _home.StartAsync(Settings);
        Owner = new(_head.Address, HeadHome.Key);
    }

    public async ValueTask DisposeAsync()
    {
        Owner?.Dispose();
        if (_head is not null) await _head.DisposeAsync();
        if (_home is not null) await _home.DisposeAsync();
    }
}
