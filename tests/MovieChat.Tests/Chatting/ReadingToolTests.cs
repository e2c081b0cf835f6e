using System.Text.Json.Nodes;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Tests.Writing;
using static MovieChat.Tests.Chatting.Answering;

namespace MovieChat.Tests.Chatting;

/// <summary>What each tool that reads says to the model, and how it answers a wrong question.</summary>
public sealed class ReadingToolTests
{
    [Fact]
    public async Task Film_Read_SaysWhereEverythingStands()
    {
        var desk = new FakeDesk(["brief", "ideas", "synopsis"]).WithFacts(1, _ => "She can not swim.");

        var film = await ReadAsync(desk, "read_film");

        Assert.Equal("The Ferry", (string?)film["title"]);
        var documents = film["documents"]!.AsArray().ToDictionary(each => (string)each!["id"]!, each => (string)each!["status"]!);
        Assert.Equal(("approved", "drafting", "waiting"), (documents["synopsis"], documents["cast"], documents["plot"]));
        Assert.Equal((1_000_000, 0), ((int)film["tokens"]!["limit"]!, (int)film["tokens"]!["spent"]!));
        Assert.Equal("She can not swim.", (string?)Assert.Single(film["stated"]!.AsArray())!["text"]);
    }

    [Fact]
    public async Task Film_WithAStaleDocumentAndAFailure_SaysWhy()
    {
        var desk = new FakeDesk(["brief", "ideas", "synopsis"]);
        desk.Do(new DraftNotDone(new(FailureKinds.Unavailable, "The model slept.", "Again."), Usage.None) { Id = "cast@1", By = "service", Document = DocumentId.Cast, Number = 1 });
        desk.Hold(DocumentId.Ideas, GoodFilm.Idea);
        desk.Do(new Approve(1) { Id = "a", By = "wren", Document = DocumentId.Ideas, Draft = 2 });

        var documents = (await ReadAsync(desk, "read_film"))["documents"]!.AsArray().ToDictionary(each => (string)each!["id"]!, each => each!);

        Assert.Equal("""["ideas"]""", documents["synopsis"]["because"]!.ToJsonString());
        Assert.Equal("The model slept.", (string?)documents["cast"]["failure"]);
    }

    [Fact]
    public async Task Document_Read_IsItsApprovedDraft()
    {
        var read = await ReadAsync(new FakeDesk(), "read_document", """{"document":"profile:mara"}""");

        Assert.Equal(("approved", 1, 1), ((string?)read["status"], (int)read["draft"]!["number"]!, (int)read["approvedOption"]!));
        Assert.Equal("To keep the ferry.", (string?)Assert.Single(read["draft"]!["options"]!.AsArray())!["content"]!["wants"]);
    }

    [Fact]
    public async Task Document_AnEarlierDraft_IsReadByItsNumber()
    {
        var desk = new FakeDesk();
        desk.Hold(DocumentId.Ideas, Commissions.Idea("The Bridge"));

        Assert.Contains("The Ferry", await UseAsync(desk, "read_document", """{"document":"ideas","draft":1}"""), StringComparison.Ordinal);
        var now = await ReadAsync(desk, "read_document", """{"document":"ideas"}""");
        Assert.Equal("The Bridge", (string?)now["draft"]!["options"]![0]!["content"]!["title"]);
        Assert.Null(now["approvedOption"]);
    }

    [Fact]
    public async Task Document_WithoutADraft_SaysWhatItNeeds()
    {
        var read = await ReadAsync(new FakeDesk(["brief", "ideas"]), "read_document", """{"document":"plot"}""");

        Assert.Equal("waiting", (string?)read["status"]);
        Assert.Contains("synopsis", read["needs"]!.AsArray().Select(each => (string?)each));
    }

