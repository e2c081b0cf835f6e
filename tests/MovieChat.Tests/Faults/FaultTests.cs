using System.Collections.Concurrent;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Faults;

/// <summary>Two films made over a storage that fails once: as if it had not.</summary>
public sealed class FaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Lanes = 4;

    /// <summary>Operations at which each of the lesser kinds of fault is tried.</summary>
    private const int Samples = 1;

    /// <summary>The hardest kinds are tried at every so manieth operation; <c>MOVIECHAT_FAULT_STRIDE=1</c> tries every one, which takes minutes.</summary>
    private static int Stride { get; } = int.TryParse(Environment.GetEnvironmentVariable("MOVIECHAT_FAULT_STRIDE"), out var given) && given > 0 ? given : 9;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.AnswerLost, true)]
    [InlineData(FaultKind.Late, true)]
    [InlineData(FaultKind.CrashBefore, false)]
    [InlineData(FaultKind.CrashAfter, false)]
    public async Task Journey_FaultAtOneOperationAfterTheOther_EndsAsWithoutIt(FaultKind kind, bool persists)
    {
        var trial = await Trial.OpenAsync(azurite);
        var next = 0;
        var missed = 0;

        await trial.RunAsync(async lane =>
        {
            if (Volatile.Read(ref missed) >= Lanes) return false;
            if (!await trial.PlayAsync(lane, new(kind, Interlocked.Add(ref next, Stride), persists))) Interlocked.Increment(ref missed);
            return true;
        });

        output.WriteLine($"{kind}: {trial.Tell()}");
        trial.Check();
        Assert.True(trial.Struck >= trial.Plain.Operations / Stride / 2, $"{trial.Struck} faults struck a journey of {trial.Plain.Operations} operations.");
    }

    [Fact]
    public async Task Journey_FaultAtSomeOperations_EndsAsWithoutIt()
    {
        var trial = await Trial.OpenAsync(azurite);
        var seed = int.TryParse(Environment.GetEnvironmentVariable("MOVIECHAT_FAULT_SEED"), out var given) ? given : Random.Shared.Next();
        var faults = new ConcurrentQueue<Fault>(Draw(new(seed), trial.Plain.Operations));

        await trial.RunAsync(async lane =>
        {
            if (!faults.TryDequeue(out var fault)) return false;
            await trial.PlayAsync(lane, fault);
            return true;
        });

        output.WriteLine($"MOVIECHAT_FAULT_SEED={seed}: {trial.Tell()}");
        trial.Check($" with MOVIECHAT_FAULT_SEED={seed}");
    }

    private static IEnumerable<Fault> Draw(Random random, int operations) =>
        from kind in Enum.GetValues<FaultKind>()
        where kind is not (FaultKind.CrashBefore or FaultKind.CrashAfter)
        from persists in (bool[])[false, true]
        where (kind, persists) is not ((FaultKind.AnswerLost, true) or (FaultKind.BusyThenTimedOut, false) or (FaultKind.Twice, true))
        from _ in Enumerable.Range(0, Samples)
        select new Fault(kind, random.Next(1, operations + 1), persists);

    /// <summary>Many journeys, several side by side, each compared with one without faults.</summary>
    private sealed class Trial(IReadOnlyList<Lane> lanes, Played plain)
    {
        private const int MostFailures = 10;

        private readonly ConcurrentQueue<string> _failures = new();
        private readonly long _began = TimeProvider.System.GetTimestamp();
        private int _played;
        private int _struck;
        private int _extraCalls;

        public Played Plain { get; } = plain;

        public int Struck => _struck;

        public static async Task<Trial> OpenAsync(AzuriteFixture azurite)
        {
            var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Lane.OpenAsync(azurite, Ct)));
            var plain = await new Rehearsal(lanes[0], null).PlayAsync();
            Assert.Equal(plain.Orders, plain.Calls);
            return new(lanes, plain);
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
                var played = await new Rehearsal(lane, fault).PlayAsync();
                if (played.HasStruck) Interlocked.Increment(ref _struck);
                Interlocked.Add(ref _extraCalls, played.Calls - played.Orders);
                Compare(played);
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

        private void Compare(Played played)
        {
            var missing = Beyond(Plain.Lines, played.Lines);
            var surplus = Beyond(played.Lines, Plain.Lines);
            var isSame = Plain.Lines.SequenceEqual(played.Lines);
            Assert.True(isSame, $"The films are not the same.\nMissing:\n{string.Join('\n', missing)}\nSurplus:\n{string.Join('\n', surplus)}");
            Assert.Equal(Plain.Orders, played.Orders);
            Assert.True(played.Calls <= played.Orders + 1, $"The model was asked {played.Calls} times for {played.Orders} orders.");
        }

        /// <summary>The lines that stand in <paramref name="lines"/> more often than in <paramref name="others"/>.</summary>
        private static IEnumerable<string> Beyond(IReadOnlyList<string> lines, IReadOnlyList<string> others) =>
            lines.CountBy(line => line).Where(each => each.Value > others.Count(line => line == each.Key)).Select(each => $"{each.Value} times {each.Key}");
    }
}
