using System.Collections.Concurrent;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Faults;

/// <summary>Many journeys, several side by side, each compared with one without faults.</summary>
internal sealed class Trial(IReadOnlyList<Lane> lanes, Func<Lane, Fault?, Rehearsal> rehearse, Played plain)
{
    /// <summary>Journeys at the same time.</summary>
    public const int Lanes = 4;

    private const int MostFailures = 10;
    private const int MostUnderWay = 3;

    private readonly ConcurrentQueue<string> _failures = new();
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private int _played;
    private int _struck;
    private int _extraCalls;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Played Plain { get; } = plain;

    public int Struck => _struck;

    public static async Task<Trial> OpenAsync(AzuriteFixture azurite, Func<Lane, Fault?, Rehearsal> rehearse)
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Lane.OpenAsync(azurite, Ct)));
        var plain = await rehearse(lanes[0], null).PlayAsync();
        Assert.Equal(plain.Orders, plain.Calls);
        return new(lanes, rehearse, plain);
    }

    /// <summary>Plays on every lane until <paramref name="play"/> says that there is no more to play.</summary>
    public Task RunAsync(Func<Lane, Task<bool>> play) => Task.WhenAll(lanes.Select(lane => Task.Run(
        async () =>
        {
            while (_failures.Count < MostFailures && await play(lane)) Ct.ThrowIfCancellationRequested();
        },
        Ct)));

    /// <returns>Whether the fault struck.</returns>
    public async Task<bool> PlayAsync(Lane lane, Fault fault)
    {
        Interlocked.Increment(ref _played);
        try
        {
            var played = await rehearse(lane, fault).PlayAsync();
            if (played.HasStruck) Interlocked.Increment(ref _struck);
            Interlocked.Add(ref _extraCalls, played.Calls - played.Orders);
            Compare(played, fault);
            return played.HasStruck;
        }
        catch (Exception failed) when (!Ct.IsCancellationRequested)
        {
            _failures.Enqueue($"{fault}: {failed}");
            return true;
        }
    }

    public string Tell() =>
        $"{_played} journeys of {Plain.Operations} operations and {Plain.Orders} orders, {_struck} faults, {_extraCalls} more calls of the model than orders, {TimeProvider.System.GetElapsedTime(_began).TotalSeconds:0} s";

    public void Check(string where = "") => Assert.True(_failures.IsEmpty, $"{_failures.Count} journeys failed{where}:\n{string.Join("\n\n", _failures)}");

    /// <summary>Only what a process had not stored when it crashed is asked for again: the orders of a film that were under way.</summary>
    private void Compare(Played played, Fault fault)
    {
        var missing = Beyond(Plain.Lines, played.Lines);
        var surplus = Beyond(played.Lines, Plain.Lines);
        var isSame = Plain.Lines.SequenceEqual(played.Lines);
        Assert.True(isSame, $"It does not end as without the fault.\nMissing:\n{string.Join('\n', missing)}\nSurplus:\n{string.Join('\n', surplus)}");
        var most = fault.Kind is FaultKind.CrashBefore or FaultKind.CrashAfter ? MostUnderWay : 0;
        Assert.True(played.Calls <= played.Orders + most, $"The model was asked {played.Calls} times for {played.Orders} orders.");
    }

    /// <summary>The lines that stand in <paramref name="lines"/> more often than in <paramref name="others"/>.</summary>
    private static IEnumerable<string> Beyond(IReadOnlyList<string> lines, IReadOnlyList<string> others) =>
        lines.CountBy(line => line).Where(each => each.Value > others.Count(line => line == each.Key)).Select(each => $"{each.Value} times {each.Key}");
}
