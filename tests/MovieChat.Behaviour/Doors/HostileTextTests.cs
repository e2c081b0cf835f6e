using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Doors;

/// <summary>Whatever a writer writes comes back as it was written, and breaks nothing that is made from it.</summary>
public sealed class HostileTextTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    public static TheoryData<string> Texts => new()
    {
        "<script>alert('x')</script><img src=x onerror=\"alert(1)\">",
        "\"quotes\" 'single' `back` \\ / {\"json\":[1]} --'; DROP TABLE Journal;",
        "null\u0000 bell\u0007 escape\u001b[31m del\u007f next\u0085 line\u2028 paragraph\u2029 bom\ufeff",
        "שלום \u202eright to left\u202c العربية",
        "👩‍👩‍👧‍👦 🎬 e\u0301 ｆｕｌｌ 日本語 \U0001F1E9\U0001F1EA",
        "INT. NONE - DAY #9#\n\n.FORCED\n\n@CUE\n> TO:\n[[note]] /* gone */ **bold** _under_ = line\n===",
        "${jndi:ldap://x} {{7*7}} %s %n $(reboot) \r\n\r\nHTTP/1.1 200 OK\r\nid: 7\ndata: x",
        " \t leading and trailing \t ",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_InEveryFieldOfABrief_ComesBackUnchanged(string text)
    {
        var brief = new JsonObject
        {
            ["genres"] = new JsonArray(text),
            ["tone"] = text,
            ["likes"] = new JsonArray(text, text),
            ["message"] = text,
            ["audience"] = text,
            ["lengthMinutes"] = 90,
            ["language"] = text,
            ["avoid"] = new JsonArray(text),
            ["notes"] = text,
            [text] = new JsonObject { [text] = text },
        };

        var project = await _owner.BeginAsync(text, brief);

        Assert.Equal(text, (await _owner.ProjectAsync(project)).Text("title"));
        Reading.Same(brief, (await _owner.DocumentAsync(project, "brief"))["draft"]!.List("options")[0]["content"]);
        Reading.Same(brief, (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok()["brief"]);
        foreach (var export in (string[])["fountain", "fdx", "screenplay.pdf"])
            Assert.Equal(HttpStatusCode.OK, (await _owner.GetAsync($"/api/projects/{project}/exports/{export}")).Status);
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_InEditsAndNotes_ComesBackUnchangedAndKeepsTheScreenplayWhole(string text)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var dialogue = Writing.Dialogue("s1");
        dialogue["elements"]![0]!["text"] = text;
        dialogue["elements"]![2]!["text"] = text;
        var plot = Writing.Plot();
        plot["middle"] = $"{text} {plot.Text("middle")}";
        plot["beats"]![0]!["name"] = text;

        await _owner.EditAsync(project, "dialogue:s1", dialogue);
        await _owner.EditAsync(project, "plot", plot);
        await _owner.DecideAsync(project, "synopsis", "stuck", body => body["notes"] = text);

        Assert.Equal(JsonSerializer.Serialize(dialogue), (await _owner.GetAsync($"/api/projects/{project}/documents/dialogue:s1")).RawContent());
        var export = (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok();
        Reading.Same(dialogue, export.Document("dialogue:s1")["content"]);
        Reading.Same(plot, export.Document("plot")["content"]);
        Assert.Equal(text, (await _owner.JournalAsync(project)).Last(line => line.Text("type") == "tipsRequested").Text("notes"));
        var fountain = (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body;
        Assert.Equal(2, fountain.Split('\n').Count(line => line.StartsWith("EXT. ", StringComparison.Ordinal) && line.EndsWith('#')));
        Assert.DoesNotContain(fountain, letter => char.IsControl(letter) && letter != '\n');
        Assert.Contains("You are late for s2.", fountain, StringComparison.Ordinal);
        var fdx = XDocument.Parse((await _owner.GetAsync($"/api/projects/{project}/exports/fdx")).Body);
        Assert.Equal(2, fdx.Descendants("Paragraph").Count(paragraph => (string?)paragraph.Attribute("Type") == "Scene Heading"));
        Assert.StartsWith("%PDF-", (await _owner.GetAsync($"/api/projects/{project}/exports/screenplay.pdf")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_InTheJournal_DoesNotBreakTheEvents(string text)
    {
        var project = await _owner.BeginAsync(text, Writing.Brief());
        await using var listener = await Listener.OpenAsync(_owner, project);

        var heard = await listener.UntilAsync(each => each.Type == "draftReceived" && each.Json.Text("document") == "ideas");

        Assert.Equal(text, heard[0].Json.Text("title"));
        Assert.Equal(Enumerable.Range(1, heard.Count), heard.Select(each => each.Id));
    }

    [Fact]
    public async Task Text_OfTenThousandLines_ComesBackUnchanged()
    {
        var brief = Writing.Brief();
        brief["notes"] = string.Concat(Enumerable.Repeat("a\n", 10_000));
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), brief);
        var plot = Writing.Plot();
        plot["middle"] = string.Concat(Enumerable.Repeat("line\n", 10_000));

        await _owner.EditAsync(project, "plot", plot);

        Reading.Same(plot, (await _owner.DocumentAsync(project, "plot"))["draft"]!.List("options")[0]["content"]);
        Reading.Same(brief, (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Ok()["brief"]);
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
    }

    [Theory]
    [InlineData("""{"lines":["half a pair \ud83c","2","3","4","5"]}""")]
    [InlineData("""{"lines":["1","2","3","4","5"],"half a pair \ud83c":1}""")]
    public async Task Text_ThatIsNoUnicode_IsRefusedAndBreaksNothing(string content)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());

        var reply = await _owner.SendAsync(
            HttpMethod.Post,
            $"/api/projects/{project}/documents/synopsis/decisions",
            $$"""{"verb":"edit","draft":0,"content":{{content}}}""",
            null);

        Assert.InRange((int)reply.Status, 400, 422);
        reply.Problem(reply.Status);
        Assert.Equal(HttpStatusCode.OK, (await _owner.GetAsync($"/api/projects/{project}/exports/project.json")).Status);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("notes")]
    public async Task Text_ThatIsTooLong_IsRefused(string field)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var dialogue = Writing.Dialogue("s1");
        dialogue["elements"]![0]!["text"] = new string('x', 600_000);

        var reply = field == "content"
            ? await _owner.DecideAsync(project, "dialogue:s1", "edit", 1, body => body["content"] = dialogue)
            : await _owner.DecideAsync(project, "dialogue:s1", "revise", 1, body => body["notes"] = new string('x', 4_001));

        reply.Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");
    }
}
