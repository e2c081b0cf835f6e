using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Insights;
using MovieChat.Core.Insights.Charts;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

internal static class InsightsEndpoint
{
    private const string Svg = "image/svg+xml", Png = "image/png";
    private const string DraftText = "Also what awaits you: its first option stands where nothing is approved yet.";

    public static void MapInsights(this RouteGroupBuilder api)
    {
        var insights = api.MapGroup("/projects/{project}/insights").WithTags("Insights");
        insights.MapGet("", GetAsync)
            .Named("insights", "See the film in figures", "Who is in which scene and says how much, how long it is, where and when it plays, and an estimate of its tension beside the usual turns: a diagnostic, never a law. What is not there yet is empty.")
            .Fails(400, 404);
        insights.MapGet("/{chart}", ChartAsync)
            .Named("chart", "See one of the figures drawn", $"{string.Join(", ", FilmChart.All.Select(chart => $"`{chart.Name}`"))}, each as `.svg` or as `.png`, which has twice as many pixels on a side as asked for.")
            .Produces<string>(200, Svg, Png)
            .Fails(400, 404);
    }

    private static async Task<Ok<FilmInsights>> GetAsync(
        string project, Caller caller, OwnProjects own, FilmReader films, [Description(DraftText)] bool? draft, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(project, caller, own, films, draft, cancellationToken));

    private static async Task<FileContentHttpResult> ChartAsync(
        string project,
        string chart,
        Caller caller,
        OwnProjects own,
        FilmReader films,
        [Description(DraftText)] bool? draft,
        [Description("In pixels, 360 to 2400; 800 when left out.")] int? width,
        [Description("In pixels, 240 to 2400; what the chart needs when left out.")] int? height,
        CancellationToken cancellationToken)
    {
        var insights = await ReadAsync(project, caller, own, films, draft, cancellationToken);
        Check(width, ChartSize.LeastWidth, ChartSize.MostWidth, "width");
        Check(height, ChartSize.LeastHeight, ChartSize.MostHeight, "height");
        var found = FilmChart.Named(Path.GetFileNameWithoutExtension(chart)) ?? throw Unknown();
        return Path.GetExtension(chart) switch
        {
            ".svg" => TypedResults.File(found.Svg(insights, width, height), Svg),
            ".png" => TypedResults.File(found.Png(insights, width, height), Png),
            _ => throw Unknown(),
        };
    }

    private static async Task<FilmInsights> ReadAsync(string project, Caller caller, OwnProjects own, FilmReader films, bool? draft, CancellationToken cancellationToken) =>
        FilmInsights.Of(await films.ReadAsync(await own.ReadAsync(caller, project, cancellationToken), draft ?? false, cancellationToken));

    private static void Check(int? size, int least, int most, string name)
    {
        if (size < least || size > most) throw new ProblemException(ProblemKinds.Malformed, $"A {name} of {size} is not possible: give {least} to {most}.", name);
    }

    private static ProblemException Unknown() =>
        new(ProblemKinds.UnknownChart, $"Charts are {string.Join(", ", FilmChart.All.Select(chart => $"'{chart.Name}'"))}: add '.svg' or '.png' to one of the names.");
}
