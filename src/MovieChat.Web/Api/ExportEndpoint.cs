using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Exports;

namespace MovieChat.Web.Api;

internal static class ExportEndpoint
{
    private const string Description = """
        `screenplay.pdf`: the screenplay as it is printed, on US Letter. `fdx`: for Final Draft. `fountain`: as plain text.
        `storyboard.pdf`: the frames with what happens, the camera, the line and the seconds. `shots.csv`: the shot list. `animatic.html`: a page that plays the frames.
        `bible.pdf`: the story bible, all that is known of the film, to be printed.
        `authorship.pdf`: who wrote what, the writer or which model, with shares, drafts and decisions. `authorship.json`: the same, for programs.
        `bundle.zip`: all of it and the pictures, in one archive. `project.json`: every approved document, with who wrote it and what it was made from.
        """;

    public static void MapExports(this RouteGroupBuilder api) =>
        api.MapGet("/projects/{project}/exports/{export}", ExportAsync).WithTags("Exports")
            .Named("export", "Take the film home", Description.ReplaceLineEndings(" "))
            .Produces<string>(200, "text/plain", "application/xml", "application/pdf", "application/zip", "text/csv", "text/html", Body.MediaType)
            .Fails(400, 404);

    private static async Task<IResult> ExportAsync(
        string project,
        string export,
        Caller caller,
        OwnProjects own,
        FilmExports exports,
        HttpContext context,
        [Description("Also what awaits you: its first option stands where nothing is approved yet.")] bool? draft,
        [Description("Fountain: the scenes' summaries as synopses.")] bool? synopses,
        [Description("screenplay.pdf: the scenes' numbers in both margins.")] bool? numbers,
        [Description("storyboard.pdf: panels on a page, 3 or 6.")] int? panels,
        CancellationToken cancellationToken)
    {
        var found = await own.ReadAsync(caller, project, cancellationToken);
        var file = FilmFile.Find(export) ?? throw new ProblemException(ProblemKinds.UnknownExport);
        if (panels is { } count && !StoryboardPdfOptions.PanelCounts.Contains(count)) throw new ProblemException(ProblemKinds.Malformed, $"{count} panels on a page are not possible: give {string.Join(" or ", StoryboardPdfOptions.PanelCounts)}.", "panels");
        var film = exports.Open(found, new() { WithDrafts = draft ?? false, Synopses = synopses ?? false, SceneNumbers = numbers ?? false, Panels = panels ?? 3 });
        var name = FileNames.Of(found.Title, "film", file.Ending);
        // How long it will be is known only when it is written, and nobody reads it: so there is nothing to write.
        if (file.IsStreamed && HttpMethods.IsHead(context.Request.Method)) return TypedResults.Stream(_ => Task.CompletedTask, file.MediaType, name);
        if (file.IsStreamed) return TypedResults.Stream(output => file.WriteAsync(film, output, cancellationToken), file.MediaType, name);
        using var bytes = new MemoryStream();
        await file.WriteAsync(film, bytes, cancellationToken);
        return TypedResults.File(bytes.ToArray(), file.MediaType, name);
    }
}
