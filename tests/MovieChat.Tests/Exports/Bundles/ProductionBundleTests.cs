using System.IO.Compression;
using System.Text;
using MovieChat.Core.Authorship;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;
using MovieChat.Core.Insights.Charts;
using MovieChat.Core.Journey;
using MovieChat.Workflows.Exports;

namespace MovieChat.Tests.Exports.Bundles;

public sealed class ProductionBundleTests
{
    private const string MarasPortrait = "a", EndOfArchive = "PK\u0005\u0006";

    [Fact]
    public async Task Bundle_OfAFilm_HoldsWhatAProductionNeeds()
    {
        using var zip = Open(await WriteAsync(Film(scenes: 2, shots: 2)));
        Assert.Equal(
            ["README.txt", "screenplay/The-Long-Night.pdf", "screenplay/The-Long-Night.fdx", "screenplay/The-Long-Night.fountain",
                "storyboard/storyboard-3.pdf", "storyboard/storyboard-6.pdf", "storyboard/shot-list.csv", "storyboard/animatic.html", "bible/story-bible.pdf",
                .. FilmChart.All.Select(chart => $"bible/charts/{chart.Name}.svg"),
                "pictures/portraits/Mara.png", "pictures/portraits/MARA (2).png",
                "pictures/frames/001-01.jpg", "pictures/frames/001-02.jpg", "pictures/frames/002-01.jpg", "pictures/frames/002-02.jpg",
                "authorship.pdf", "authorship.json", "project.json"],
            zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2026, 11, 22, 10, 0, 0), entry.LastWriteTime.DateTime));
        Assert.StartsWith("Title: ", Text(zip, "screenplay/The-Long-Night.fountain"), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Text(zip, "authorship.pdf"), StringComparison.Ordinal);
        Assert.Equal("picture a", Text(zip, "pictures/portraits/Mara.png"));
        var readMe = Text(zip, "README.txt");
        foreach (var said in (string[])["The/Long/Night", "22 November 2026, 10:00 UTC", "authorship.pdf", "(4)."]) Assert.Contains(said, readMe, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_OfTheSameFilm_IsTheSameFile() =>
        Assert.Equal((await WriteAsync(Film(2, 1))).ToArray(), (await WriteAsync(Film(2, 1))).ToArray());

    [Fact]
    public async Task Pictures_AreStoredAsTheyAre()
    {
        using var zip = Open(await WriteAsync(Film(1, 1)));
        var frame = zip.GetEntry("pictures/frames/001-01.jpg")!;
        Assert.Equal(frame.Length, frame.CompressedLength);
        Assert.True(zip.GetEntry("authorship.json")!.CompressedLength < zip.GetEntry("authorship.json")!.Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData(MarasPortrait)]
    public async Task Bundle_WhenAPictureFails_DoesNotLookWhole(string hash)
    {
        var output = new ForwardStream();
        await Assert.ThrowsAsync<IOException>(() => FilmFile.Find("bundle.zip")!.WriteAsync(Film(2, 2, new Album { Missing = hash }), output, TestContext.Current.CancellationToken));
        Assert.True(output.Written > 0);
        Assert.DoesNotContain(EndOfArchive, Encoding.Latin1.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_OfAFilmThatHasNothing_IsWhole()
    {
        using var zip = Open(await WriteAsync(Exported(new Screenplay(), new Album(), "")));
        Assert.Contains("screenplay/screenplay.pdf", zip.Entries.Select(entry => entry.FullName));
    }

    private static async Task<ForwardStream> WriteAsync(ExportedFilm film)
    {
        var output = new ForwardStream();
        await FilmFile.Find("bundle.zip")!.WriteAsync(film, output, TestContext.Current.CancellationToken);
        return output;
    }

    private static ZipArchive Open(ForwardStream output) => new(new MemoryStream(output.ToArray()));

    private static string Text(ZipArchive zip, string entry)
    {
        using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    internal static ExportedFilm Film(int scenes, int shots, Album? album = null)
    {
        var film = Films.Of(Enumerable.Range(1, scenes).Select(number => (Films.Scene(number, "INT", "Hall"), (Element[])[Films.Action("She waits."), Films.Cue("MARA"), Films.Line("Not yet.")])));
        film = film with
        {
            Title = "The/Long/Night",
            Cast = new() { Characters = [Films.Person("mara", "Mara"), Films.Person("mara2", "MARA"), Films.Person("tom", "Tom")] },
            Portraits = new Dictionary<string, Picture> { ["mara"] = Picture(MarasPortrait, "image/png"), ["mara2"] = Picture("b", "image/png") },
            Shots = film.Scenes!.Scenes.ToDictionary(scene => scene.Id, scene => new ShotList { Scene = scene.Id, Shots = [.. Enumerable.Range(1, shots).Select(Shot)] }),
            Frames = film.Scenes!.Scenes.SelectMany(scene => Enumerable.Range(1, shots).Select(shot => $"{scene.Id}.{shot}")).ToDictionary(key => key, _ => Picture("1", "image/jpeg")),
        };
        return Exported(film, album ?? new Album(), film.Title);
    }

    private static ExportedFilm Exported(Screenplay film, Album album, string title)
    {
        var project = new WritingProject { Id = "p1", Owner = "wren", Title = title, Revision = 7, ChangedAt = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero) };
        return new(project, new ExportOptions(), album)
        {
            ReadFilm = _ => Task.FromResult(film),
            ReadLedger = _ => Task.FromResult(new LedgerBook(project, false).Close()),
            ReadDocuments = _ => Task.FromResult(new FilmExport("p1", title, TitlePage.Empty, null, [], [])),
        };
    }

    private static Shot Shot(int number) => new() { N = number, Size = "close-up", Angle = "eye level", Move = "static", Lens = 50, Action = "She waits.", Characters = [], Seconds = 3 };

    private static Picture Picture(string hash, string mediaType) => new() { Hash = hash, MediaType = mediaType, Width = 100, Height = 100 };

    internal sealed class Album : IPictureSource
    {
        public string? Missing { get; init; }

        public int Length { get; init; }

        public int Count { get; private set; }

        public Action Opened { get; set; } = () => { };

        public Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
        {
            Count++;
            Opened();
            if (hash == Missing) throw new IOException("The picture is gone.");
            return Task.FromResult<Stream>(new MemoryStream(Length > 0 ? new byte[Length] : Encoding.UTF8.GetBytes($"picture {hash}")));
        }
    }
}
