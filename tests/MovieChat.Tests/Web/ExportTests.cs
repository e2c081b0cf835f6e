using System.Net;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class ExportTests(AzuriteFixture azurite) : WebTests(azurite)
{
    [Fact]
    public async Task Fountain_OfAFilm_IsATextToSave()
    {
        var project = await Writer.StartAsync("../Żółw: \"a\"\\b");
        var answer = await Writer.GetAsync(project + "/exports/fountain");
        Assert.StartsWith("Title: ", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("Żółw- -a--b.fountain", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Theory]
    [InlineData("screenplay.pdf", "application/pdf", "Żółw.pdf", "%PDF-1.7")]
    [InlineData("fdx", "application/xml", "Żółw.fdx", "<?xml version=")]
    public async Task Script_OfAFilm_IsAFileToSave(string export, string mediaType, string name, string beginning)
    {
        var project = await Writer.StartAsync("Żółw");
        var answer = await Writer.GetAsync($"{project}/exports/{export}");
        Assert.StartsWith(beginning, await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task ProjectJson_WithDrafts_HoldsWhatAwaitsAsWell()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        var approved = await Writer.GetJsonAsync(project + "/exports/project.json");
        var all = await Writer.GetJsonAsync(project + "/exports/project.json?draft=true");
        Assert.Equal("quiet", approved["brief"]!.Text("tone"));
        Assert.Equal(["brief"], approved["documents"]!.AsArray().Select(document => document!.Text("id")));
        Assert.Equal(["brief", "ideas"], all["documents"]!.AsArray().Select(document => document!.Text("id")));
        Assert.Equal("""{"brief":{"draft":1,"option":1}}""", all["documents"]![1]!["madeFrom"]!.ToJsonString());
        Assert.Equal("model", all["documents"]![1]!.Text("by"));
    }

    [Fact]
    public async Task Export_OfAnotherName_TellsWhichThereAre()
    {
        var project = await Writer.StartAsync();
        var problem = await (await Writer.GetAsync(project + "/exports/film.mp4")).ProblemAsync(HttpStatusCode.NotFound, "unknown-export");
        foreach (var export in (string[])["screenplay.pdf", "fdx", "fountain", "project.json"])
            Assert.Contains($"'{export}'", problem.Text("detail"), StringComparison.Ordinal);
    }
}
