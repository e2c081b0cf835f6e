using System.Collections.Concurrent;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Faults;

/// <summary>Journeys over a storage that fails once: they end as if it had not.</summary>
public sealed class FaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Lanes = 4;

    /// <summary>Operations at which each of the lesser kinds of fault is tried.</summary>
    private const int Samples = 1;

    /// <summary>The hardest kinds are tried at every so manieth operation; <c>MOVIECHAT_FAULT_STRIDE=1</c> tries every one, which takes minutes.</summary>
    private static int Stride { get; } = int.TryParse(Environment.GetEnvironmentVariable("MOVIECHAT_FAULT_STRIDE"), out var given) && given > 0 ? given : 13;

    /// <summary>Journeys in which nothing struck any more: how many operations one needs is not always the same.</summary>
    private static int Misses => Stride == 1 ? Lanes : 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.AnswerLost, true)]
    [InlineData(FaultKind.Late, true)]
    [InlineData(FaultKind.CrashBefore, false)]
    [InlineData(FaultKind.CrashAfter, false)]
    public Task Films_FaultAtOneOperationAfterTheOther_AreMadeAsWithoutIt(FaultKind kind, bool persists) =>
        StepAsync(kind, persists, (lane, fault) => new FilmRehearsal(lane, fault));

    [Theory]
    [InlineData(FaultKind.AnswerLost, true)]
    [InlineData(FaultKind.Late, true)]
    [InlineData(FaultKind.CrashBefore, false)]
    [InlineData(FaultKind.CrashAfter, false)]
    public Task Deletions_FaultAtOneOperationAfterTheOther_LeaveNothingAndTakeNothingFromOthers(FaultKind kind, bool persists) =>
        StepAsync(kind, persists, (lane, fault) => new EndRehearsal(lane, fault));

    [Fact]
    public Task Films_FaultAtSomeOperations_AreMadeAsWithoutIt() => SampleAsync((lane, fault) => new FilmRehearsal(lane, fault));

    [Fact]
    public Task Deletions_FaultAtSomeOperations_LeaveNothingAndTakeNothingFromOthers() => SampleAsync((lane, fault) => new EndRehearsal(lane, fault));

    private async Task StepAsync(FaultKind kind, bool persists, Func<Lane, Fault?, Rehearsal> rehearse)
    {
        var trial = await Trial.OpenAsync(azurite, rehearse);
        var next = 0;
        var missed = 0;

        await trial.RunAsync(async lane =>
        {
            if (Volatile.Read(ref missed) >= Misses) return false;
            if (!await trial.PlayAsync(lane, new(kind, Interlocked.Add(ref next, Stride), persists))) Interlocked.Increment(ref missed);
            return true;
        });

        output.WriteLine($"{kind}: {trial.Tell()}");
        trial.Check();
        Assert.True(trial.Struck >= trial.Plain.Operations / Stride / 2, $"{trial.Struck} faults struck a journey of {trial.Plain.Operations} operations.");
    }

    private async Task SampleAsync(Func<Lane, Fault?, Rehearsal> rehearse)
    {
        var trial = await Trial.OpenAsync(azurite, rehearse);
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
    private sealed class Trial(IReadOnlyList<Lane> lanes, Func<Lane, Fault?, Rehearsal> rehearse, Played plain)
    {
        private const int MostFailures = 10;
        private const int MostUnderWay = 3;

        private readonly ConcurrentQueue<string> _failures = new();
        private readonly long _began = TimeProvider.System.GetTimestamp();
        private int _played;
        private int _struck;
        private int _extraCalls;

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
}
