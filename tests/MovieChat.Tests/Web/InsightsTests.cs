using System.Net;
using System.Xml.Linq;
using MovieChat.Core.Insights.Charts;
using MovieChat.Tests.Storage;
using SkiaSharp;

namespace MovieChat.Tests.Web;

public sealed class InsightsTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Insights_OfAFilmThatBegins_AreEmptyAndWhole()
    {
        var project = await Writer.StartAsync();
        var insights = await Writer.GetJsonAsync(project + "/insights");
        Assert.Empty(insights["scenes"]!.AsArray());
        Assert.Empty(insights["people"]!.AsArray());
        Assert.Equal(9, insights["tension"]!["usual"]!.AsArray().Count);
        Assert.Contains("never a law", insights["tension"]!.Text("rule"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Writer.GetAsync(project + "/insights?draft=true")).StatusCode);
    }

    [Fact]
    public async Task Charts_OfAFilmThatBegins_AreDrawn()
    {
        var project = await Writer.StartAsync();
        foreach (var chart in FilmChart.All)
        {
            var svg = await Writer.GetAsync($"{project}/insights/{chart.Name}.svg");
            Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType!.MediaType);
            Assert.Equal("svg", XElement.Parse(await svg.TextAsync()).Name.LocalName);
            var png = await Writer.GetAsync($"{project}/insights/{chart.Name}.png?width=400&height=300");
            Assert.Equal("image/png", png.Content.Headers.ContentType!.MediaType);
            using var picture = SKBitmap.Decode(await png.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal((800, 600), (picture.Width, picture.Height));
        }
    }

    [Theory]
    [InlineData("mood.svg")]
    [InlineData("tension.gif")]
    [InlineData("tension")]
    [InlineData("..%2Ftension.svg")]
    public async Task Chart_OfAnotherName_TellsWhichThereAre(string name)
    {
        var project = await Writer.StartAsync();
        var problem = await (await Writer.GetAsync($"{project}/insights/{name}")).ProblemAsync(HttpStatusCode.NotFound, "unknown-chart");
        foreach (var chart in FilmChart.All)
            Assert.Contains($"'{chart.Name}'", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("width=359")]
    [InlineData("width=2401")]
    [InlineData("height=1000000")]
    [InlineData("height=-1")]
    [InlineData("width=wide")]
    public async Task Chart_OfAnotherSize_IsRefused(string size)
    {
        var project = await Writer.StartAsync();
        await (await Writer.GetAsync($"{project}/insights/light.png?{size}")).ProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }
}
