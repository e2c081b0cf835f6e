using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>The processes of one journey, one after the other: when one crashes, the next starts over the same storage.</summary>
internal sealed class Heads(Lane lane, Fault? fault, SmallFilm film, IReadOnlyList<string> projects) : IAsyncDisposable
{
    private readonly SemaphoreSlim _change = new(1, 1);
    private readonly List<Head> _all = [];

    public TimeProvider Clock { get; } = new SwiftClock(1000);

    /// <summary>The wire of the first head, which has the fault.</summary>
    public FaultyWire Wire { get; } = new(fault);

    public async Task<Head> LivingAsync()
    {
        await _change.WaitAsync();
        try
        {
            if (_all is [.., { Wire.IsDead: false } living]) return living;
            if (_all is [.., var dead]) await BuryAsync(dead);
            _all.Add(await Head.StartAsync(lane, _all.Count == 0 ? Wire : new(null), film, Clock));
            return _all[^1];
        }
        finally
        {
            _change.Release();
        }
    }

    /// <summary>Ends the last head as a service is ended, and lets what is still on the wire arrive.</summary>
    public async Task StopAsync()
    {
        await (await LivingAsync()).StopAsync();
        await Wire.SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var head in _all) await head.DisposeAsync();
        _change.Dispose();
    }

    /// <summary>What a crash leaves behind: whatever owes work is marked, so that the next start finds it, and whatever waits is marked or has
    /// its row, so that its writer is reminded.</summary>
    private async Task BuryAsync(Head dead)
    {
        await dead.StopAsync();
        using var workshop = new Workshop(lane.Clients);
        var marked = await new ActiveTable(lane.Clients).ListAsync(Workshop.Ct).ToListAsync(Workshop.Ct);
        var due = await new DueTable(lane.Clients).ListAsync(DateTimeOffset.MaxValue.AddDays(-1), Workshop.Ct).ToListAsync(Workshop.Ct);
        foreach (var project in projects)
        {
            var left = await workshop.FoldAsync(project);
            var owed = left.Owed();
            Assert.True(owed.Count == 0 || marked.Contains(project), $"After the crash '{project}' owes {owed.Count} orders and is not marked.");
            var row = ReminderPlan.Usual.NextDue(left);
            Assert.True(row is null || marked.Contains(project) || due.Contains(new(row.Value, project)), $"After the crash '{project}' waits, and nobody will look at it at {row}.");
        }
    }
}
