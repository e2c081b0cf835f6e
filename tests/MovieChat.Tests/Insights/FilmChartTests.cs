using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;
using MovieChat.Core.Film;
using MovieChat.Core.Insights;
using MovieChat.Core.Insights.Charts;
using SkiaSharp;

namespace MovieChat.Tests.Insights;

public class FilmChartTests
{
    private static readonly ConcurrentDictionary<(int Scenes, int People), FilmInsights> Made = new();

    public static TheoryData<string, int, int, int?, int?> Extremes
    {
        get
        {
            var data = new TheoryData<string, int, int, int?, int?>();
            (int Scenes, int People)[] films = [(0, 0), (1, 1), (3, 2), (20, 12), (60, 12), (300, 40)];
            (int? Width, int? Height)[] sizes = [(null, null), (360, 240), (2400, 240), (360, 2400)];
            foreach (var chart in FilmChart.All)
                foreach (var (scenes, people) in films)
                    foreach (var (width, height) in sizes)
                        data.Add(chart.Name, scenes, people, width, height);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Words_OfAnyFilm_StandInTheChartAndOnNoOther(string chart, int scenes, int people, int? width, int? height)
    {
        var sheet = FilmChart.Named(chart)!.Sheet(Film(scenes, people), width, height);
        Assert.Equal((width ?? 800, height ?? sheet.Height), (sheet.Width, sheet.Height));
        Assert.Equal(sheet.Title, sheet.Words[0].Text);
        Assert.All(sheet.Words, word => Assert.True(word.Left >= 0 && word.Right <= sheet.Width && word.Top >= 0 && word.Bottom <= sheet.Height, word.Text));
        foreach (var (at, word) in sheet.Words.Index())
            Assert.DoesNotContain(sheet.Words.Skip(at + 1), word.Meets);
    }

    [Theory]
    [InlineData("tension")]
    [InlineData("presence")]
    [InlineData("lines")]
    [InlineData("light")]
    [InlineData("minutes")]
    public void Chart_OfAFilm_IsSvgAndPng(string name)
    {
        var chart = FilmChart.Named(name)!;
        var film = Film(20, 12);
        var svg = XElement.Parse(Encoding.UTF8.GetString(chart.Svg(film)));
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.All(svg.DescendantsAndSelf(), element => Assert.NotEqual("script", element.Name.LocalName));
        Assert.Single(svg.Elements(), element => element.Name.LocalName == "rect" && (string?)element.Attribute("fill") == "white");
        Assert.Equal(chart.Sheet(film, null, null).Words.Select(word => word.Text), svg.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
        using var picture = SKBitmap.Decode(chart.Png(film, 500, 400));
        Assert.Equal((1000, 800), (picture.Width, picture.Height));
        Assert.Contains(picture.Pixels, pixel => pixel == SKColor.Parse(ChartColours.Main) || pixel == SKColor.Parse(ChartColours.MainPale));
        Assert.Equal(chart.Svg(film), chart.Svg(film));
        Assert.Equal(chart.Png(film), chart.Png(film));
    }

    [Fact]
    public void Names_OfAnyScript_AreWhole()
    {
        var words = FilmChart.Named("presence")!.Sheet(Film(20, 12), null, null).Words.Select(word => word.Text).ToList();
        foreach (var name in CountedFilm.Names.Where(name => name.Length < 30))
            Assert.Contains(name, words);
        Assert.Contains(words, word => word.StartsWith("Ada Lovelace", StringComparison.Ordinal) && word.EndsWith('…'));
    }

    [Fact]
    public void Name_OfTenThousandLetters_IsCut()
    {
        var film = CountedFilm.Of(3, 1);
        film = film with { Cast = new Cast { Characters = [film.Cast!.Characters[0] with { Name = new string('x', 10_000) }] } };
        Assert.All(FilmChart.All, chart => Assert.All(chart.Sheet(FilmInsights.Of(film), null, null).Words, word => Assert.True(word.Text.Length < 300)));
    }

    [Fact]
    public void Beats_OfAWholeFilm_AreNamed()
    {
        string[] names = ["Opening image", "The bridge", "Catalyst", "She says no", "Into the river", "The letter", "Games", "The flood", "Bad guys", "All is lost", "Dark night", "The last crossing", "Final image"];
        var film = new Screenplay { Plot = new Plot { Beginning = "", Middle = "", End = "", Beats = [.. names.Select((name, at) => new Beat { Name = name, Position = at / 12.0, Text = "x" })] } };
        var words = FilmChart.Named("tension")!.Sheet(FilmInsights.Of(film), null, null).Words.Select(word => word.Text);
        Assert.Empty(names.Except(words));
    }

    private static FilmInsights Film(int scenes, int people) => Made.GetOrAdd((scenes, people), static size => FilmInsights.Of(size.Scenes == 0 ? new Screenplay() : CountedFilm.Of(size.Scenes, size.People)));
}
