using System.Globalization;
using System.Text;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using MovieChat.Core.Insights;
using MovieChat.Core.Insights.Charts;

namespace MovieChat.Workflows.Exports;

/// <summary>All that a production begins with, in one archive: screenplay, pictures, who wrote what, and the project itself.</summary>
internal static class ProductionBundle
{
    /// <summary>Writes the archive while it is made. The same film gives the same bytes.</summary>
    /// <remarks>A failure in the middle leaves an archive without its directory, which nobody takes for a whole one.</remarks>
    public static async Task WriteAsync(ExportedFilm film, Stream output, CancellationToken cancellationToken)
    {
        var entries = Entries(film, await film.FilmAsync(cancellationToken));
        var readMe = BundleReadMe.Of(film.Project, film.Options.WithDrafts, entries);
        entries.Insert(0, new("README.txt", null, (stream, ct) => stream.WriteAsync(Encoding.UTF8.GetBytes(readMe), ct).AsTask()));
        await BundleZip.WriteAsync(entries, film.Project.ChangedAt, output, cancellationToken);
    }

    /// <summary>What is in the bundle: another file is another line.</summary>
    private static List<BundleEntry> Entries(ExportedFilm film, Screenplay screenplay)
    {
        var title = EntryNames.Safe(film.Project.Title, "screenplay");
        return
        [
            File(film, "screenplay.pdf", $"screenplay/{title}.pdf", "The screenplay as it is printed, on US Letter."),
            File(film, "fdx", $"screenplay/{title}.fdx", "The screenplay for Final Draft and what reads its files."),
            File(film, "fountain", $"screenplay/{title}.fountain", "The screenplay as plain text (fountain.io)."),
            .. StoryboardPdfOptions.PanelCounts.Select(panels => Board(film, panels)),
            File(film, "shots.csv", "storyboard/shot-list.csv", "The shot list, for spreadsheets."),
            File(film, "animatic.html", "storyboard/animatic.html", "The storyboard as it plays, for any browser."),
            File(film, "bible.pdf", "bible/story-bible.pdf", "The story bible: people, plot, scenes, how it looks."),
            .. Charts(screenplay),
            .. Portraits(film, screenplay),
            .. Frames(film, screenplay),
            File(film, "authorship.pdf", "authorship.pdf", "Who wrote what: the writer, or which model, with shares, drafts and decisions."),
            File(film, "authorship.json", "authorship.json", "The same, for programs."),
            File(film, "project.json", "project.json", "Every document of the film with what it was made from, for programs."),
        ];
    }

    private static BundleEntry File(ExportedFilm film, string file, string name, string what) =>
        new(name, what, (output, ct) => FilmFile.Find(file)!.WriteAsync(film, output, ct));

    private static BundleEntry Board(ExportedFilm film, int panels) =>
        new($"storyboard/storyboard-{panels}.pdf", $"The storyboard, {panels} panels a page.", (output, ct) => FilmFile.StoryboardAsync(film, panels, output, ct));

    private static IEnumerable<BundleEntry> Charts(Screenplay screenplay)
    {
        var insights = FilmInsights.Of(screenplay);
        return FilmChart.All.Select(chart => new BundleEntry($"bible/charts/{chart.Name}.svg", null, (output, ct) => output.WriteAsync(chart.Svg(insights), ct).AsTask()));
    }

    private static IEnumerable<BundleEntry> Portraits(ExportedFilm film, Screenplay screenplay)
    {
        var names = new EntryNames();
        return
            from person in screenplay.Cast?.Characters ?? []
            where screenplay.Portraits.ContainsKey(person.Id)
            let portrait = screenplay.Portraits[person.Id]
            select Picture(film, portrait, names.Of("pictures/portraits/", person.Name, person.Id, Ending(portrait)));
    }

    /// <summary>In the order of the film, whose numbers are written so that a folder sorts them so too.</summary>
    private static IEnumerable<BundleEntry> Frames(ExportedFilm film, Screenplay screenplay)
    {
        var names = new EntryNames();
        return
            from scene in screenplay.Scenes?.Scenes ?? []
            from shot in screenplay.Shots.GetValueOrDefault(scene.Id)?.Shots ?? []
            let key = Core.Film.Screenplay.FrameKey(scene.Id, shot.N)
            where screenplay.Frames.ContainsKey(key)
            let frame = screenplay.Frames[key]
            let name = string.Create(CultureInfo.InvariantCulture, $"{scene.Number:000}-{shot.N:00}")
            select Picture(film, frame, names.Of("pictures/frames/", name, key, Ending(frame)));
    }

    private static BundleEntry Picture(ExportedFilm film, Picture picture, string name) => new(name, null, async (output, ct) =>
    {
        await using var bytes = await film.Pictures.OpenAsync(picture.Hash, ct);
        await bytes.CopyToAsync(output, ct);
    });

    private static string Ending(Picture picture) => picture.MediaType switch
    {
        "image/jpeg" => ".jpg",
        "image/webp" => ".webp",
        _ => ".png",
    };
}
