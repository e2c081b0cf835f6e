using System.Diagnostics;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;
using Spectre.Console;

namespace MovieChat.Bench.Craft;

/// <summary>How well the understudy writes: fifty films from fifty briefs, measured as a reader would who reads them all. <c>--worst</c> shows what
/// stands behind the figures.</summary>
internal static class CraftBench
{
    /// <summary>Later options are chosen by some writers too, and must be as good.</summary>
    private const int IdeasInTurn = 3;

    private static readonly Func<IReadOnlyList<CraftFilm>, IEnumerable<CraftFigure>>[] s_measures =
    [
        SharedSentences.Of,
        RepeatedSentences.Of,
        DistinctWords.Of,
        SpeakerTold.Of,
        BrokenFacts.Of,
        SceneTurns.Of,
        SetUps.Of,
        Lengths.Of,
        PageRules.Of,
        Variety.Of,
    ];

    /// <param name="table">The figures of all benches.</param>
    /// <param name="arguments">Of the command line.</param>
    /// <param name="below">What is printed after the table.</param>
    public static async Task RunAsync(Table table, string[] arguments, List<string> below)
    {
        var from = Stopwatch.GetTimestamp();
        var films = new List<CraftFilm>();
        foreach (var (place, brief) in CraftBrief.All().Index()) films.Add(await new CraftWriter(brief, 1 + (place % IdeasInTurn), Others(films)).WriteAsync());
        var wall = Stopwatch.GetElapsedTime(from);
        CraftFilm[] whole = [.. films.Where(film => film.Failure is null)];
        foreach (var figure in Written(films, wall).Concat(s_measures.SelectMany(measure => measure(whole))))
        {
            table.AddRow("craft", Markup.Escape(figure.Name), Markup.Escape(figure.Value), figure.Target, figure.IsMet switch { true => "met", false => "missed", null => "" });
            if (arguments.Contains("--worst") && figure.Worst.Count > 0) below.AddRange(["", figure.Name, .. figure.Worst.Select(line => $"  {line}")]);
        }
    }

    /// <summary>One writer wrote them all, one after the other.</summary>
    private static OtherFilm[] Others(IEnumerable<CraftFilm> films) => [.. films.Select(film => film.Film.Idea).OfType<Idea>().Select(idea => new OtherFilm(idea.Title, idea.Logline))];

    private static IEnumerable<CraftFigure> Written(List<CraftFilm> films, TimeSpan wall)
    {
        CraftFilm[] broken = [.. films.Where(film => film.Failure is not null)];
        yield return new("films written to the end", $"{films.Count - broken.Length} of {films.Count}, {wall.TotalSeconds / films.Count:0.0} s each", $"{films.Count}", broken.Length == 0)
        {
            Worst = [.. broken.Select(film => $"{film.Id}: {film.Failure}")],
        };
        var sentBack = films.Where(film => film.Repairs > 0).OrderByDescending(film => film.Repairs).Select(film => $"{film.Id}: {film.Repairs}");
        yield return CraftFigure.None("answers sent back for repair", films.Sum(film => film.Repairs), $"{films.Sum(film => film.Repairs)}", sentBack.Take(5));
    }
}
