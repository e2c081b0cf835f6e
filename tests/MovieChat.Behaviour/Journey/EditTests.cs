using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Journey;

public sealed class EditTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Edit_WithSoundContent_IsApprovedAtOnceAsTheWriters()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("synopsis"));
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        var state = await _owner.EditAsync(project, "synopsis", Writing.Synopsis());

        Assert.Equal("approved", state.Document("synopsis").Status());
        var synopsis = await _owner.DocumentAsync(project, "synopsis");
        Assert.Equal((2, 1), synopsis.Approved());
        Assert.Equal(("writer", "owner", null), (synopsis["draft"]!.Text("by"), synopsis["draft"]!.Text("author"), synopsis["draft"]!.Text("model")));
        Reading.Same(Writing.Synopsis(), synopsis["draft"]!.List("options").Single()["content"]);
        Assert.Equal("drafting", state.Document("cast").Status());
    }

    [Fact]
    public async Task Edit_WithFieldsThatNobodyKnows_KeepsThem()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var brief = Writing.Brief();
        brief["colour"] = new JsonObject { ["of"] = new JsonArray("the sea", 7, null) };

        await _owner.EditAsync(project, "brief", brief);

        Reading.Same(brief, (await _owner.DocumentAsync(project, "brief"))["draft"]!.List("options")[0]["content"]);
        Assert.Equal(brief.ToJsonString(), (await _owner.GetAsync($"/api/projects/{project}/documents/brief")).RawContent());
    }

    public static TheoryData<string, string, string> Unsound => new()
    {
        { "synopsis", """{"lines":["1","2","3","4"]}""", "content.lines" },
        { "synopsis", """{"lines":["1","2"," ","4","5"]}""", "content.lines[2]" },
        { "synopsis", """{"lines":["1","2","3","4","5\n6"]}""", "content.lines[4]" },
        { "synopsis", """{"lines":"five"}""", "content.lines" },
        { "synopsis", """{}""", "content" },
        { "synopsis", """[]""", "content" },
        { "synopsis", """{"lines":["1","2",null,"4","5"]}""", "content.lines[2]" },
        { "cast", """{"characters":[null]}""", "content.characters[0]" },
        { "profile:mara", """{"character":"mara","who":"a","wants":"b","struggles":"c","change":"d","voice":"e","relations":[null]}""", "content.relations[0]" },
        { "scenes", """{"scenes":[null,null]}""", "content.scenes[1]" },
        { "dialogue:s1", """{"scene":"s1","elements":[null]}""", "content.elements[0]" },
        { "brief", """{"genres":[null]}""", "content.genres[0]" },
        { "brief", """{"genres":["drama"],"lengthMinutes":0}""", "content.lengthMinutes" },
        { "brief", """{"genres":[]}""", "content" },
        { "ideas", """{"title":"T","logline":"","why":"W"}""", "content.logline" },
        { "profile:mara", """{"character":"jonas","who":"a","wants":"b","struggles":"c","change":"d","voice":"e","relations":[]}""", "content.character" },
        { "profile:mara", """{"character":"mara","who":"a","wants":"b","struggles":"c","change":"d","voice":"e","relations":[{"character":"eve","text":"x"}]}""", "content.relations[0].character" },
        { "plot", """{"beginning":"a","middle":"b","end":"c","beats":[{"name":"n","position":1.5,"text":"t"}]}""", "content.beats[0].position" },
        { "dialogue:s1", """{"scene":"s1","elements":[{"type":"song","text":"la"}]}""", "content.elements[0].type" },
        { "dialogue:s1", """{"scene":"s2","elements":[{"type":"action","text":"la"}]}""", "content.scene" },
        { "dialogue:s1", """{"scene":"s1","elements":[{"type":"dialogue","text":"la"}]}""", "content.elements[0]" },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public async Task Edit_WithUnsoundContent_IsRefusedSayingWhere(string document, string content, string path)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var problem = (await _owner.DecideAsync(project, document, "edit", 1, body => body["content"] = JsonNode.Parse(content)))
            .Problem(HttpStatusCode.UnprocessableEntity, "invalid-content");

        Assert.Contains(path, problem.List("errors").Select(error => error.Text("path")));
        Assert.All(problem.List("errors"), error => Assert.NotEqual("", error.Text("message")));
        Assert.Equal((1, 1), (await _owner.DocumentAsync(project, document)).Approved());
    }

    [Fact]
    public async Task Edit_OfACast_WithTheSameIdTwice_IsRefused()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var cast = new JsonObject { ["characters"] = new JsonArray(Writing.Person("mara", "Mara", "protagonist", 47), Writing.Person("mara", "Maria", "antagonist", 1)) };

        (await _owner.DecideAsync(project, "cast", "edit", 1, body => body["content"] = cast)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-content");
    }

    [Fact]
    public async Task Edit_OfADocumentThatWaits_IsTaken()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        var state = await _owner.EditAsync(project, "cast", Writing.Cast());

        Assert.Equal("approved", state.Document("cast").Status());
        Assert.Equal("drafting", state.Document("profile:jonas").Status());
        Assert.Equal("waiting", state.Document("plot").Status());
    }

    [Fact]
    public async Task Edit_OfACast_AddsAndTakesAwayTheDocumentsOfItsPeople()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var cast = new JsonObject { ["characters"] = new JsonArray(Writing.Person("mara", "Mara", "protagonist", 47), Writing.Person("ines", "Ines", "rival", 30)) };

        var state = await _owner.EditAsync(project, "cast", cast);

        var profiles = state.List("documents").Select(document => document.Text("id")!).Where(id => id.StartsWith("profile", StringComparison.Ordinal));
        Assert.Equal(["profile:mara", "profile:ines"], profiles);
        (await _owner.GetAsync($"/api/projects/{project}/documents/profile:jonas")).Problem(HttpStatusCode.NotFound, "unknown-document");
    }

    [Fact]
    public async Task Edit_OfEqualText_IsADraftOfItsOwn()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());

        await _owner.EditAsync(project, "brief", Writing.Brief());

        Assert.Equal((2, 1), (await _owner.DocumentAsync(project, "brief")).Approved());
    }
}