    [Fact]
    public async Task Document_TooLong_IsShownInPart()
    {
        var plot = GoodFilm.Plot;
        plot["middle"] = GoodFilm.Words("The river takes what it wants.", 2_000);

        var option = (await ReadAsync(new FakeDesk(contents: ("plot", plot)), "read_document", """{"document":"plot"}"""))["draft"]!["options"]![0]!;

        Assert.True((bool)option["cut"]!);
        Assert.Equal(ReadingTools.MostCharacters, ((string)option["beginning"]!).Length);
    }

    [Fact]
    public async Task Document_WithMoreOptionsThanFit_LeavesTheLastOut()
    {
        var desk = new FakeDesk();
        desk.Hold(DocumentId.Ideas, [.. Enumerable.Range(1, 5).Select(each => new JsonObject { ["title"] = $"Idea {each}", ["logline"] = GoodFilm.Words("Water.", 1_000), ["why"] = "It fits." })]);

        var options = (await ReadAsync(desk, "read_document", """{"document":"ideas"}"""))["draft"]!["options"]!.AsArray();

        Assert.Equal([false, false, true, true, true], options.Select(option => option!["leftOut"] is not null));
    }

    [Theory]
    [InlineData("{}", "'document' is missing")]
    [InlineData("""{"document":7}""", "'document' is missing")]
    [InlineData("""{"document":" "}""", "'document' is missing")]
    [InlineData("""{"document":"nowhere"}""", "no document 'nowhere'")]
    [InlineData("""{"document":"profile:zoe"}""", "no document 'profile:zoe'")]
    [InlineData("""{"document":"p-0123:plot"}""", "no document")]
    [InlineData("""{"document":"../../other/plot"}""", "no document")]
    [InlineData("""{"document":"plot","draft":7}""", "no draft 7")]
    [InlineData("""{"document":"plot","draft":-1}""", "no draft -1")]
    public async Task Document_AskedForWrongly_IsToldInWords(string arguments, string words) =>
        Assert.Contains(words, await ErrorAsync("read_document", arguments), StringComparison.Ordinal);

    [Fact]
    public async Task Document_OfAnEndlessName_IsNotToldWhole() =>
        Assert.InRange((await ErrorAsync("read_document", $$"""{"document":"{{new string('x', 100_000)}}"}""")).Length, 1, 1_000);

    [Theory]
    [InlineData("read_document", """{"document":"\ud83c"}""")]
    [InlineData("read_knowledge", """{"character":"\udfac"}""")]
    [InlineData("read_knowledge", """{"character":"mara","scene":"\ud83c"}""")]
    [InlineData("propose_passage", """{"document":"plot","passage":"\ud83c","replacement":"x"}""")]
    [InlineData("propose_passage", """{"document":"plot","passage":"At dawn","replacement":"\ud83c"}""")]
    [InlineData("propose_draft", """{"document":"ideas","content":{"title":"\ud83c","logline":"L.","why":"W."}}""")]
    [InlineData("propose_draft", """{"document":"ideas","content":"{\"title\":\"\\ud83c\",\"logline\":\"L.\",\"why\":\"W.\"}"}""")]
    [InlineData("propose_chat", """{"title":"\ud83c"}""")]
    [InlineData("keep_fact", """{"text":"\ud83c","quote":"What do you think"}""")]
    [InlineData("keep_fact", """{"text":"think","quote":"What do you think","about":["\ud83c"]}""")]
    [InlineData("propose_ways", """{"document":"plot","ways":[{"title":"\ud83c","text":"x"},{"title":"b","text":"x"},{"title":"c","text":"x"}]}""")]
    public async Task Tool_GivenHalfACharacter_SaysSoAndProposesNothing(string tool, string arguments)
    {
        var desk = new FakeDesk();
        var model = new ScriptedModel(Reply.Call(tool, arguments), Reply.Text("So."));

        var updates = await AnswerAsync(model, desk);

        Assert.Contains("half a character", Assert.Single(model.Results), StringComparison.Ordinal);
        Assert.Empty(updates.Proposals());
        Assert.Empty(desk.Project.Facts);
    }

