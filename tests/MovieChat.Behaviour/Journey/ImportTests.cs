using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class ImportTests(HeadFixture head)
{
    private const string Script = "EXT. HARBOUR - DAWN\n\nFog. MARA counts berths.\n\nMARA\nTwelve.\n\nINT. WHEELHOUSE - CONTINUOUS\n\nJONAS (V.O.)\nYou are late.\n\n> FADE OUT.\n";

    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Script_TakenIntoAnEmptyProject_IsTheFilm()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var import = await SendAsync(_owner, project, Script);
        Assert.DoesNotContain((await _owner.ProjectAsync(project)).List("documents"), document => document.Text("id")!.StartsWith("dialogue", StringComparison.Ordinal));

        var state = (await TakeAsync(project, import)).Ok();

        Assert.All((string[])["scenes", "dialogue:s1", "dialogue:s2"], document => Assert.Equal("approved", state.Document(document).Status()));
        var fountain = (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body;
        Assert.Contains("MARA\nTwelve.", fountain, StringComparison.Ordinal);
        Assert.Empty((await SendAsync(_owner, project, fountain)).List("changes"));
        Assert.Empty((await SendAsync(_owner, project, Script)).List("changes"));
    }

    [Theory]
    [InlineData("fountain", "text/plain")]
    [InlineData("fdx", "application/xml")]
    public async Task Export_SentBack_ChangesNothing(string export, string type)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var file = (await _owner.GetAsync($"/api/projects/{project}/exports/{export}")).Body;

        var import = (await SendAsync(_owner, project, Encoding.UTF8.GetBytes(file), type)).Ok();

        Assert.Empty(import.List("changes"));
        Assert.Equal(3, import["counts"]!.Number("same"));
    }

    [Fact]
    public async Task Line_ChangedElsewhere_ComesBackAsTheWritersDraft()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var import = await SendAsync(_owner, project, (await FountainAsync(project)).Replace("You are late for s1.", "You are early for s1.", StringComparison.Ordinal));

        var change = Assert.Single(import.List("changes"));
        Assert.Equal(("dialogue:s1", "changed"), (change.Text("document"), change.Text("change")));
        Reading.Same(
            JsonNode.Parse("""[{"op":"same","text":"You are "},{"op":"removed","text":"late"},{"op":"added","text":"early"},{"op":"same","text":" for s1."}]"""),
            change.List("elements").Single(element => element.Text("op") == "changed")["words"]);

        var state = (await TakeAsync(project, import)).Ok();

        Assert.Equal("complete", state.Status());
        var dialogue = await _owner.DocumentAsync(project, "dialogue:s1");
        Assert.Equal(((2, 1), "writer"), (dialogue.Approved(), dialogue["draft"]!.Text("by")));
        Assert.Equal((1, 1), (await _owner.DocumentAsync(project, "dialogue:s2")).Approved());
    }

    [Fact]
    public async Task Scene_WithItsDialogue_IsWrittenByNoModel()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var import = await SendAsync(_owner, project, await FountainAsync(project) + "\nINT. CABIN - NIGHT\n\nThe lamp goes out.\n\nJONAS\nMara?\n\nINT. HOLD - NIGHT\n");
        Assert.Equal(["scenes", "dialogue:s3"], import.List("changes").Select(change => change.Text("document")));

        await TakeAsync(project, import);

        await _owner.UntilAsync(project, "dialogue:s4", "awaitingApproval");
        var journal = await _owner.JournalAsync(project);
        Assert.DoesNotContain(journal, line => line.Text("type") == "draftOrdered" && line.Text("document") == "dialogue:s3");
        Assert.Contains(journal, line => line.Text("type") == "draftOrdered" && line.Text("document") == "dialogue:s4");
        Assert.Equal("approved", (await _owner.DocumentAsync(project, "dialogue:s1")).Status());
    }

    [Fact]
    public async Task Decision_OnADifferenceOfBefore_IsRefused()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var import = await SendAsync(_owner, project, (await FountainAsync(project)).Replace("You are late for s1.", "You are early for s1.", StringComparison.Ordinal));
        await _owner.EditAsync(project, "dialogue:s1", Writing.Dialogue("s1"));

        (await TakeAsync(project, import)).Problem(HttpStatusCode.Conflict, "stale-decision");

        var again = (await _owner.GetAsync($"/api/projects/{project}/imports/{import.Text("id")}")).Ok();
        Assert.Equal("complete", (await TakeAsync(project, again)).Ok().Status());
    }

    [Fact]
    public async Task Import_OfAnotherWriter_IsNotThere()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var import = await SendAsync(_owner, project, Script);
        using var other = await head.NewWriterAsync();
        var own = await other.BeginAsync(HeadFixture.NewTitle());

        (await other.GetAsync($"/api/projects/{project}/imports/{import.Text("id")}")).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await other.GetAsync($"/api/projects/{own}/imports/{import.Text("id")}")).Problem(HttpStatusCode.NotFound, "unknown-import");
        (await SendAsync(other, project, Encoding.UTF8.GetBytes(Script), "text/plain")).Problem(HttpStatusCode.NotFound, "unknown-project");
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "application/xml", """<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;&lol;&lol;">]><FinalDraft>&l2;</FinalDraft>""" },
        { "application/xml", $"<FinalDraft>{string.Concat(Enumerable.Repeat("<a>", 10_000))}" },
        { "text/xml", "<html><body>Not found</body></html>" },
        { "text/plain", "\0\0\0" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Body_ThatIsHostile_IsRefusedWithItsReason(string type, string body)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        var problem = (await SendAsync(_owner, project, Encoding.UTF8.GetBytes(body), type)).Problem(HttpStatusCode.UnprocessableEntity, "unreadable-script");

        Assert.NotEmpty(problem.Text("detail")!);
        Assert.Empty((await _owner.GetAsync($"/api/projects/{project}/imports")).Ok().List("items"));
    }

    private async Task<string> FountainAsync(string project) => (await _owner.GetAsync($"/api/projects/{project}/exports/fountain")).Body;

    private Task<Reply> TakeAsync(string project, JsonNode import) =>
        _owner.PostAsync($"/api/projects/{project}/imports/{import.Text("id")}/decisions", new JsonObject { ["verb"] = "approve", ["revision"] = import.Number("revision") });

    private static async Task<JsonNode> SendAsync(Client writer, string project, string fountain) => (await SendAsync(writer, project, Encoding.UTF8.GetBytes(fountain), "text/plain")).Ok();

    private static Task<Reply> SendAsync(Client writer, string project, byte[] bytes, string type) => writer.PostAsync($"/api/projects/{project}/imports", bytes, type);
}
