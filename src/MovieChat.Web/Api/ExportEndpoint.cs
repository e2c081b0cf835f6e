using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;
using MovieChat.Web.Access;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Web.Api;

internal static class ExportEndpoint
{
    private const string PdfMediaType = "application/pdf", FdxMediaType = "application/xml";

    public static void MapExports(this RouteGroupBuilder api) =>
        api.MapGet("/projects/{project}/exports/{export}", ExportAsync).WithTags("Exports")
            .Named("export", "Take the film home", "`screenplay.pdf`: the screenplay as it is printed, on US Letter. `fdx`: for Final Draft. `fountain`: as plain text. `project.json`: every approved document, with who wrote it and what it was made from.")
            .Produces<string>(200, "text/plain", FdxMediaType, PdfMediaType, Body.MediaType)
            .Fails(400, 404);

    private static async Task<FileContentHttpResult> ExportAsync(
        string project,
        string export,
        Caller caller,
        OwnProjects own,
        FilmReader films,
        DraftTexts texts,
        [Description("Also what awaits you: its first option stands where nothing is approved yet.")] bool? draft,
        [Description("Fountain: the scenes' summaries as synopses.")] bool? synopses,
        [Description("screenplay.pdf: the scenes' numbers in both margins.")] bool? numbers,
        CancellationToken cancellationToken)
    {
        var film = await own.ReadAsync(caller, project, cancellationToken);
        return export switch
        {
            "fountain" => Fountain(film, await FountainAsync(film, films, draft ?? false, synopses ?? false, cancellationToken)),
            "screenplay.pdf" => Pdf(film, await films.ReadAsync(film, draft ?? false, cancellationToken), numbers ?? false),
            "fdx" => Fdx(film, await films.ReadAsync(film, draft ?? false, cancellationToken)),
            "project.json" => Json(film, await FilmExport.ReadAsync(film, texts, draft ?? false, cancellationToken)),
            _ => throw new ProblemException(ProblemKinds.UnknownExport),
        };
    }

    private static async Task<string> FountainAsync(WritingProject film, FilmReader films, bool drafts, bool synopses, CancellationToken cancellationToken) =>
        Core.Exports.Fountain.Write(
            await films.ReadAsync(film, drafts, cancellationToken),
            new FountainOptions { DraftDate = DraftDate(film), Synopses = synopses });

    private static FileContentHttpResult Fountain(WritingProject film, string text) =>
        TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", FileNames.Of(film.Title, "film", "fountain"));

    private static FileContentHttpResult Pdf(WritingProject film, Screenplay screenplay, bool numbers) => TypedResults.File(
        ScreenplayPdf.Write(screenplay, new ScreenplayPdfOptions { Cover = Cover(film), ChangedAt = film.ChangedAt, SceneNumbers = numbers }), PdfMediaType, FileNames.Of(film.Title, "film", "pdf"));

    private static FileContentHttpResult Fdx(WritingProject film, Screenplay screenplay) =>
        TypedResults.File(Core.Exports.Fdx.Write(screenplay, Cover(film)), FdxMediaType, FileNames.Of(film.Title, "film", "fdx"));

    private static CoverPage Cover(WritingProject film) => new() { DraftDate = DraftDate(film) };

    private static DateOnly DraftDate(WritingProject film) => DateOnly.FromDateTime(film.ChangedAt.UtcDateTime);

    private static FileContentHttpResult Json(WritingProject film, FilmExport export) =>
        TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(export, WebJson.Readable.FilmExport), Body.MediaType, FileNames.Of(film.Title, "film", "json"));
}
