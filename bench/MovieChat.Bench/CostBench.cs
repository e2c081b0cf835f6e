using Spectre.Console;

namespace MovieChat.Bench;

/// <summary>The cloud head on paper: what a film is made of is counted in the journal of one that is made here, what that comes to in storage
/// operations and money follows by facts and prices that can be given (<c>--price name=value</c>). Nothing in Azure is asked.</summary>
internal static partial class CostBench
{
    private static readonly double[] s_films = [1, 1_000, 1_000_000];

    /// <param name="table">The figures of all benches.</param>
    /// <param name="arguments">Of the command line.</param>
    public static async Task RunAsync(Table table, string[] arguments)
    {
        var given = new Parameters(arguments);
        var film = await Film.CountAsync(given);
        var months = s_films.Select(films => new Month(films, film, given)).ToArray();
        AnsiConsole.Profile.Width = 170;
        AnsiConsole.Write(Shown(film, given));
        AnsiConsole.Write(Shown(months));
        AnsiConsole.Write(Shown(Limits(film, given)));
        AnsiConsole.Write(Shown(given));
        foreach (var month in months)
        {
            var share = month.ModelCost / month.Cost;
            table.AddRow("cost", $"a film, {month.Films:N0} in flight", Money(month.CostOfAFilm), $"model {Money(month.CostOfAFilm * share)}", $"{share:P0}");
        }
    }
}
