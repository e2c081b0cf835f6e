using System.Text;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using PdfSharp.Pdf;
using SkiaSharp;
using static MovieChat.Tests.Exports.Storyboards.Boards;

namespace MovieChat.Tests.Exports.Storyboards;

public class StoryboardPdfTests
{
    private static readonly StoryboardPdfOptions Three = new() { ChangedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero) };
    private static readonly StoryboardPdfOptions Six = Three with { PanelsPerPage = 6 };

    public static TheoryData<int> PanelCounts => new(StoryboardPdfOptions.PanelCounts);

    [Theory]
    [InlineData(3, 7, 3)]
    [InlineData(6, 7, 2)]
    [InlineData(3, 3, 1)]
    [InlineData(6, 6, 1)]
    [InlineData(6, 13, 3)]
    public async Task Shots_OfOneScene_FillPages(int panels, int shots, int pages)
    {
        var file = await WriteAsync(Of(Shots(shots)), Three with { PanelsPerPage = panels });
        using var document = PrintedPages.Open(file);
        Assert.Equal(1 + pages, document.PageCount);
        Assert.All(document.Pages.Cast<PdfPage>(), page => Assert.Equal((792, 612), (page.Width.Point, page.Height.Point)));
    }

    [Fact]
    public async Task Scenes_FollowOneAnotherOnAPage_AndGoOnUponTheNext()
    {
        var pages = PrintedPages.Lines(await WriteAsync(Of([Shots(2), Shots(3)]), Three)).Select(page => string.Join('\n', page)).ToList();
        Assert.Equal(3, pages.Count);
        Assert.Matches("(?s)INT. KITCHEN 1 - NIGHT.*1\\.1.*1\\.2.*INT. KITCHEN 2 - NIGHT.*2\\.1", pages[1]);
        Assert.Matches("(?s)INT. KITCHEN 2 - NIGHT\\(continued\\).*2\\.2.*2\\.3", pages[2]);
        Assert.DoesNotContain("(continued)", pages[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PanelCounts))]
    public async Task Words_OfEveryShot_AreOnTheBoard(int panels)
    {
        var film = Of([
            [.. Enumerable.Range(1, 8).Select(number => Shot(number, $"She takes the {number}th cup from the shelf, and puts it down on the table as if it were asleep.", $"MARA: That makes {number} of them, and none is clean.", number, "mara", "jon"))],
            []]);
        var words = PrintedPages.Words(await WriteAsync(film, Three with { PanelsPerPage = panels }));
        foreach (var panel in Storyboard.Of(film).Panels)
            foreach (var text in new[] { panel.Number, panel.Camera, panel.Action, panel.Line, $"{panel.Seconds} s", "Mara, Jon" })
                Assert.Contains(PrintedPages.Solid(text), words, StringComparison.Ordinal);
        Assert.Contains(PrintedPages.Solid("2 INT. KITCHEN 2 - NIGHT no shots yet They wait."), words, StringComparison.Ordinal);
        Assert.Contains(PrintedPages.Solid("8 shots 0:36"), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cover_SaysWhatTheBoardIs()
    {
        var cover = new CoverPage { Authors = ["Ida Holm", "Mara Ek"], DraftDate = new DateOnly(2026, 11, 22) };
        var file = await WriteAsync(Of([Shots(2), []]).WithFrames("s1.2"), Three with { Cover = cover });
        var page = string.Join('\n', PrintedPages.Lines(file)[0]);
        foreach (var text in new[] { "STORYBOARD", "The Long Night", "written by Ida Holm, Mara Ek", "Draft2026-11-22", "Scenes2", "Shots2, 1 of them drawn", "Running time0:08", "Aspect ratio1.85:1" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        using var document = PrintedPages.Open(file);
        Assert.Equal("The Long Night", document.Info.Title);
        Assert.Single(Pictures(document.Pages[0]));
    }

    [Theory]
    [InlineData("1.85", 1.85)]
    [InlineData("2.39", 2.39)]
    [InlineData("4:3", 4.0 / 3)]
    public async Task Frames_HaveTheFilmsShapeAndWhatIsPrintedOfThem(string ratio, double shape)
    {
        var film = Of(Shots(3)).WithFrames("s1.1", "s1.3") with { Look = new Look { Palette = [], Light = "", Lenses = "", Texture = "", Summary = "", AspectRatio = ratio } };
        var source = PaintedPictures.OfSize(3000, (int)(3000 / shape));
        var file = await WriteAsync(film, Three, source);
        using var document = PrintedPages.Open(file);
        var pictures = Pictures(document.Pages[1]);
        Assert.Equal(2, pictures.Count);
        Assert.All(pictures, bytes =>
        {
            using var picture = SKBitmap.Decode(bytes);
            Assert.InRange(picture.Width, 500, 1120);
            Assert.InRange((double)picture.Width / picture.Height, shape - 0.01, shape + 0.01);
            Assert.Equal(("red", "blue"), (ColourAt(picture, 0.1), ColourAt(picture, 0.9)));
        });
        Assert.Contains("not drawn", PrintedPages.Lines(file)[1]);
    }

    [Fact]
    public async Task Picture_OfAnotherShape_IsShownWhole()
    {
        using var document = PrintedPages.Open(await WriteAsync(Of(Shots(1)).WithFrames("s1.1"), Three, PaintedPictures.OfSize(400, 800)));
        using var picture = SKBitmap.Decode(Pictures(document.Pages[1]).Single());
        Assert.Equal(("grey", "red", "blue", "grey"), (ColourAt(picture, 0.1), ColourAt(picture, 0.42), ColourAt(picture, 0.58), ColourAt(picture, 0.9)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(0.5)]
    public async Task Picture_ThatIsDamaged_IsABoxAndNoFault(double part)
    {
        var whole = PaintedPictures.Paint(320, 173);
        var bytes = whole[..(int)(whole.Length * part)];
        using var document = PrintedPages.Open(await WriteAsync(Of(Shots(1)).WithFrames("s1.1"), Three, new PaintedPictures(bytes)));
        using var picture = SKBitmap.Decode(Pictures(document.Pages[1]).Single());
        Assert.True(picture.Width > 500);
    }

    [Fact]
    public async Task SameFilm_IsTheSameFile()
    {
        var film = Of([Shots(4), Shots(5)]).WithFrames("s1.1", "s2.2", "s2.5");
        var file = await WriteAsync(film, Six);
        Assert.Equal(file, await WriteAsync(film, Six));
        Assert.NotEqual(file, await WriteAsync(film, Six with { ChangedAt = Six.ChangedAt.AddSeconds(1) }));
    }

    [Fact]
    public async Task Scenes_AreBookmarks()
    {
        using var document = PrintedPages.Open(await WriteAsync(Of([Shots(4), Shots(1)]), Three));
        var first = document.Internals.Catalog.Elements.GetDictionary("/Outlines")!.Elements.GetDictionary("/First")!;
        Assert.Equal("1  INT. KITCHEN 1 - NIGHT", first.Elements.GetString("/Title"));
        Assert.Equal("2  INT. KITCHEN 2 - NIGHT", first.Elements.GetDictionary("/Next")!.Elements.GetString("/Title"));
    }

    [Fact]
    public async Task NoFilm_IsItsCover() => Assert.Single(PrintedPages.Read(await WriteAsync(new Screenplay(), Three)));

    [Fact]
    public async Task NumberOfPanels_ThatNoPageHas_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(new Screenplay(), Three with { PanelsPerPage = 4 }));
        Assert.Contains("3 or 6 panels, not 4", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfPictures_HasItsTableOfObjectsRight()
    {
        var file = await WriteAsync(Of(Shots(9)).WithFrames("s1.1", "s1.4", "s1.9"), Six);
        var text = Encoding.Latin1.GetString(file);
        var table = int.Parse(text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        var entries = text[table..].Split('\n').Skip(3).TakeWhile(line => line.EndsWith(" n ", StringComparison.Ordinal)).ToList();
        Assert.True(entries.Count > 10);
        foreach (var (index, entry) in entries.Index())
            Assert.StartsWith($"{index + 1} 0 obj", text[int.Parse(entry[..10], System.Globalization.CultureInfo.InvariantCulture)..][..12], StringComparison.Ordinal);
    }

    private static Shot[] Shots(int count) => [.. Enumerable.Range(1, count).Select(number => Shot(number, $"She counts {number}."))];

    private static async Task<byte[]> WriteAsync(Screenplay film, StoryboardPdfOptions options, PaintedPictures? pictures = null)
    {
        using var file = new MemoryStream();
        await StoryboardPdf.WriteAsync(film, pictures ?? PaintedPictures.OfSize(640, 346), options, file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    /// <summary>What most of a column of the picture is painted in.</summary>
    /// <param name="across">From 0 at its left to 1 at its right.</param>
    private static string ColourAt(SKBitmap picture, double across) => Enumerable.Range(0, picture.Height)
        .Select(y => picture.GetPixel((int)(picture.Width * across), y))
        .GroupBy(pixel => pixel switch { { Red: > 200, Green: < 90 } => "red", { Blue: > 200, Green: < 90 } => "blue", { Green: > 200 } => "grey", _ => "other" })
        .MaxBy(group => group.Count())!.Key;

    private static List<byte[]> Pictures(PdfPage page)
    {
        var named = page.Elements.GetDictionary("/Resources")!.Elements.GetDictionary("/XObject");
        return named is null ? [] : [.. named.Elements.Keys.Select(name => named.Elements.GetDictionary(name)!.Stream!.Value)];
    }
}
