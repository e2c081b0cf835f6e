using System.IO.Compression;
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
    [InlineData("bible.pdf", "application/pdf", "Żółw.bible.pdf", "%PDF-1.7")]
    [InlineData("fdx", "application/xml", "Żółw.fdx", "<?xml version=")]
    [InlineData("storyboard.pdf", "application/pdf", "Żółw.storyboard.pdf", "%PDF-1.")]
    [InlineData("shots.csv", "text/csv; charset=utf-8", "Żółw.shots.csv", "scene,heading,shot,")]
    [InlineData("animatic.html", "text/html; charset=utf-8", "Żółw.animatic.html", "<!DOCTYPE html>")]
    [InlineData("authorship.pdf", "application/pdf", "Żółw.authorship.pdf", "%PDF-1.7")]
    [InlineData("authorship.json", "application/json", "Żółw.authorship.json", "{")]
    [InlineData("bundle.zip", "application/zip", "Żółw.zip", "PK")]
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
    public async Task Authorship_WithDrafts_TellsTheModelsShareAsWell()
    {
        var project = await Writer.StartAsync();
        await Door.WorkAsync(project.Id());
        var approved = await Writer.GetJsonAsync(project + "/exports/authorship.json");
        var all = await Writer.GetJsonAsync(project + "/exports/authorship.json?draft=true");
        Assert.Equal(["writer"], approved["documents"]!.AsArray().Select(document => document!.Text("origin")));
        Assert.Equal(["writer", "model"], all["documents"]!.AsArray().Select(document => document!.Text("origin")));
        Assert.Equal("write", all["documents"]![1]!["drafts"]![0]!["asked"]!.Text("verb"));
        Assert.Null(all["documents"]![1]!["approval"]);
    }

    [Fact]
    public async Task Authorship_OfAFork_GoesBackToWhatItWasForkedFrom()
    {
        var project = await Writer.StartAsync();
        var fork = (await Writer.PostAsync(project + "/fork", new { title = "Another" })).Headers.Location!.ToString();
        var ledger = await Writer.GetJsonAsync(fork + "/exports/authorship.json");
        Assert.Equal(project.Id(), ledger["forkedFrom"]!.Text("project"));
        Assert.Equal("bring", ledger["documents"]![0]!["approval"]!.Text("verb"));
        Assert.True((int)ledger["totals"]!["words"]!["words"]! > 0);
    }

    [Fact]
    public async Task Bundle_OfAFilm_IsAWholeArchive()
    {
        var project = await Writer.StartAsync("Żółw");
        var answer = await Writer.GetAsync(project + "/exports/bundle.zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ["README.txt", "screenplay/Żółw.pdf", "screenplay/Żółw.fdx", "screenplay/Żółw.fountain", "storyboard/storyboard-3.pdf", "storyboard/storyboard-6.pdf", "storyboard/shot-list.csv", "storyboard/animatic.html", "bible/story-bible.pdf", "authorship.pdf", "authorship.json", "project.json"],
            zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("bible/charts/", StringComparison.Ordinal)));
        using var reader = new StreamReader(zip.GetEntry("project.json")!.Open());
        Assert.Equal(await (await Writer.GetAsync(project + "/exports/project.json")).TextAsync(), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_OfAnotherName_TellsWhichThereAre()
    {
        var project = await Writer.StartAsync();
        var problem = await (await Writer.GetAsync(project + "/exports/film.mp4")).ProblemAsync(HttpStatusCode.NotFound, "unknown-export");
        foreach (var export in (string[])["screenplay.pdf", "fdx", "fountain", "storyboard.pdf", "shots.csv", "animatic.html", "bible.pdf", "authorship.pdf", "authorship.json", "bundle.zip", "project.json"])
            Assert.Contains($"'{export}'", problem.Text("detail"), StringComparison.Ordinal);
    }
}
