using System.Collections.Concurrent;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Faults;

/// <summary>Journeys over a storage that fails once: they end as if it had not.</summary>
public sealed class FaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    /// <summary>Operations at which each of the lesser kinds of fault is tried.</summary>
    private const int Samples = 1;

    /// <summary>The hardest kinds are tried at every so manieth operation; <c>MOVIECHAT_FAULT_STRIDE=1</c> tries every one, which takes minutes.</summary>
    private static int Stride { get; } = int.TryParse(Environment.GetEnvironmentVariable("MOVIECHAT_FAULT_STRIDE"), out var given) && given > 0 ? given : 29;

    /// <summary>Journeys in which nothing struck any more: how many operations one needs is not always the same.</summary>
    private static int Misses => Stride == 1 ? Trial.Lanes : 1;

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
}
