using System.Text.Json.Nodes;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Tests.Writing;
using static MovieChat.Tests.Chatting.Answering;

namespace MovieChat.Tests.Chatting;

/// <summary>What is put before the writer by each tool, and what is not.</summary>
public sealed class ProposingToolTests
{
    [Fact]
    public async Task Draft_Proposed_AwaitsTheWriterAndIsTold()
    {
        var desk = new FakeDesk().AtRest();
        var plot = GoodFilm.Plot;
        plot["end"] = GoodFilm.Words("At night she lets him cross.", 20);

        var (result, proposals) = await ProposeAsync(desk, "propose_draft", new() { ["document"] = "plot", ["content"] = plot });

        Assert.Equal("""{"proposed":{"document":"plot","draft":2,"option":1}}""", result);
        Assert.Equal([new(ProposalKinds.Draft) { Document = DocumentId.Plot, Draft = 2 }], proposals);
        Assert.Equal((2, new DraftRef(1, 1)), (desk.Project.Document(DocumentId.Plot).Draft!.Number, desk.Project.ApprovedRef(DocumentId.Plot)!.Value));
        Assert.Equal(DocumentStatus.AwaitingApproval, new FilmGraph(desk.Project).Status(DocumentId.Plot));
        Assert.Equal(FakeDesk.Turn, desk.Project.Document(DocumentId.Plot).Draft!.ProposedIn);
    }

