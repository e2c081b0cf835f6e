using System.Diagnostics;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Tests.Node;
using MovieChat.Understudy;
using Spectre.Console;

namespace MovieChat.Bench.Picturing;

/// <summary>A feature printed in the service, beside the npm package afterwriting that prints the same Fountain: all of its process, as a service would have to start it.</summary>
internal static class PagesBench
{
    private const int Pages = 120, WarmUp = 5, Rounds = 7;

    private static readonly NodePackage Others = new("Exports/afterwriting");

    public static async Task RunAsync(Table table)
    {
        var film = await FilmAsync();
        var folder = Directory.CreateTempSubdirectory("moviechat-bench-pages-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "film.fountain"), Fountain.Write(film, new FountainOptions()));
        for (var round = 0; round < WarmUp; round++) LongFilm.Print(film);
        var (ours, theirs) = (new List<double>(), new List<double>());
        var (printed, pages) = (Array.Empty<byte>(), Array.Empty<byte>());
        for (var round = 0; round < Rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            printed = LongFilm.Print(film);
            ours.Add(Figures.Milliseconds(from));
            theirs.Add(await PrintByOthersAsync(folder));
            pages = await File.ReadAllBytesAsync(Path.Combine(folder, "film.pdf"));
        }

        Directory.Delete(folder, recursive: true);
        var (median, beside) = (Figures.Median(ours), Figures.Median(theirs));
        table.AddRow("pages", $"printed screenplay of {film.Scenes!.Scenes.Count} scenes, warm, median", $"{median:0} ms", $"afterwriting, all of its process {beside:0} ms", $"{beside / median:0.0} × faster (≥ 5)");
        table.AddRow("pages", "… its fastest", $"{ours.Min():0} ms", $"{theirs.Min():0} ms", $"{theirs.Min() / ours.Min():0.0} × faster");
        table.AddRow("pages", "… pages", $"{LongFilm.PagesOf(printed)}", $"{LongFilm.PagesOf(pages)}", $"{(double)LongFilm.PagesOf(printed) / LongFilm.PagesOf(pages):0.00}");
        table.AddRow("pages", "… kilobytes", $"{printed.Length / 1e3:0}", $"{pages.Length / 1e3:0}", $"{(double)printed.Length / pages.Length:0.00}");
    }

    private static async Task<Screenplay> FilmAsync()
    {
        await using var head = await BenchHead.StartAsync(new UnderstudyChatClient());
        var project = await head.MakeFilmAsync("pages", Briefs.Of("pages", Pages));
        return LongFilm.Of(await head.Films.ReadAsync(project, withDrafts: false, CancellationToken.None), Pages);
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> PrintByOthersAsync(string folder)
    {
        var program = Path.Combine(await Others.InstalledAsync(CancellationToken.None), "node_modules", "afterwriting", "awc.js");
        var from = Stopwatch.GetTimestamp();
        await Others.RunAsync("node", [program, "--source", "film.fountain", "--pdf", "film.pdf", "--overwrite", "--setting", "print_profile=usletter"], folder, "", "", CancellationToken.None);
        return Figures.Milliseconds(from);
    }
}
