using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>One journey with one fault, and what must be true of it afterwards.</summary>
internal sealed class Rehearsal(Lane lane, Fault? fault)
{
    private readonly string _prefix = $"f-{Guid.NewGuid():N}";
    private readonly SmallFilm _film = new();

    private string[] Projects => [$"{_prefix}-source", $"{_prefix}-fork"];

    /// <summary>Travels from the beginning to the end, whatever the fault does.</summary>
    public async Task<Played> PlayAsync()
    {
        try
        {
            return await TravelAsync();
        }
        finally
        {
            var active = new ActiveTable(lane.Clients);
            foreach (var left in await active.ListAsync(CancellationToken.None).ToListAsync(CancellationToken.None)) await active.UnmarkAsync(left, Azure.ETag.All, CancellationToken.None);
        }
    }

    private async Task<Played> TravelAsync()
    {
        await using var heads = new Heads(lane, fault, _film, Projects);
        var client = new GoodClient(heads);
        await new FilmJourney(client, Projects[0], Projects[1]).TravelAsync();
        var known = await Task.WhenAll(Projects.Select(project => client.UntilAsync(project, _ => true)));
        await heads.StopAsync();

        var films = await ReadAsync();
        foreach (var (film, last) in films.Zip(known)) CheckWhole(film, last);
        foreach (var (project, key) in client.Acknowledged) CheckCountsOnce(films.Single(film => film.Project.Id == project), key);
        await CheckNothingIsLeftAsync(films);
        return new(heads.Wire.Operations, heads.Wire.HasStruck, [.. films.SelectMany(film => film.Lines).Select(Anonymous)], _film.Calls.Count, _film.Calls.Distinct().Count());
    }

    private async Task<StoredFilm[]> ReadAsync()
    {
        using var workshop = new Workshop(lane.Clients);
        return await Task.WhenAll(Projects.Select(project => StoredFilm.ReadAsync(workshop, project)));
    }

    /// <summary>The journal has no gap and no repetition, folds to what the head knew, and owes nothing.</summary>
    private static void CheckWhole(StoredFilm film, WritingProject known)
    {
        Assert.Equal(Enumerable.Range(1, film.Entries.Count).Select(place => (long)place), film.Entries.Select(entry => entry.Sequence));
        Assert.Equal(film.Project, film.Entries.Aggregate(WritingProject.None, (project, entry) => project.On(entry)));
        Assert.Equal(film.Project, known);
        Assert.Empty(film.Project.Owed());
        Assert.Equal(ProjectStatus.Complete, film.Project.Status());
    }

    /// <summary>What a command made is there, and in one piece.</summary>
    private static void CheckCountsOnce(StoredFilm film, string key)
    {
        var made = film.Entries.Where(entry => entry.Cause == key).Select(entry => entry.Sequence).ToArray();
        Assert.True(made.Length > 0, $"'{key}' of '{film.Project.Id}' was acknowledged and is not in the journal.");
        Assert.True(made[^1] - made[0] + 1 == made.Length, $"'{key}' of '{film.Project.Id}' counts more than once.");
    }

    /// <summary>The next start finds nothing to do, and puts away what the last one left marked.</summary>
    private async Task CheckNothingIsLeftAsync(StoredFilm[] films)
    {
        var calls = _film.Calls.Count;
        var clock = new SwiftClock(10_000);
        var active = new ActiveTable(lane.Clients);
        await using (await Head.StartAsync(lane, new(null), _film, clock))
        {
            while (await active.ListAsync(Workshop.Ct).AnyAsync(Workshop.Ct)) await Task.Delay(TimeSpan.FromMinutes(1), clock, Workshop.Ct);
        }

        Assert.Equal(calls, _film.Calls.Count);
        Assert.Equal(films.Select(film => film.Project), (await ReadAsync()).Select(film => film.Project));
    }

    private string Anonymous(string line) => line.Replace(_prefix, "film", StringComparison.Ordinal);
}

/// <param name="Operations">Storage operations of the first head.</param>
/// <param name="Lines">All that is stored, without what may differ.</param>
/// <param name="Calls">How often the model was asked, for <paramref name="Orders"/> orders.</param>
internal sealed record Played(int Operations, bool HasStruck, IReadOnlyList<string> Lines, int Calls, int Orders);
