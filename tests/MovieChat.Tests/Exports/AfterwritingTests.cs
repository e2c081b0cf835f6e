using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Tests.Node;

namespace MovieChat.Tests.Exports;

/// <summary>A page is a minute: our pages must be as many as others make of the same film. Held against the npm package afterwriting, on US Letter, whose lines are a
/// character longer than ours.</summary>
public class AfterwritingTests
{
    private static readonly NodePackage Package = new("Exports/afterwriting");

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Pages_OfTheSampleFilm_AreAsManyAsOthersMake(int times)
    {
        var film = FilmOf.Long(FilmOf.Fountain(await File.ReadAllTextAsync(Sample(), TestContext.Current.CancellationToken)), times);
        var ours = Pages(ScreenplayPdf.Write(film, new ScreenplayPdfOptions { ChangedAt = default }));
        var theirs = Pages(await PrintedByOthersAsync(film, TestContext.Current.CancellationToken));
        TestContext.Current.TestOutputHelper?.WriteLine($"{ours} pages, {theirs} by afterwriting");
        Assert.InRange(ours, theirs * 0.97, theirs * 1.03);
        Assert.InRange(ours, 18 * times, 22 * times);
    }

    private static async Task<byte[]> PrintedByOthersAsync(Screenplay film, CancellationToken cancellation)
    {
        var program = Path.Combine(await Package.InstalledAsync(cancellation), "node_modules", "afterwriting", "awc.js");
        var folder = Directory.CreateTempSubdirectory("moviechat-pages-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "film.fountain"), Fountain.Write(film, new FountainOptions()), cancellation);
            await Package.RunAsync("node", [program, "--source", "film.fountain", "--pdf", "film.pdf", "--overwrite", "--setting", "print_profile=usletter"], folder, "", "", cancellation);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "film.pdf"), cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Pages(byte[] file)
    {
        using var document = PrintedPages.Open(file);
        return document.PageCount;
    }

    private static string Sample() => Path.Combine(Package.Source, "..", "..", "..", "..", "samples", "film", "film.fountain");
}
