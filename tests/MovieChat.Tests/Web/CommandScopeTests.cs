using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Web;

/// <summary>An idempotency key counts once for a resource, however its address is written, and for each resource anew.</summary>
public sealed class CommandScopeTests(AzuriteFixture azurite) : WebTests(azurite)
{
    private const string Key = "the-same";

    [Theory]
    [InlineData("/api/projects/{0}/documents/brief/decisions/")]
    [InlineData("/API/Projects/{0}/DOCUMENTS/brief/Decisions")]
    [InlineData("/api/projects/{0}/documents/%62rief/decisions")]
    [InlineData("/%61pi/projects/{0}/documents/b%72ief/%64ecisions?again")]
    public async Task Address_WrittenOtherwise_IsTheSameResource(string otherwise)
    {
        var project = await Writer.StartAsync();
        var edit = new { verb = "edit", draft = 1, content = Json.Brief };
        await (await Writer.PostAsync(project + "/documents/brief/decisions", edit, Key)).ReadAsync(HttpStatusCode.Accepted);
        await (await Writer.PostAsync(string.Format(null, otherwise, project.Id()), edit, Key)).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal(2, (int)(await Writer.GetJsonAsync(project)).Document("brief")["draft"]!);
    }

    [Fact]
    public async Task Start_AtAnAddressWrittenOtherwise_IsTheSameProject()
    {
        var first = await Writer.PostAsync("/api/projects", new { title = "One" }, Key);
        var again = await Writer.PostAsync("/Api/%70rojects/", new { title = "One" }, Key);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task Documents_ThatDifferInCase_AreTwoResources()
    {
        var answer = await Writer.PostAsync("/api/projects", new { title = "Two", brief = Json.Brief, start = new { cast = GoodFilm.Cast } });
        await answer.ReadAsync(HttpStatusCode.Created);
        var project = answer.Headers.Location!.ToString();
        await EditAsync(project, "profile:mara", 0, GoodFilm.ProfileOf("mara", "jon"));
        var cast = GoodFilm.Cast;
        cast["characters"]![0]!["id"] = "Mara";
        await EditAsync(project, "cast", 1, cast);
        await EditAsync(project, "profile:Mara", 0, GoodFilm.ProfileOf("Mara", "jon"));
        Assert.Equal("approved", (await Writer.GetJsonAsync(project)).Document("profile:Mara").Text("status"));
    }

    private async Task EditAsync(string project, string document, int draft, JsonObject content) =>
        await (await Writer.PostAsync($"{project}/documents/{document}/decisions", new { verb = "edit", draft, content }, Key)).ReadAsync(HttpStatusCode.Accepted);
}
