using System.Text;
using System.Text.Json;
using MovieChat.Core.Authorship;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Bible;
using MovieChat.Core.Exports.Storyboards;

namespace MovieChat.Workflows.Exports;

/// <summary>A file that a film can be taken home as.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Ending">What its name ends with, after the film's title and a dot.</param>
/// <param name="WriteAsync">Writes it to a stream that takes asynchronous writes only and can not seek.</param>
public sealed record FilmFile(string Name, string MediaType, string Ending, Func<ExportedFilm, Stream, CancellationToken, Task> WriteAsync)
{
    private const string Pdf = "application/pdf", Json = "application/json";

    /// <summary>Whether it is sent while it is written, because it may be large.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>All that there are: another file is another line.</summary>
    public static IReadOnlyList<FilmFile> All { get; } =
    [
        new("screenplay.pdf", Pdf, "pdf", ScreenplayAsync),
        new("fdx", "application/xml", "fdx", async (film, output, ct) => await output.WriteAsync(Fdx.Write(await film.FilmAsync(ct), film.Cover), ct)),
        new("fountain", "text/plain; charset=utf-8", "fountain", FountainAsync),
        new("project.json", Json, "json", async (film, output, ct) => await JsonSerializer.SerializeAsync(output, await film.DocumentsAsync(ct), ExportJson.Readable.FilmExport, ct)),
        new("storyboard.pdf", Pdf, "storyboard.pdf", (film, output, ct) => StoryboardAsync(film, film.Options.Panels, output, ct)) { IsStreamed = true },
        new("shots.csv", "text/csv; charset=utf-8", "shots.csv", async (film, output, ct) => await output.WriteAsync(ShotListCsv.Write(await film.FilmAsync(ct)), ct)),
        new("animatic.html", "text/html; charset=utf-8", "animatic.html", async (film, output, ct) => await Animatic.WriteAsync(await film.FilmAsync(ct), film.Pictures, output, ct)) { IsStreamed = true },
        new("bible.pdf", Pdf, "bible.pdf", BibleAsync) { IsStreamed = true },
        new("authorship.json", Json, "authorship.json", async (film, output, ct) => await JsonSerializer.SerializeAsync(output, await film.LedgerAsync(ct), AuthorshipJson.Readable.AuthorshipLedger, ct)),
        new("authorship.pdf", Pdf, "authorship.pdf", async (film, output, ct) => await output.WriteAsync(LedgerPdf.Write(await film.LedgerAsync(ct)), ct)),
        new("bundle.zip", "application/zip", "zip", ProductionBundle.WriteAsync) { IsStreamed = true },
    ];

    public static FilmFile? Find(string name) => All.FirstOrDefault(file => file.Name == name);

    /// <param name="panels">On a page.</param>
    internal static async Task StoryboardAsync(ExportedFilm film, int panels, Stream output, CancellationToken cancellationToken)
    {
        var options = new StoryboardPdfOptions { PanelsPerPage = panels, Cover = film.Cover, ChangedAt = film.Project.ChangedAt };
        await StoryboardPdf.WriteAsync(await film.FilmAsync(cancellationToken), film.Pictures, options, output, cancellationToken);
    }

    private static async Task BibleAsync(ExportedFilm film, Stream output, CancellationToken cancellationToken)
    {
        var options = new StoryBibleOptions { Cover = film.Cover, ChangedAt = film.Project.ChangedAt };
        await StoryBiblePdf.WriteAsync(await film.FilmAsync(cancellationToken), film.Pictures, options, output, cancellationToken);
    }

    private static async Task ScreenplayAsync(ExportedFilm film, Stream output, CancellationToken cancellationToken)
    {
        var options = new ScreenplayPdfOptions { Cover = film.Cover, ChangedAt = film.Project.ChangedAt, SceneNumbers = film.Options.SceneNumbers };
        await output.WriteAsync(ScreenplayPdf.Write(await film.FilmAsync(cancellationToken), options), cancellationToken);
    }

    private static async Task FountainAsync(ExportedFilm film, Stream output, CancellationToken cancellationToken)
    {
        var options = new FountainOptions { Cover = film.Cover, Synopses = film.Options.Synopses };
        await output.WriteAsync(Encoding.UTF8.GetBytes(Fountain.Write(await film.FilmAsync(cancellationToken), options)), cancellationToken);
    }
}
