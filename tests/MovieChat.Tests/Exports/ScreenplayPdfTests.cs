using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Xunit;
using MovieChat.Core.Exports;
using MovieChat.Core.Exports.Pages;
using MovieChat.Core.Film;
using static MovieChat.Tests.Exports.Films;

namespace MovieChat.Tests.Exports;

public class ScreenplayPdfTests
{
    private static readonly ScreenplayPdfOptions Options = new() { ChangedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void Script_OnThePage_StandsAtItsMargins()
    {
        var film = OfElements(Action("She listens."), Cue("MARA"), Parenthetical("low"), Line("Go."), Transition("CUT TO:"), Action(string.Join('\n', Enumerable.Repeat("x", 60))));
        var pages = PrintedPages.Read(Write(film, Options with { SceneNumbers = true }));
        // 1.5 inches from the left, the first line an inch from the top; a column is 7.2 points, a line 12.
        Assert.Equal(
            [new(108, 720, "INT. KITCHEN - DAY"), new(64.8, 720, "1"), new(568.8, 720, "1")],
            pages[1].Where(piece => piece.Y == 720));
        Assert.Equal([new(108, 696, "She listens."), new(266.4, 672, "MARA"), new(216, 660, "(low)"), new(180, 648, "Go."), new(489.6, 624, "CUT TO:")], pages[1].Skip(3).Take(5));
        Assert.DoesNotContain(pages[1], piece => piece.Y > 720);
        Assert.Equal([new Printed(525.6, 756, "2.")], pages[2].Where(piece => piece.Y > 720));
        Assert.Equal(72, pages[1].Min(piece => piece.Y));
    }

    [Fact]
    public void TitlePage_SaysWhatTheCoverHas()
    {
        var cover = new CoverPage { Authors = ["Ida Holm", "Mara Ek"], Source = "from a true story", Contact = "A Company\n1 Main Street", DraftDate = new DateOnly(2026, 11, 22) };
        var file = Write(OfElements(Action("x")) with { Title = "The <Long> Night & \"Day\"" }, Options with { Cover = cover });
        var lines = PrintedPages.Lines(file)[0];
        Assert.Equal(["THE <LONG> NIGHT & \"DAY\"", "written by", "Ida Holm", "Mara Ek", "from a true story", "A Company", "1 Main Street2026-11-22"], lines);
        using var document = PrintedPages.Open(file);
        Assert.Equal("The <Long> Night & \"Day\"", document.Info.Title);
        Assert.Equal("Ida Holm, Mara Ek", document.Info.Author);
        Assert.Equal(612, document.Pages[0].Width.Point);
        Assert.Equal(792, document.Pages[0].Height.Point);
    }

    [Fact]
    public void Metadata_OfATitleWithMarkup_IsXmlAndOfTheFilmsTime()
    {
        var text = Encoding.UTF8.GetString(Write(OfElements() with { Title = "<x> & <?xpacket begin= Ёж" }));
        var start = text.IndexOf("<?xpacket begin=", text.LastIndexOf("/Type/Metadata", StringComparison.Ordinal), StringComparison.Ordinal);
        var xmp = XDocument.Parse(text[start..text.LastIndexOf("<?xpacket end=", StringComparison.Ordinal)]);
        Assert.Equal("<x> & <?xpacket begin= Ёж", xmp.Descendants().Single(node => node.Name.LocalName == "title").Value);
        Assert.Equal("2026-11-22T10:00:00Z", xmp.Descendants().Single(node => node.Name.LocalName == "ModifyDate").Value);
    }

    [Fact]
    public void SameFilm_PrintedByManyAtOnce_IsTheSameFile()
    {
        var film = OfElements(Cue("李雷"), Line("你好。"), Cue("ЕЛЕНА"), Line("Привет."), Cue("MARA"), Line("🎬 Go."));
        var files = new byte[16][];
        Parallel.For(0, files.Length, at => files[at] = Write(film));
        Assert.All(files, file => Assert.Equal(files[0], file));
        Assert.NotEqual(files[0], Write(film, Options with { ChangedAt = Options.ChangedAt.AddSeconds(1) }));
    }

    [Theory]
    [InlineData("Élodie Ångström naïve — “so”… ½", "CourierPrime")]
    [InlineData("Елена Привет ґ", "DejaVuSansMono")]
    [InlineData("Ελένη μπορεί π", "DejaVuSansMono")]
    [InlineData("李雷東漢カメラ안녕", "DroidSansFallback")]
    [InlineData("Nguyễn", "DejaVuSans")]
    [InlineData("नमस्ते", "NotoSansDevanagari")]
    [InlineData("สวัสดี", "NotoSansThai")]
    [InlineData("😀", "DejaVuSans")]
    [InlineData("🎬👍", "NotoSansSymbols2")]
    [InlineData("q\u0301\u0302", "DejaVuSansMono")]
    public void Letters_OfManyScripts_CanBeReadBack(string text, string font)
    {
        var file = Write(OfElements(Cue(text), Line(text)));
        var words = PrintedPages.Words(file);
        Assert.Equal(2, words.Split(PrintedPages.Solid(text)).Length - 1);
        Assert.Contains($"+{font}", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("שלום עולם", "םלוע םולש")]
    [InlineData("مرحبا سلام", "مالس ابحرم")]
    [InlineData("say שלום (12) now", "say (12) םולש now")]
    [InlineData("say (שלום) now", "say (םולש) now")]
    [InlineData("say שלום (now", "say םולש (now")]
    [InlineData("שלום (עולם) 12", "12 (םלוע) םולש")]
    public void TextFromRightToLeft_IsDrawnAsItIsSeen(string text, string seen) =>
        Assert.Equal(PrintedPages.Solid(seen), PrintedPages.Solid(PrintedPages.Lines(Write(OfElements(Action(text))))[1][1]));

    [Theory]
    [InlineData("سلام", "\uFEB3\uFEE0\uFE8E\uFEE1")]
    [InlineData("بَب", "\uFE91\u064E\uFE90")]
    [InlineData("گپ ژ", "\uFB94\uFB57 \uFB8A")]
    [InlineData("ء د دد", "\uFE80 \uFEA9 \uFEA9\uFEA9")]
    public void ArabicLetters_AreJoined(string text, string shaped) => Assert.Equal(shaped, ArabicShapes.Of(text));

    [Fact]
    public void Characters_OfNoFontOrOfNoShape_AreToldOrGo() =>
        Assert.Equal(
            "[U+1F9FF] [U+FFFE] \uFFFD [U+E000] ab",
            PrintedPages.Lines(Write(OfElements(Action("\U0001F9FF \uFFFE \ud800 \uE000 a\u200d\u202e\ufe0f\u00ad\0\u0007b"))))[1][1]);

    [Theory]
    [InlineData("x", 100_000, 1)]
    [InlineData("many words ", 9_000, 1)]
    [InlineData("many words\n\n", 5_000, 2)]
    [InlineData("字", 30_000, 1)]
    [InlineData("שלום ", 20_000, 1)]
    [InlineData("🔥", 5_000, 1)]
    [InlineData("a\u0301", 20_000, 1)]
    public void Texts_OfAnyLength_ArePrintedWhole(string piece, int times, int spoken)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var film = OfElements([Cue(text), Parenthetical(text), .. Enumerable.Repeat(Line(text), spoken), Action(text), Transition(text)]);
        var letters = PrintedPages.Words(Write(film));
        var expected = PrintedPages.Solid(PrintText.Of(piece));
        Assert.True(letters.Count(letter => letter == expected[^1]) >= (4 + spoken) * times * expected.Count(letter => letter == expected[^1]));
    }

    [Property(Arbitrary = [typeof(NastyFilms)], MaxTest = 200)]
    public void AnyFilm_Printed_SaysEveryLetterOfItsPages(Disorderly sample)
    {
        var expected = Pagination.Of(ScriptBlocks.Of(sample.Film)).SelectMany(page => page.Lines).SelectMany(line => PrintedPages.Solid(VisualOrder.Of(line.Text))).Order();
        var printed = PrintedPages.Read(Write(sample.Film with { Title = "" })).Skip(1).SelectMany(page => page.Where(piece => piece.Y <= 720)).SelectMany(piece => PrintedPages.Solid(piece.Text)).Order();
        Assert.Equal(string.Concat(expected), string.Concat(printed));
    }

    [Theory]
    [InlineData("/FlateDecode /Length 9>>\nstream\n")]
    [InlineData("㸾ੳ瑲敡洊 /FlateDecode")]
    [InlineData("\\)(((endobj xref startxref 0000000000 65535 f %%EOF")]
    public void Title_ThatLooksLikeAFile_IsATitle(string title)
    {
        using var document = PrintedPages.Open(Write(OfElements(Action(title)) with { Title = title }));
        Assert.Equal(title.Replace('\n', ' ').Trim(), document.Info.Title);
        Assert.Equal(2, document.PageCount);
    }

    /// <summary>Readers do without the checksum; here it is read with care.</summary>
    [Fact]
    public void Streams_OfAFile_HaveTheirChecksums()
    {
        var file = Write(OfElements(Cue("李雷"), Line("你好。")));
        var text = Encoding.Latin1.GetString(file);
        var streams = Regex.Matches(text, @"<<[^\n]*/FlateDecode[^\n]*>>\nstream\n");
        Assert.True(streams.Count >= 4);
        Assert.All(streams, stream =>
        {
            var length = int.Parse(Regex.Match(stream.Value, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
            using var plain = new MemoryStream();
            using var inflate = new ZLibStream(new MemoryStream(file, stream.Index + stream.Length, length), CompressionMode.Decompress);
            inflate.CopyTo(plain);
            Assert.Equal(Adler(plain.ToArray()), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(stream.Index + stream.Length + length - 4)));
            Assert.Equal("\nendstream", text.Substring(stream.Index + stream.Length + length, 10));
        });
    }

    [Fact]
    public void Scenes_AreBookmarks()
    {
        using var document = PrintedPages.Open(Write(Of((Scene(1, "INT", "Hall"), [Action("x")]), (Scene(2, "EXT", "Yard"), [Action("x")]))));
        var first = document.Internals.Catalog.Elements.GetDictionary("/Outlines")!.Elements.GetDictionary("/First")!;
        Assert.Equal("1  INT. HALL - DAY", first.Elements.GetString("/Title"));
        Assert.Equal("2  EXT. YARD - DAY", first.Elements.GetDictionary("/Next")!.Elements.GetString("/Title"));
    }

    [Fact]
    public void NoFilm_IsAnEmptyTitlePage() => Assert.Equal([[]], PrintedPages.Read(Write(new Screenplay())));

    private static uint Adler(byte[] data)
    {
        var low = data.Aggregate(1uL, (sum, one) => (sum + one) % 65521);
        var high = data.Aggregate((Low: 1uL, High: 0uL), (sum, one) => ((sum.Low + one) % 65521, (sum.High + ((sum.Low + one) % 65521)) % 65521)).High;
        return (uint)((high << 16) | low);
    }

    private static byte[] Write(Screenplay film, ScreenplayPdfOptions? options = null) => ScreenplayPdf.Write(film, options ?? Options);
}