    [Fact]
    public async Task Journal_Read_SaysWhoDidWhat()
    {
        var desk = new FakeDesk();
        desk.Do(new Revise("Darker, please.", null, null, null) { Id = "r", By = "wren", Document = DocumentId.Plot, Draft = 1 });

        var events = (await ReadAsync(desk, "read_journal", """{"last":2}"""))["events"]!.AsArray();

        Assert.Equal(2, events.Count);
        var asked = events.Single(each => (string?)each!["what"] == "draftRequested")!;
        Assert.Equal(("writer", "plot", "Darker, please."), ((string?)asked["by"], (string?)asked["document"], (string?)asked["notes"]));
        Assert.DoesNotContain("wren", events.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"last":0}""")]
    [InlineData("""{"last":-5}""")]
    [InlineData("""{"last":1000000}""")]
    [InlineData("""{"last":"all"}""")]
    public async Task Journal_AskedForTooMuchOrTooLittle_GivesSome(string arguments) =>
        Assert.InRange((await ReadAsync(new FakeDesk().WithFacts(60, at => $"Fact {at}."), "read_journal", arguments))["events"]!.AsArray().Count, 1, 40);

    [Fact]
    public async Task Journal_WithEndlessNotes_StaysSmall()
    {
        var desk = new FakeDesk();
        for (var at = 0; at < 40; at++) desk.Do(new Revise(new string('n', 4_000), null, null, null) { Id = $"r{at}", By = "wren", Document = DocumentId.Plot, Draft = 1 });

        Assert.InRange((await UseAsync(desk, "read_journal", """{"last":40}""")).Length, 1, ReadingTools.MostCharacters);
    }

    [Theory]
    [InlineData("""{"character":"mara"}""", "s1 s2 s4")]
    [InlineData("""{"character":"Mara"}""", "s1 s2 s4")]
    [InlineData("""{"character":"mara","scene":"s2"}""", "s1")]
    [InlineData("""{"character":"mara","scene":"2"}""", "s1")]
    [InlineData("""{"character":"mara","scene":2}""", "s1")]
    [InlineData("""{"character":"lou","scene":"s3"}""", "")]
    public async Task Knowledge_OfACharacter_IsWhatTheyWereThereFor(string arguments, string scenes) =>
        Assert.Equal(scenes, string.Join(' ', (await ReadAsync(new FakeDesk(), "read_knowledge", arguments))["wasThere"]!.AsArray().Select(each => (string?)each!["scene"])));

    [Theory]
    [InlineData("{}", "'character' is missing")]
    [InlineData("""{"character":"zoe"}""", "no character 'zoe'")]
    [InlineData("""{"character":"mara","scene":"s9"}""", "no scene 's9'")]
    public async Task Knowledge_AskedForWrongly_IsToldInWords(string arguments, string words) =>
        Assert.Contains(words, await ErrorAsync("read_knowledge", arguments), StringComparison.Ordinal);

    [Fact]
    public async Task Knowledge_BeforeThereAreScenes_IsToldInWords() =>
        Assert.Contains("no scenes yet", (string?)(await ReadAsync(new FakeDesk(["brief", "ideas", "synopsis", "cast"]), "read_knowledge", """{"character":"mara"}"""))["error"], StringComparison.Ordinal);

    [Theory]
    [InlineData("approve")]
    [InlineData("set_budget")]
    public async Task Tool_ThatThereIsNot_IsToldAndTheTurnGoesOn(string tool)
    {
        var model = new ScriptedModel(Reply.Call(tool, """{"document":"plot"}"""), Reply.Text("So it is."));

        Assert.Equal("So it is.", (await AnswerAsync(model)).Text());
        Assert.Contains("not found", Assert.Single(model.Results), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> ReadAsync(FakeDesk desk, string tool, string arguments = "{}") => JsonNode.Parse(await UseAsync(desk, tool, arguments))!;

    private static async Task<string> ErrorAsync(string tool, string arguments) => (string)(await ReadAsync(new FakeDesk(), tool, arguments))["error"]!;
}
