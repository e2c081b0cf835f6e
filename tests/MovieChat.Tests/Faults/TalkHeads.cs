using MovieChat.Tests.Local;

namespace MovieChat.Tests.Faults;

/// <summary>The processes of one talk, one after the other: when one crashes, the next starts over the same storage.</summary>
internal sealed class TalkHeads(Lane lane, Fault? fault, TalkingModel model) : IAsyncDisposable
{
    private const int MostTries = 40;

    private readonly SemaphoreSlim _change = new(1, 1);
    private readonly List<TalkDesk> _all = [];
    private FaultyWire _last = new(fault);

    public TimeProvider Clock { get; } = new SwiftClock(1000);

    /// <summary>The wire of the first head, which has the fault.</summary>
    public FaultyWire Wire => field ??= _last;

    public async Task<TalkDesk> LivingAsync()
    {
        await _change.WaitAsync();
        try
        {
            if (_all is [.., var living] && !_last.IsDead) return living;
            if (_all is [.., var dead])
            {
                await dead.StopAsync();
                _last = new(null);
            }

            _ = Wire;
            _all.Add(await new TalkDesk(lane.Connect(_last), model, Clock).StartAsync());
            return _all[^1];
        }
        finally
        {
            _change.Release();
        }
    }

    /// <summary>Asks until it is answered.</summary>
    public async Task AskAsync(Func<TalkDesk, Task> ask)
    {
        for (var tries = 1; ; tries++)
        {
            var head = await LivingAsync();
            try
            {
                await ask(head);
                return;
            }
            catch (Exception) when (tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), Clock);
            }
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
}
