using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Bible;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using MovieChat.Tests.Insights;
using MovieChat.Tests.Writing;
using PdfSharp.Pdf;
using SkiaSharp;

namespace MovieChat.Tests.Exports.Bible;

public class StoryBiblePdfTests
{
    private static readonly StoryBibleOptions Options = new()
    {
        ChangedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        Cover = new CoverPage { Authors = ["Ida Holm"], DraftDate = new DateOnly(2026, 11, 22) },
    };

    private static readonly string Huge = new('x', 10_000);

    private static readonly Screenplay Whole = GoodFilm.All with
    {
        Look = new Look { Palette = ["slate grey", "the colour of Sunday"], Light = "Low sun.", Lenses = "35 mm.", Texture = "Grain.", Summary = "Wet." },
        Portraits = new Dictionary<string, Picture> { ["mara"] = Portrait("a"), ["jon"] = Portrait("b") },
    };

    [Fact]
    public async Task Film_Printed_SaysAllThatIsKnown()
    {
        var words = PrintedPages.Words(await PrintAsync(Whole));
        foreach (var text in (string[])["The Ferry", "A pilot must cross once more.", "1 A ferry waits.", "the colour of Sunday", "Low sun.", "protagonist, 41", "A grey coat.", "Whoever asks has lost.", "To Jon", "Old friends.", "Flood", "EXT. PIER 2 - DAWN", "At its end: The rope is at pier 4.", "Who is in which scene", "Ida Holm", "22 November 2026"])
            Assert.Contains(PrintedPages.Solid(text), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_NameThePagesOnWhichSectionsBegin()
    {
        var pages = PrintedPages.Lines(await PrintAsync(Whole));
        var contents = pages[1];
        foreach (var (title, page) in pages.Index().Skip(2).Select(page => (page.Item[0], page.Index + 1)).Where(page => page.Item1 is "Cast" or "Plot" or "Scenes" or "Look" or "Synopsis"))
            Assert.Contains($"{title}{page}", contents);
        Assert.Contains(contents, line => line.StartsWith("Mara", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outlines_HoldSectionsPeopleAndScenes()
    {
        using var document = PrintedPages.Open(await PrintAsync(Whole));
        var first = document.Internals.Catalog.Elements.GetDictionary("/Outlines")!.Elements.GetDictionary("/First")!;
        var sections = Chain(first).ToList();
        Assert.Equal(["The film at a glance", "Synopsis", "Look", "Cast", "Plot", "Beats", "Scenes", "In figures"], sections.Select(Title));
        Assert.Equal(["Mara", "Jon", "Ada", "Lou"], Chain(sections[3].Elements.GetDictionary("/First")!).Select(Title));
        Assert.Equal("1  EXT. PIER 1 - DAWN", Title(sections[6].Elements.GetDictionary("/First")!));
    }

    [Fact]
    public async Task SameFilm_PrintedTwice_IsTheSameFile()
    {
        var file = await PrintAsync(Whole);
        Assert.Equal(file, await PrintAsync(Whole));
        Assert.NotEqual(file, await PrintAsync(Whole with { Title = "Another" }));
    }

    [Fact]
    public async Task EmptyFilm_IsACover()
    {
        Assert.Equal(["STORY BIBLE"], PrintedPages.Lines(await PrintAsync(new Screenplay(), Options with { Cover = new() })).Single());
        Assert.Equal(3, PrintedPages.Read(await PrintAsync(new Screenplay { Title = "A", Brief = new Brief { Tone = "warm" } })).Count);
    }

    [Fact]
    public async Task Plot_OfBeatsAlone_HasNoEmptyPage() =>
        Assert.Equal(["", "Contents", "Beats"], PrintedPages.Lines(await PrintAsync(CountedFilm.Of(3, 1) with { Cast = null, Scenes = null, Title = "" }, Options with { Cover = new() })).Index().Select(page => page.Index == 0 ? "" : page.Item[0]));

    public static TheoryData<string> HalfFilms => ["brief", "idea", "synopsis", "cast", "plot", "scenes", "look"];

    [Theory]
    [MemberData(nameof(HalfFilms))]
    public async Task HalfFilm_IsPrinted(string part)
    {
        var film = new Screenplay { Title = "The Ferry" };
        film = part switch
        {
            "brief" => film with { Brief = Whole.Brief },
            "idea" => film with { Idea = Whole.Idea },
            "synopsis" => film with { Synopsis = Whole.Synopsis },
            "cast" => film with { Cast = Whole.Cast },
            "plot" => film with { Plot = Whole.Plot },
            "scenes" => film with { Scenes = Whole.Scenes },
            _ => film with { Look = Whole.Look },
        };
        Assert.True(PrintedPages.Read(await PrintAsync(film)).Count >= 3);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(60, 12)]
    public async Task NoWord_StandsOutsideThePage(int scenes, int people)
    {
        var film = CountedFilm.Of(scenes, people) with { Title = Huge, Idea = new Idea { Title = Huge, Logline = Huge, Why = Huge }, Look = Whole.Look! with { Palette = [Huge], Summary = Huge }, Synopsis = new Synopsis { Lines = [Huge, "سلام عليكم", "नमस्ते", "שלום", "李雷"] } };
        film = film with { Cast = new Cast { Characters = [.. film.Cast!.Characters.Select((person, at) => at == 0 ? person with { Name = Huge, Role = Huge, Appearance = Huge } : person)] } };
        var book = BibleBook.Of(film, new CoverPage { Authors = [Huge], Contact = Huge }, await BiblePictures.ReadAsync(film, new FramePictures(new Drawn()), CancellationToken.None));
        foreach (var words in book.Pages.SelectMany(page => page.Marks).OfType<BibleMark.Words>())
        {
            Assert.InRange(words.X, 0, BibleType.Width);
            Assert.True(words.X + words.Lettering.Width(words.Text) <= BibleType.Width - 30, words.Text);
            Assert.InRange(words.Y, 30, BibleType.Height - 36);
        }
        Assert.True(PrintedPages.Words(await PrintAsync(film)).Count(letter => letter == 'x') > 50_000);
    }

    [Fact]
    public async Task Pictures_AreAsLargeAsTheyArePrinted()
    {
        using var document = PrintedPages.Open(await PrintAsync(Whole));
        var pictures = document.Internals.GetAllObjects().OfType<PdfDictionary>().Where(part => part.Elements.GetName("/Filter") == "/DCTDecode").ToList();
        // The portrait on the cover, and one of each of two people.
        Assert.Equal([400, 400, 800], pictures.Select(picture => picture.Elements.GetInteger("/Width")).Order());
    }

    [Theory]
    [InlineData("slate grey")]
    [InlineData("Deep river-green")]
    [InlineData("the yellow of a lamp")]
    public void Colour_InWords_IsRead(string words) => Assert.Matches("^#[0-9a-f]{6}$", ColourWords.Of(words));

    [Theory]
    [InlineData("")]
    [InlineData("the colour of Sunday")]
    [InlineData("синий")]
    public void Colour_OfOtherWords_IsNone(string words) => Assert.Null(ColourWords.Of(words));

    private static Picture Portrait(string letter) => new() { Hash = string.Concat(Enumerable.Repeat(letter, 64)), MediaType = "image/png", Width = 1024, Height = 1536 };

    private static string Title(PdfDictionary outline) => outline.Elements.GetString("/Title");

    private static IEnumerable<PdfDictionary> Chain(PdfDictionary? outline)
    {
        for (; outline is not null; outline = outline.Elements.GetDictionary("/Next")) yield return outline;
    }

    private static async Task<byte[]> PrintAsync(Screenplay film, StoryBibleOptions? options = null)
    {
        using var file = new MemoryStream();
        await StoryBiblePdf.WriteAsync(film, new Drawn(), options ?? Options, file, CancellationToken.None);
        return file.ToArray();
    }

    private sealed class Drawn : IPictureSource
    {
        public Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
        {
            using var picture = new SKBitmap(1024, 1536);
            picture.Erase(hash[0] == 'a' ? SKColors.SteelBlue : SKColors.Peru);
            return Task.FromResult<Stream>(new MemoryStream(picture.Encode(SKEncodedImageFormat.Png, 100).ToArray()));
        }
    }
}
