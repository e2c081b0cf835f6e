using MovieChat.Core.Journey;
using MovieChat.Tests.Workflows;

namespace MovieChat.Tests.Faults;

/// <summary>A project, its fork, and the fork's fork, which its writer gives up when it fails, are deleted one after the other: as long as
/// one lives, it has its texts, and at the end nothing is left.</summary>
internal sealed class EndRehearsal(Lane lane, Fault? fault) : Rehearsal(lane, fault)
{
    protected override IReadOnlyList<string> Projects => [$"{Prefix}-source", $"{Prefix}-fork", $"{Prefix}-second"];

    protected override async Task<IReadOnlyList<string>> TravelAsync(Heads heads, GoodClient client)
    {
        var (source, fork, second) = (Projects[0], Projects[1], Projects[2]);
        await client.BeginAsync(source, SmallFilm.Brought);
        await client.ForkAsync(source, fork);
        await client.TryForkAsync(fork, second);
        await client.DeleteAsync(source);
        await client.ReadTextsAsync(fork);
        await client.DeleteAsync(fork);
        if (await client.ExistsAsync(second))
        {
            await client.ReadTextsAsync(second);
            await client.DeleteAsync(second);
        }

        await heads.StopAsync();
        await StartOnceMoreAsync();
        return await LeftAsync();
    }

    private async Task<IReadOnlyList<string>> LeftAsync()
    {
        using var workshop = new Workshop(Lane.Clients);
        var left = new List<string>();
        foreach (var project in Projects)
        {
            if (await workshop.Projects.FindAsync(Workshop.Writer, project, Workshop.Ct) is { } listed) left.Add($"{listed.Id}: listed");

            // A fork that was given up may have been kept from beginning.
            if (await workshop.EntriesAsync(project) is [{ Event: ProjectDeleted }]) continue;
            left.AddRange((await workshop.LeftAsync(project)).Select(place => $"{project}: {place}"));
        }

        return [.. left.Select(line => line.Replace(Prefix, "film", StringComparison.Ordinal))];
    }
}
