using System.Net;
using System.Xml.Linq;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class InsightsTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Insights_OfAWholeFilm_CountItsScenesAndPeople()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var export = (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok();
        var insights = (await _owner.GetAsync($"/api/projects/{project}/insights")).Ok();

        Assert.Equal(export.Document("scenes")["content"]!.List("scenes").Length, insights.List("scenes").Length);
        Assert.Equal(export.Document("cast")["content"]!.List("characters").Select(person => person.Text("name")), insights.List("people").Select(person => person.Text("name")));
        Assert.Contains(insights.List("people"), person => (int)person["words"]! > 0);
    }

    [Fact]
    public async Task Charts_OfAWholeFilm_AreSvgAndPng()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var svg = (await _owner.GetAsync($"/api/projects/{project}/insights/presence.svg")).Body;
        var png = (await _owner.GetAsync($"/api/projects/{project}/insights/presence.png")).Body;
        var unknown = await _owner.GetAsync($"/api/projects/{project}/insights/weather.svg");

        Assert.Equal("svg", XElement.Parse(svg).Name.LocalName);
        Assert.Contains("PNG", png[..8], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("'presence'", unknown.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bible_OfAWholeFilm_IsAPdf()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        Assert.StartsWith("%PDF-", (await _owner.GetAsync($"/api/projects/{project}/exports/bible.pdf")).Body, StringComparison.Ordinal);
    }
}
