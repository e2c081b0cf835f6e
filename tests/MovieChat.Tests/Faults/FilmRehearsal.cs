using MovieChat.Core.Journey;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>Two films are made: what is stored of them at the end is as if nothing had gone wrong.</summary>
internal sealed class FilmRehearsal(Lane lane, Fault? fault) : Rehearsal(lane, fault)
{
    protected override IReadOnlyList<string> Projects => [$"{Prefix}-source", $"{Prefix}-fork"];

    protected override async Task<IReadOnlyList<string>> TravelAsync(Heads heads, GoodClient client)
    {
        await new FilmJourney(client, Projects[0], Projects[1]).TravelAsync();
        var known = await Task.WhenAll(Projects.Select(project => client.UntilAsync(project, _ => true)));
        await heads.StopAsync();

        var films = await ReadAsync();
        foreach (var (film, last) in films.Zip(known)) CheckWhole(film, last);
        foreach (var (project, key) in client.Acknowledged) CheckCountsOnce(films.Single(film => film.Project.Id == project), key);
        await StartOnceMoreAsync();
        Assert.Equal(films.Select(film => film.Project), (await ReadAsync()).Select(film => film.Project));
        return [.. films.SelectMany(film => film.Lines).Concat(Film.Calls.Distinct()).Select(line => line.Replace(Prefix, "film", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private async Task<StoredFilm[]> ReadAsync()
    {
        using var workshop = new Workshop(Lane.Clients);
        return await Task.WhenAll(Projects.Select(project => StoredFilm.ReadAsync(workshop, project)));
    }

    /// <summary>The journal has no gap and no repetition, folds to what the head knew and what a snapshot leads to, and owes nothing.</summary>
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
}
