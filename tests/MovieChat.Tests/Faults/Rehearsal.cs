using MovieChat.Storage;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>One journey with one fault, and what must be true of it afterwards.</summary>
internal abstract class Rehearsal(Lane lane, Fault? fault)
{
    protected string Prefix { get; } = $"f-{Guid.NewGuid():N}";

    protected Lane Lane => lane;

    protected SmallFilm Film { get; } = new(lane.Clients);

    /// <summary>The ids of the projects that there may be.</summary>
    protected abstract IReadOnlyList<string> Projects { get; }

    /// <summary>Travels from the beginning to the end, whatever the fault does.</summary>
    public async Task<Played> PlayAsync()
    {
        try
        {
            await using var heads = new Heads(lane, fault, Film, Projects);
            var lines = await TravelAsync(heads, new GoodClient(lane, heads));
            Assert.Empty(Film.AskedAgain);
            return new(heads.Wire.Operations, heads.Wire.HasStruck, lines, Film.Calls.Count, Film.Calls.Distinct().Count());
        }
        finally
        {
            var active = new ActiveTable(lane.Clients);
            foreach (var left in await active.ListAsync(CancellationToken.None).ToListAsync(CancellationToken.None)) await active.UnmarkAsync(left, Azure.ETag.All, CancellationToken.None);
        }
    }

    /// <returns>What must be the same with every fault.</returns>
    protected abstract Task<IReadOnlyList<string>> TravelAsync(Heads heads, GoodClient client);

    /// <summary>The next start finds nothing to do, and puts away what the last one left marked.</summary>
    protected async Task StartOnceMoreAsync()
    {
        var calls = Film.Calls.Count;
        var clock = new SwiftClock(10_000);
        var active = new ActiveTable(lane.Clients);
        await using (await Head.StartAsync(lane, new(null), Film, clock))
        {
            while (await active.ListAsync(Workshop.Ct).AnyAsync(Workshop.Ct)) await Task.Delay(TimeSpan.FromMinutes(1), clock, Workshop.Ct);
        }

        Assert.Equal(calls, Film.Calls.Count);
    }
}

/// <param name="Operations">Storage operations of the first head.</param>
/// <param name="Lines">What must be the same with every fault.</param>
/// <param name="Calls">How often the model was asked, for <paramref name="Orders"/> orders.</param>
internal sealed record Played(int Operations, bool HasStruck, IReadOnlyList<string> Lines, int Calls, int Orders);
