using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Projects;

/// <summary>A film gets its title when its writer has found it, and says who wrote it.</summary>
public sealed class TitlePageTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Title_ThatIsNew_StandsInTheListAndInWhatTheModelIsTold()
    {
        var (before, after) = (HeadFixture.NewTitle(), HeadFixture.NewTitle());
        var project = await _owner.BeginAsync(before, start: Writing.WholeFilm);

        var changed = (await ChangeAsync(project, new() { ["title"] = after })).Ok();

        Assert.Equal(after, changed.Text("title"));
        await Client.UntilAsync(
            async () => (await _owner.PagesAsync("/api/projects", 200)).Single(item => item.Text("id") == project),
            item => item.Text("title") == after,
            "the list to have the new title");
        await _owner.DecideAsync(project, "plot", "revise", body => body["notes"] = "Colder.");
        await _owner.UntilAsync(project, "plot", "awaitingApproval");
        Assert.Contains(head.Models.CallsFor(after), call => call.Document == "plot");
    }

    [Fact]
    public async Task TitlePage_ThatIsFilledIn_IsPrinted()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var page = new JsonObject { ["title"] = "The Last Ferry", ["authors"] = new JsonArray("Ana Díaz", "Bo Lind"), ["source"] = "based on a true story", ["contact"] = "Ana Díaz\nana@example.com" };

        var changed = (await ChangeAsync(project, page)).Ok();

        var told = changed["titlePage"]!;
        Assert.Equal(["Ana Díaz", "Bo Lind"], told.Texts("authors"));
        Assert.Equal(("based on a true story", "Ana Díaz\nana@example.com"), (told.Text("source"), told.Text("contact")));
        var line = (await _owner.JournalAsync(project)).Single(entry => entry.Text("type") == "titlePageChanged");
        Assert.Equal("The Last Ferry", line.Text("title"));
        Reading.Same(told, line["titlePage"]);
        var fountain = (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body;
        Assert.StartsWith("Title: The Last Ferry\nCredit: written by\nAuthors:\n    Ana Díaz\n    Bo Lind\nSource: based on a true story\n", fountain, StringComparison.Ordinal);
        Assert.Contains("Ana Díaz", (await _owner.GetAsync($"/api/projects/{project}/exports/fdx")).Body, StringComparison.Ordinal);
        Reading.Same(told, (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok()["titlePage"]);
        var copy = (await _owner.PostAsync($"/api/projects/{project}/fork", new JsonObject { ["title"] = "Another" })).Ok();
        Reading.Same(told, copy["titlePage"]);
    }

    [Fact]
    public async Task TitlePage_WithSomeOfIt_LeavesTheRest()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        await ChangeAsync(project, new() { ["title"] = "The Ferry", ["authors"] = new JsonArray("Ana Díaz") });

        var changed = (await ChangeAsync(project, new() { ["contact"] = "ana@example.com" })).Ok();

        Assert.Equal("The Ferry", changed.Text("title"));
        Assert.Equal(["Ana Díaz"], changed["titlePage"]!.Texts("authors"));
        Assert.Equal("ana@example.com", changed["titlePage"]!.Text("contact"));
        Assert.Equal(changed.Number("revision"), (await ChangeAsync(project, new() { ["title"] = "The Ferry" })).Ok().Number("revision"));
    }

    [Fact]
    public async Task Title_SentAgainAfterAnother_StaysCountedOnce()
    {
        var (project, key) = (await _owner.BeginAsync(HeadFixture.NewTitle()), Guid.NewGuid().ToString());
        await ChangeAsync(project, new() { ["title"] = "The Ferry" }, key);
        await ChangeAsync(project, new() { ["title"] = "The Last Ferry" });

        Assert.Equal("The Last Ferry", (await ChangeAsync(project, new() { ["title"] = "The Ferry" }, key)).Ok().Text("title"));
    }

    [Theory]
    [InlineData("""{"title":" "}""", HttpStatusCode.UnprocessableEntity, "title")]
    [InlineData("""{"authors":["Ana",null]}""", HttpStatusCode.UnprocessableEntity, "authors")]
    [InlineData("""{"authors":"Ana"}""", HttpStatusCode.BadRequest, "authors")]
    [InlineData("""{"title":5}""", HttpStatusCode.BadRequest, "title")]
    [InlineData("""{"credit":"story by"}""", HttpStatusCode.BadRequest, "credit")]
    public async Task TitlePage_ThatIsNone_IsRefused(string body, HttpStatusCode status, string path)
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title);

        var problem = (await _owner.SendAsync(HttpMethod.Put, $"/api/projects/{project}/title-page", body, null)).Problem(status);

        Assert.Equal(path, problem.Text("path"));
        Assert.Equal(title, (await _owner.ProjectAsync(project)).Text("title"));
    }

    private Task<Reply> ChangeAsync(string project, JsonObject page, string? key = null) => _owner.PutAsync($"/api/projects/{project}/title-page", page, key);
}
