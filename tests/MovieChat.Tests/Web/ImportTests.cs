using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class ImportTests(AzuriteFixture azurite) : WebTests(azurite)
{
    private const string Script = "Title: The Pier\n\nINT. PIER - DAY\n\nRain.\n\nMARA\nHi.\n\nEXT. PIER - NIGHT\n\nMore rain.\n";

    [Fact]
    public async Task Import_Sent_IsToldListedAndDeleted()
    {
        var project = await Writer.StartAsync();
        var answer = await Writer.PostAsync(project + "/imports", Json.Script(Script), "once");
        var import = await answer.ReadAsync(HttpStatusCode.Created);
        var address = answer.Headers.Location!.ToString();
        Assert.Equal($"{project}/imports/{import.Text("id")}", address);
        Assert.Equal(("fountain", "The Pier"), (import.Text("format"), import.Text("title")));
        Assert.Equal("""{"added":3,"changed":0,"removed":0,"same":0}""", import["counts"]!.ToJsonString());
        Assert.Equal(["scenes", "dialogue:s1", "dialogue:s2"], import["changes"]!.AsArray().Select(change => change!.Text("document")));
        Assert.Equal("""["scenes"]""", import["changes"]![1]!["needs"]!.ToJsonString());
        Assert.Equal("""[{"id":"mara","name":"Mara"}]""", import["newSpeakers"]!.ToJsonString());

        Assert.Equal(import.ToJsonString(), (await (await Writer.PostAsync(project + "/imports", Json.Script(Script), "once")).ReadAsync(HttpStatusCode.Created)).ToJsonString());
        Assert.Equal(import.ToJsonString(), (await Writer.GetJsonAsync(address)).ToJsonString());
        Assert.Equal([import.Text("id")], (await Writer.GetJsonAsync(project + "/imports"))["items"]!.AsArray().Select(item => item!.Text("id")));
        Assert.Equal(HttpStatusCode.NoContent, (await Writer.DeleteAsync(address)).StatusCode);
        await (await Writer.DeleteAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "unknown-import");
        await (await Writer.GetAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "unknown-import");
    }

    [Fact]
    public async Task Imports_InPages_AreListedNewestFirst()
    {
        var project = await Writer.StartAsync();
        var sent = new List<string>();
        for (var count = 0; count < 3; count++) sent.Add((await (await Writer.PostAsync(project + "/imports", Json.Script(Script))).ReadAsync(HttpStatusCode.Created)).Text("id"));
        var first = await Writer.GetJsonAsync(project + "/imports?limit=2");
        var rest = await Writer.GetJsonAsync($"{project}/imports?limit=2&after={first.Text("next")}");
        Assert.Equal(Enumerable.Reverse(sent), first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(item => item!.Text("id")));
        Assert.Null(rest["next"]);
    }

    [Fact]
    public async Task Approve_UnderTheSameKey_CountsOnce()
    {
        var project = await Writer.StartAsync();
        var import = await SendAsync(project);
        var decision = new { verb = "approve", revision = (long)import["revision"]! };
        var address = $"{project}/imports/{import.Text("id")}/decisions";
        var snapshot = await (await Writer.PostAsync(address, decision, "take")).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal("approved", snapshot.Document("dialogue:s1").Text("status"));
        var again = await (await Writer.PostAsync(address, decision, "take")).ReadAsync(HttpStatusCode.Accepted);
        Assert.Equal((long)snapshot["revision"]!, (long)again["revision"]!);
        Assert.Single((await Writer.GetJsonAsync(project + "/documents/dialogue:s1/drafts"))["items"]!.AsArray());
        var line = (await Writer.GetJsonAsync(project + "/journal"))["items"]!.AsArray().Single(item => item!.Text("type") == "scriptImported")!;
        Assert.Equal(import.Text("id"), line.Text("import"));
        await (await Writer.PostAsync(address, decision)).ProblemAsync(HttpStatusCode.Conflict, "stale-decision");
    }

    [Theory]
    [InlineData("""{"verb":"revise","revision":1}""", 422, "invalid-value", "verb")]
    [InlineData("""{"verb":"approve","revision":0}""", 422, "invalid-value", "revision")]
    [InlineData("""{"verb":"approve","revision":999999}""", 422, "invalid-value", "revision")]
    [InlineData("""{"verb":"approve"}""", 400, "malformed-request", "revision")]
    [InlineData("""{"verb":"approve","revision":1,"only":["dialogue:s1"]}""", 422, "invalid-value", "only")]
    [InlineData("""{"verb":"approve","revision":1,"only":["dialogue:s9"]}""", 422, "invalid-value", "only")]
    [InlineData("""{"verb":"approve","revision":1,"only":[]}""", 422, "verb-does-not-fit", "verb")]
    [InlineData("""{"verb":"approve","revision":1,"draft":1}""", 400, "unknown-property", "draft")]
    public async Task Decision_ThatCanNotBe_IsRefused(string body, int status, string kind, string path)
    {
        var project = await Writer.StartAsync();
        var import = await SendAsync(project);
        var problem = await (await Writer.PostAsync($"{project}/imports/{import.Text("id")}/decisions", Json.Text(body))).ProblemAsync((HttpStatusCode)status, kind);
        Assert.Equal(path, problem.Text("path"));
    }

    [Fact]
    public async Task Approve_OfAScriptWithFaults_TellsEachWithItsPlace()
    {
        var project = await Writer.StartAsync();
        var import = await SendAsync(project, $"INT. PIER - DAY\n\n{new string('x', 8_001)}\n\nEXT. PIER - NIGHT\n\nRain.\n");
        Assert.Equal(3, (int)import["changes"]![1]!["faults"]![0]!["line"]!);
        var problem = await (await Writer.PostAsync($"{project}/imports/{import.Text("id")}/decisions", new { verb = "approve", revision = (long)import["revision"]! })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-content");
        Assert.Equal("dialogue:s1.elements[0].text", problem["errors"]![0]!.Text("path"));
        Assert.Contains("(line 3, INT. PIER - DAY)", problem["errors"]![0]!.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{}", 415, "not-a-script")]
    [InlineData("text/html", "<html/>", 415, "not-a-script")]
    [InlineData("text/plain; charset=utf-16", "INT. A - DAY", 415, "not-a-script")]
    [InlineData(null, "INT. A - DAY", 415, "not-a-script")]
    [InlineData("text/plain", "Hello.", 422, "unreadable-script")]
    [InlineData("text/plain", "", 422, "unreadable-script")]
    [InlineData("text/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><FinalDraft>&e;</FinalDraft>", 422, "unreadable-script")]
    [InlineData("application/xml", "<html/>", 422, "unreadable-script")]
    public async Task Body_ThatIsNoScript_IsRefusedAndNotKept(string? type, string body, int status, string kind)
    {
        var project = await Writer.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        await (await Writer.PostAsync(project + "/imports", content)).ProblemAsync((HttpStatusCode)status, kind);
        Assert.Empty((await Writer.GetJsonAsync(project + "/imports"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Body_OfTooManyBytes_IsRefused()
    {
        var project = await Writer.StartAsync();
        using var content = new ByteArrayContent(new byte[(4 * 1024 * 1024) + 1]);
        content.Headers.ContentType = new("text/plain");
        await (await Writer.PostAsync(project + "/imports", content)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> SendAsync(string project, string script = Script) =>
        await (await Writer.PostAsync(project + "/imports", Json.Script(script))).ReadAsync(HttpStatusCode.Created);
}
