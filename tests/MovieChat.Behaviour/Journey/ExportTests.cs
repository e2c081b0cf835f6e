using System.Net;
using System.Xml.Linq;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class ExportTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Exports_BeforeAnythingIsApproved_HoldTheTitleAlone()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title);

        var fountain = (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body.Replace("\\", "", StringComparison.Ordinal);
        var json = (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok();

        Assert.StartsWith($"Title: {title}\n", fountain, StringComparison.Ordinal);
        Assert.DoesNotContain('#', fountain);
        Assert.Empty(json.List("documents"));
        Assert.Null(json["brief"]);
    }

    [Fact]
    public async Task ProjectJson_WithDrafts_HoldsWhatAwaitsAsWell()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var ideas = await _owner.UntilAsync(project, "ideas", "awaitingApproval");

        var approved = (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok();
        var all = (await _owner.GetAsync($"/api/projects/{project}/exports/project.json?draft=true")).Ok();

        Assert.Equal(["brief"], approved.List("documents").Select(document => document.Text("id")));
        Assert.Equal(["brief", "ideas"], all.List("documents").Select(document => document.Text("id")));
        Assert.Equal("awaitingApproval", all.Document("ideas").Status());
        Reading.Same(ideas["draft"]!.List("options")[0]["content"], all.Document("ideas")["content"]);
    }

    [Fact]
    public async Task Fountain_WithDrafts_HoldsTheDialogueThatAwaits()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("dialogue:s2"));
        var awaiting = await _owner.UntilAsync(project, "dialogue:s2", "awaitingApproval");
        var line = awaiting["draft"]!.List("options")[0]["content"]!.List("elements").First(element => element.Text("type") == "action").Text("text")!.Split('\n')[0];

        var approved = (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body.Replace("\\", "", StringComparison.Ordinal);
        var all = (await _owner.GetAsync($"/api/projects/{project}/exports/fountain?draft=true")).Body.Replace("\\", "", StringComparison.Ordinal);

        Assert.Contains("You are late for s1.", approved, StringComparison.Ordinal);
        Assert.DoesNotContain(line, approved, StringComparison.Ordinal);
        Assert.Contains(line, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fountain_OfAReopenedScene_StillHoldsWhatWasApproved()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        await _owner.DecideAsync(project, "dialogue:s1", "reopen");

        Assert.Contains("You are late for s1.", (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fdx_WithDrafts_HoldsTheDialogueThatAwaits()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("dialogue:s2"));
        await _owner.UntilAsync(project, "dialogue:s2", "awaitingApproval");

        var approved = await _owner.GetAsync($"/api/projects/{project}/exports/fdx");
        var all = await _owner.GetAsync($"/api/projects/{project}/exports/fdx?draft=true");

        Assert.Equal("application/xml", approved.MediaType);
        Assert.Contains("You are late for s1.", Texts(approved));
        Assert.True(Texts(all).Count() > Texts(approved).Count() + 2);
    }

    [Fact]
    public async Task ScreenplayPdf_WithDraftsAndNumbers_IsAFileToSave()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.Before("dialogue:s2"));
        await _owner.UntilAsync(project, "dialogue:s2", "awaitingApproval");

        var files = new List<byte[]>();
        foreach (var query in (string[])["", "", "?draft=true", "?numbers=true"])
        {
            using var answer = await _owner.Http.GetAsync(new Uri($"/api/projects/{project}/exports/screenplay.pdf{query}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
            Assert.EndsWith(".pdf", answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
            files.Add(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        Assert.All(files, file => Assert.True(file.AsSpan().StartsWith("%PDF-"u8)));
        Assert.Equal(files[0], files[1]);
        Assert.True(files[2].Length > files[0].Length);
        Assert.NotEqual(files[0], files[3]);
    }

    [Theory]
    [InlineData("exports/screenplay.pdf?numbers=all", HttpStatusCode.BadRequest, "malformed-request")]
    [InlineData("exports/final-draft", HttpStatusCode.NotFound, "unknown-export")]
    [InlineData("exports/fountain?draft=perhaps", HttpStatusCode.BadRequest, "malformed-request")]
    public async Task Export_ThatDoesNotExist_IsRefused(string path, HttpStatusCode status, string kind)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        (await _owner.GetAsync($"/api/projects/{project}/{path}")).Problem(status, kind);
    }

    private static IEnumerable<string> Texts(Reply reply) => XDocument.Parse(reply.Body).Root!.Element("Content")!.Elements("Paragraph").Select(paragraph => paragraph.Element("Text")!.Value);
}
