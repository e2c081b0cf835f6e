using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MovieChat.Core.Exports.Storyboards;
using MovieChat.Core.Film;
using SkiaSharp;
using static MovieChat.Tests.Exports.Storyboards.Boards;

namespace MovieChat.Tests.Exports.Storyboards;

public class AnimaticTests
{
    [Fact]
    public async Task Page_OfAFilm_HasItsPanelsInOrderForTheirSeconds()
    {
        var film = Of([[Shot(1, "She waits.", seconds: 2.5), Shot(2, "He comes.", "JON: It is me.\nMARA: I know.")], [Shot(1, "Rain.")]]).WithFrames("s1.1", "s2.1");
        var page = await ElementsAsync(film);
        var panels = page.Where(element => element.Name == "li").ToList();
        Assert.Equal(["2.5", "4", "4"], panels.Select(panel => panel.Attributes["data-seconds"]));
        Assert.Equal(["s1", "s1", "s2"], panels.Select(panel => panel.Attributes["data-scene"]));
        Assert.Equal(Storyboard.Of(film).Seconds, panels.Sum(panel => double.Parse(panel.Attributes["data-seconds"], CultureInfo.InvariantCulture)));
        Assert.Equal(["She waits.", "He comes.", "Rain."], page.Where(element => element.Is("action")).Select(element => element.Text));
        Assert.Equal(["JON: It is me.", "MARA: I know."], page.Where(element => element.Name == "span" && element.Text.Contains(':', StringComparison.Ordinal)).Select(element => element.Text));
        Assert.Equal(["frame", "frame empty", "frame"], page.Select(element => element.Attributes.GetValueOrDefault("class", "")).Where(kind => kind.StartsWith("frame", StringComparison.Ordinal)));
        Assert.Equal("2 scenes · 3 shots · 0:11 · 1.85:1", page.Single(element => element.Is("facts")).Text);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("' style='x")]
    [InlineData("--><!--")]
    [InlineData("]]>&lt;b&gt;&amp;")]
    [InlineData("{{panels}} {{title}} {{policy}}")]
    [InlineData("</title></style></textarea>")]
    [InlineData("שלום \u202e李雷 🎬")]
    public async Task Texts_OfAnyKind_AreTexts(string text)
    {
        var usual = await ElementsAsync(Of(Shot(1, "x", "x", 4, "mara")));
        var film = Of(Shot(1, text, text, 4, "mara") with { Size = text, Move = text }) with { Title = text };
        film = film with { Scenes = new SceneList { Scenes = [film.Scenes!.Scenes[0] with { Heading = new SceneHeading { Setting = "INT", Place = text, Time = "DAY" } }] } };
        var page = await ElementsAsync(film);
        Assert.Equal(usual.Select(Shape), page.Select(Shape));
        Assert.Equal(text, page.Single(element => element.Is("action")).Text);
        Assert.Equal(text, page.Single(element => element.Name == "title").Text);

        static string Shape(ForeignReaders.HtmlElement element) => $"{element.Name} {string.Join(' ', element.Attributes.Keys)}";
    }

    [Fact]
    public async Task Page_AsksForNothing_AndRunsNoScriptButItsOwn()
    {
        var page = await ElementsAsync(Of(Shot(1, "x")).WithFrames("s1.1"));
        var script = page.Single(element => element.Name == "script");
        var policy = page.Single(element => element.Attributes.GetValueOrDefault("http-equiv") == "Content-Security-Policy").Attributes["content"];
        Assert.StartsWith("default-src 'none'; img-src data:;", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Hash(script.Text)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Hash(page.Single(element => element.Name == "style").Text)}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(page, element => element.Attributes.ContainsKey("style") || element.Attributes.Keys.Any(name => name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.Where(element => element.Attributes.ContainsKey("src")), element => Assert.StartsWith("data:image/jpeg;base64,", element.Attributes["src"], StringComparison.Ordinal));
        Assert.DoesNotContain(page, element => element.Attributes.ContainsKey("href"));
    }

    [Theory]
    [InlineData(3000, 1500, 1280, 640)]
    [InlineData(640, 346, 640, 346)]
    [InlineData(500, 4000, 160, 1280)]
    public async Task Pictures_AreNoLargerThanTheyAreShown(int width, int height, int shownWidth, int shownHeight)
    {
        var page = await ElementsAsync(Of(Shot(1, "x")).WithFrames("s1.1"), PaintedPictures.OfSize(width, height));
        var bytes = Convert.FromBase64String(page.Single(element => element.Name == "img").Attributes["src"].Split(',')[1]);
        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal((shownWidth, shownHeight), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task SameFilm_IsTheSamePage()
    {
        var film = Of(Shot(1, "x")).WithFrames("s1.1");
        Assert.Equal(await WriteAsync(film), await WriteAsync(film));
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<List<ForeignReaders.HtmlElement>> ElementsAsync(Screenplay film, PaintedPictures? pictures = null) =>
        await ForeignReaders.ElementsAsync(await WriteAsync(film, pictures), TestContext.Current.CancellationToken);

    private static async Task<string> WriteAsync(Screenplay film, PaintedPictures? pictures = null)
    {
        using var page = new MemoryStream();
        await Animatic.WriteAsync(film, pictures ?? PaintedPictures.OfSize(320, 173), page, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(page.ToArray());
    }
}