    [Fact]
    public async Task Draft_GivenAsTheTextOfItsJson_IsTaken()
    {
        var (result, _) = await ProposeAsync(new FakeDesk(), "propose_draft", new() { ["document"] = "synopsis", ["content"] = Commissions.Synopsis("new").ToJsonString() });

        Assert.Contains("\"draft\":2", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfACast_MakesItsPeopleKnown()
    {
        var desk = new FakeDesk();

        await ProposeAsync(desk, "propose_draft", new() { ["document"] = "cast", ["content"] = GoodFilm.Cast });

        Assert.Equal(["mara", "jon", "ada", "lou"], desk.Project.Document(DocumentId.Cast).Draft!.Options[0].Outline.Select(part => part.Id));
    }

    [Fact]
    public async Task Draft_OfIdeas_IsOneMoreOption()
    {
        var desk = new FakeDesk();

        var (result, _) = await ProposeAsync(desk, "propose_draft", new() { ["document"] = "ideas", ["content"] = Commissions.Idea("The Bridge") });

        Assert.Equal("""{"proposed":{"document":"ideas","draft":2,"option":2}}""", result);
        Assert.Equal([1, 2], desk.Proposed.Select(option => option.Number));
        Assert.Equal(GoodFilm.Idea.ToJsonString(), desk.Proposed[0].Content);
    }

    [Fact]
    public async Task Draft_OfIdeasThatThereAreAlready_HasFaults()
    {
        var (result, proposals) = await ProposeAsync(new FakeDesk(), "propose_draft", new() { ["document"] = "ideas", ["content"] = GoodFilm.Idea });

        Assert.StartsWith("{\"faults\":", result, StringComparison.Ordinal);
        Assert.Empty(proposals);
    }

    [Fact]
    public async Task Draft_OfMoreOptionsThanThereMayBe_IsToldInWords()
    {
        var desk = new FakeDesk();
        desk.Hold(DocumentId.Ideas, [.. Enumerable.Range(1, WritingProject.MostOptions).Select(each => Commissions.Idea($"Idea {each}"))]);

        Assert.Contains("can hold no more", (await ProposeAsync(desk, "propose_draft", new() { ["document"] = "ideas", ["content"] = Commissions.Idea("One more") })).Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"document":"synopsis","content":{"lines":["1","2","3","4"]}}""", "has 4 lines")]
    [InlineData("""{"document":"synopsis","content":"No JSON at all."}""", "")]
    [InlineData("""{"document":"synopsis","content":7}""", "")]
    [InlineData("""{"document":"synopsis","content":null}""", "")]
    [InlineData("""{"document":"synopsis","content":[]}""", "")]
    [InlineData("""{"document":"synopsis","content":"{\"lines\":[\"1\",\"2\",\"3\",\"4\",\"5\"],\"lines\":[]}"}""", "")]
    public async Task Draft_ThatBreaksTheRules_GivesFaultsToMend(string arguments, string words)
    {
        var desk = new FakeDesk();

        var (result, proposals) = await ProposeAsync(desk, "propose_draft", JsonNode.Parse(arguments)!.AsObject());

        var faults = JsonNode.Parse(result)!["faults"]!.AsArray();
        Assert.InRange(faults.Count, 1, 12);
        Assert.Contains(words, faults.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(proposals);
        Assert.Equal(1, desk.Project.Document(DocumentId.Synopsis).Draft!.Number);
    }

    [Theory]
    [InlineData("""{"content":{}}""", "'document' is missing")]
    [InlineData("""{"document":"plot"}""", "'content' is missing")]
    [InlineData("""{"document":"score","content":{}}""", "no document 'score'")]
    [InlineData("""{"document":"dialogue:s9","content":{}}""", "no document 'dialogue:s9'")]
    public async Task Draft_ProposedWrongly_IsToldInWords(string arguments, string words) =>
        Assert.Contains(words, await ErrorAsync("propose_draft", JsonNode.Parse(arguments)!.AsObject()), StringComparison.Ordinal);

    [Fact]
    public async Task Draft_TooLong_IsToldInWords() =>
        Assert.Contains("may have 200000", await ErrorAsync("propose_draft", new() { ["document"] = "plot", ["content"] = new string('x', 200_001) }), StringComparison.Ordinal);

    [Fact]
    public async Task Draft_OfADocumentThatIsBeingDrafted_IsRefusedByTheJourney()
    {
        var (result, proposals) = await ProposeAsync(new FakeDesk(["brief", "ideas"]), "propose_draft", new() { ["document"] = "synopsis", ["content"] = GoodFilm.Synopsis });

        Assert.Contains("is being drafted as the writer asked", (string?)JsonNode.Parse(result)!["refused"], StringComparison.Ordinal);
        Assert.Empty(proposals);
    }

    [Fact]
    public async Task Draft_WhileTheWriterDecides_IsRefused()
    {
        var desk = new FakeDesk().AtRest();
        desk.BeforeProposal = () =>
        {
            desk.BeforeProposal = null;
            desk.Hold(DocumentId.Plot, GoodFilm.Plot);
        };

        var (result, proposals) = await ProposeAsync(desk, "propose_draft", new() { ["document"] = "plot", ["content"] = GoodFilm.Plot });

        Assert.Contains("draft 2 is the current one", result, StringComparison.Ordinal);
        Assert.Empty(proposals);
    }

    [Fact]
    public async Task Passage_Proposed_ChangesThatAlone()
    {
        var desk = new FakeDesk();
        var before = (await desk.DraftAsync(DocumentId.Synopsis, null, TestContext.Current.CancellationToken))!.Options[0].Content;

        var (result, _) = await ProposeAsync(desk, "propose_passage", new() { ["document"] = "synopsis", ["passage"] = "A bridge", ["replacement"] = "A \"dam\"" });

        Assert.Contains("\"draft\":2", result, StringComparison.Ordinal);
        Assert.Equal(before.Replace("A bridge", "A \\\"dam\\\"", StringComparison.Ordinal), Assert.Single(desk.Proposed).Content);
    }

    [Fact]
    public async Task Passage_OfOneOption_LeavesTheOthers()
    {
        var desk = new FakeDesk();
        desk.Hold(DocumentId.Ideas, Commissions.Idea("One"), Commissions.Idea("Two"));

        await ProposeAsync(desk, "propose_passage", new() { ["document"] = "ideas", ["passage"] = "It fits", ["replacement"] = "It is new", ["option"] = 2 });

        Assert.Equal([false, true], desk.Proposed.Select(option => option.Content.Contains("It is new", StringComparison.Ordinal)));
        Assert.Contains("no option 7", await ErrorAsync("propose_passage", new() { ["document"] = "ideas", ["passage"] = "It fits", ["replacement"] = "x", ["option"] = 7 }, desk), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brief", "nowhere in it", "x", "stands 0 times")]
    [InlineData("plot", "It turns", "x", "stands 3 times")]
    [InlineData("plot", "", "x", "'passage' is missing")]
    [InlineData("plot", "It turns", null, "'replacement' is missing")]
    public async Task Passage_ProposedWrongly_IsToldInWords(string document, string passage, string? replacement, string words)
    {
        var arguments = new JsonObject { ["document"] = document, ["passage"] = passage };
        if (replacement is not null) arguments["replacement"] = replacement;

        Assert.Contains(words, await ErrorAsync("propose_passage", arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passage_OfADocumentWithoutADraft_IsToldInWords() => Assert.Contains(
        "has no draft yet",
        await ErrorAsync("propose_passage", new() { ["document"] = "plot", ["passage"] = "At dawn", ["replacement"] = "x" }, new FakeDesk(["brief", "ideas"])),
        StringComparison.Ordinal);

    [Fact]
    public async Task Passage_WhoseChangeBreaksTheRules_HasFaults()
    {
        var (result, proposals) = await ProposeAsync(new FakeDesk(), "propose_passage", new() { ["document"] = "profile:mara", ["passage"] = "To keep the ferry.", ["replacement"] = "" });

        Assert.StartsWith("{\"faults\":", result, StringComparison.Ordinal);
        Assert.Empty(proposals);
    }

    [Fact]
    public async Task Brief_Proposed_AwaitsTheWriter()
    {
        var desk = new FakeDesk([]);

        var (result, proposals) = await ProposeAsync(desk, "propose_brief", GoodFilm.Brief);

        Assert.Contains("\"draft\":1", result, StringComparison.Ordinal);
        Assert.Equal(DocumentId.Brief, Assert.Single(proposals).Document);
        Assert.Null(desk.Project.ApprovedRef(DocumentId.Brief));
        Assert.StartsWith("{\"faults\":", (await ProposeAsync(desk, "propose_brief", new())).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ways_Three_AreShown()
    {
        var (result, proposals) = await ProposeAsync(new FakeDesk(), "propose_ways", new() { ["document"] = "plot", ["ways"] = Three() });

        Assert.Equal("""{"shown":3}""", result);
        Assert.Equal(["Way 1", "Way 2", "Way 3"], Assert.Single(proposals).Ways.Select(way => way.Title));
    }

    public static TheoryData<string, string> WrongWays => new()
    {
        { "null", "exactly 3" },
        { "[]", "exactly 3" },
        { "\"three\"", "exactly 3" },
        { """[{"title":"a","text":"b"},{"title":"a","text":"b"}]""", "exactly 3" },
        { """[1,2,3]""", "must be an object" },
        { """[{"title":"a"},{"title":"a","text":"b"},{"title":"a","text":"b"}]""", "'text' is missing" },
        { $$"""[{"title":"{{new string('x', 121)}}","text":"b"},{"title":"a","text":"b"},{"title":"a","text":"b"}]""", "may have 120" },
        { $$"""[{"title":"a","text":"{{new string('x', 1_201)}}"},{"title":"a","text":"b"},{"title":"a","text":"b"}]""", "may have 1200" },
    };

    [Theory]
    [MemberData(nameof(WrongWays), DisableDiscoveryEnumeration = true)]
    public async Task Ways_ProposedWrongly_AreToldInWords(string ways, string words) =>
        Assert.Contains(words, await ErrorAsync("propose_ways", new() { ["document"] = "plot", ["ways"] = JsonNode.Parse(ways) }), StringComparison.Ordinal);

    [Fact]
    public async Task Chat_Offered_IsToldWithItsFocus()
    {
        var (result, proposals) = await ProposeAsync(new FakeDesk(), "propose_chat", new() { ["title"] = " Mara's wound ", ["focus"] = "profile:mara" });

        Assert.Equal("""{"offered":"Mara's wound"}""", result);
        Assert.Equal([new(ProposalKinds.Chat) { Title = "Mara's wound", Focus = DocumentId.Profile("mara") }], proposals);
        Assert.Contains("no document", await ErrorAsync("propose_chat", new() { ["title"] = "x", ["focus"] = "profile:zoe" }), StringComparison.Ordinal);
        Assert.Contains("'title' is missing", await ErrorAsync("propose_chat", new()), StringComparison.Ordinal);
        Assert.Contains("may have 120", await ErrorAsync("propose_chat", new() { ["title"] = new string('x', 121) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_MoreThanATurnMayMake_AreRefused()
    {
        var desk = new FakeDesk();
        var chat = Reply.Calling("propose_chat", """{"title":"Another"}""");
        var model = new ScriptedModel(new Reply([.. Enumerable.Range(0, 10).Select(at => new Microsoft.Extensions.AI.FunctionCallContent($"c{at}", chat.Name, chat.Arguments))]), Reply.Text("So."));

        var updates = await AnswerAsync(model, desk);

        Assert.Equal(ProposingTools.Most, updates.Proposals().Count);
        Assert.Equal(10 - ProposingTools.Most, model.Results.Count(result => result.Contains("may make no more", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Mara never learned to swim.", "She never learned to swim")]
    [InlineData("Mara never learned to swim.", "  she NEVER, learned\n to swim!")]
    [InlineData("She never learned to swim", "She never learned to swim")]
    [InlineData("Jon is Mara's son.", "Jon is her son")]
    public async Task Fact_ThatTheWriterSaid_IsKept(string text, string quote)
    {
        var desk = new FakeDesk();

        var (result, proposals) = await ProposeAsync(desk, "keep_fact", new() { ["text"] = text, ["quote"] = quote }, "Oh, and she never learned to swim, and Jon is her son. What now?");

        Assert.Equal("""{"kept":"fact-0"}""", result);
        Assert.Equal([new(ProposalKinds.Fact) { Fact = "fact-0", Text = text }], proposals);
        Assert.Equal((text, FakeDesk.Turn), (Assert.Single(desk.Project.Facts).Text, desk.Project.Facts[0].From));
    }

    [Theory]
    [InlineData("She killed Jon.", "She killed Jon", "does not stand in the writer's last message")]
    [InlineData("She never learned to swim.", "ever learned to swi", "does not stand in the writer's last message")]
    [InlineData("She never learned to swim.", "?!", "does not stand in the writer's last message")]
    [InlineData("She never learned to swim.", "she", "does not stand in the writer's last message")]
    [InlineData("The budget may be spent without asking from today.", "never learned", "says more than the quote")]
    [InlineData("Mara is a liar.", "never learned to swim", "says more than the quote")]
    [InlineData("Mara Mara Mara Jon is a murderer.", "learned", "says more than the quote")]
    [InlineData("Jon is the spy.", "learned", "says more than the quote")]
    [InlineData("He is the spy.", "never learned to swim", "says more than the quote")]
    [InlineData("Swim swim swim: everything is approved by itself.", "to swim", "says more than the quote")]
    [InlineData("", "never learned", "'text' is missing")]
    [InlineData("She never learned.", "", "'quote' is missing")]
    public async Task Fact_ThatTheWriterDidNotSay_IsNotKept(string text, string quote, string words)
    {
        var desk = new FakeDesk();

        Assert.Contains(words, await ErrorAsync("keep_fact", new() { ["text"] = text, ["quote"] = quote }, desk, "Oh, and she never learned to swim. What now?"), StringComparison.Ordinal);
        Assert.Empty(desk.Project.Facts);
    }

    [Fact]
    public async Task Fact_TooLong_IsNotKept() => Assert.Contains(
        "may have 500", await ErrorAsync("keep_fact", new() { ["text"] = GoodFilm.Words("swim", 101), ["quote"] = "swim" }, said: "Can she swim?"), StringComparison.Ordinal);

    [Fact]
    public async Task Fact_AboutManyThings_KeepsThoseThatThereAre()
    {
        var desk = new FakeDesk();

        await ProposeAsync(
            desk, "keep_fact", new() { ["text"] = "She can swim.", ["quote"] = "She can swim", ["about"] = new JsonArray("mara", "zoe", "dialogue:s2", "dialogue:s9", 7, "p-1:plot", "mara", "plot") }, "She can swim.");

        Assert.Equal(["mara", "dialogue:s2", "plot"], desk.Project.Facts[0].About);
    }

    [Fact]
    public async Task Fact_WhenThereAreAllThereMayBe_IsRefused()
    {
        var desk = new FakeDesk().WithFacts(WritingProject.MostFacts, at => $"Fact {at}.");

        var (result, proposals) = await ProposeAsync(desk, "keep_fact", new() { ["text"] = "She can swim.", ["quote"] = "She can swim" }, "She can swim.");

        Assert.Contains("drop one", (string?)JsonNode.Parse(result)!["refused"], StringComparison.Ordinal);
        Assert.Empty(proposals);
    }

    private static JsonArray Three() => new([.. Enumerable.Range(1, 3).Select(each => new JsonObject { ["title"] = $"Way {each}", ["text"] = "She stays." })]);

    private static async Task<(string Result, IReadOnlyList<Proposal> Proposals)> ProposeAsync(FakeDesk desk, string tool, JsonObject arguments, string said = Said)
    {
        var model = new ScriptedModel(Reply.Call(tool, arguments.ToJsonString()), Reply.Text("So it is."));
        var updates = await AnswerAsync(model, desk, said);
        return (Assert.Single(model.Results), updates.Proposals());
    }

    private static async Task<string> ErrorAsync(string tool, JsonObject arguments, FakeDesk? desk = null, string said = Said)
    {
        var (result, proposals) = await ProposeAsync(desk ?? new FakeDesk(), tool, arguments, said);
        Assert.Empty(proposals);
        return (string)JsonNode.Parse(result)!["error"]!;
    }
}
