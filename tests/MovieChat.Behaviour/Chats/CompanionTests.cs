using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Chats;

/// <summary>What the companion reads and proposes, and that it decides nothing.</summary>
public sealed class CompanionTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Companion_IsShownTheFocusAndItsNeighbours()
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "The coat", "profile:mara");
        head.Models.Script(title, Talking.Text("A coat."));

        await _owner.SayAsync(project, chat, "What does she wear?");

        var call = Assert.Single(head.Models.CallsFor(title), each => each.Kind == "chat");
        var film = call.Request["film"]!;
        Assert.Equal(("profile:mara", "approved", 1), (film["focus"]!.Text("id"), film["focus"]!.Text("status"), film["focus"]!.Number("draft")));
        Assert.Equal("To keep the ferry.", film["focus"]!["content"]!.Text("wants"));
        Assert.Contains("Mara steers the only ferry", film["around"]!.Text("synopsis"), StringComparison.Ordinal);
        Assert.Contains("profile:jonas", film["documents"]!["approved"]!.AsArray().Select(id => (string)id!));
        Assert.Equal("What does she wear?", call.Texts[^1]);
        Assert.Contains("You can not approve", call.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Companion_ReadsByItsTools()
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "A talk");
        head.Models.Script(
            title,
            Talking.Call("read_document", new JsonObject { ["document"] = "dialogue:s2" }),
            Talking.Call("read_film", new JsonObject()),
            Talking.Call("read_journal", new JsonObject { ["last"] = 5 }),
            Talking.Call("read_knowledge", new JsonObject { ["character"] = "Mara", ["scene"] = 2 }),
            Talking.Call("read_document", new JsonObject { ["document"] = "frame:s1.1" }),
            Talking.Text("I have read it."));

        await using var hearing = await _owner.HearAsync(project, chat, "Have you read the last scene?");
        var heard = await hearing.AllAsync();

        Assert.Equal(["read_document", "read_film", "read_journal", "read_knowledge", "read_document"], heard.Where(each => each.Type == "doing").Select(each => each.Data.Text("tool")));
        Assert.Equal("dialogue:s2", heard.First(each => each.Type == "doing").Data.Text("about"));
        var results = head.Models.CallsFor(title)[^1].Texts;
        Assert.Contains(results, text => text.Contains("You are late for s2.", StringComparison.Ordinal));
        Assert.Contains(results, text => text.Contains("\"awaiting\":[]", StringComparison.Ordinal));
        Assert.Contains(results, text => text.Contains("documentsBrought", StringComparison.Ordinal));
        Assert.Contains(results, text => text.Contains("\"wasThere\":[{\"scene\":\"s1\"", StringComparison.Ordinal));
        Assert.Contains(results, text => text.Contains("has no document 'frame:s1.1'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_Proposed_AwaitsTheWriterAndNamesItsChat()
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "The order", "plot");
        var plot = Writing.Plot();
        plot["beats"]![0]!["text"] = "Jonas brings the order by hand.";
        head.Models.Script(title, Talking.Call("propose_draft", new JsonObject { ["document"] = "plot", ["content"] = plot }), Talking.Text("Jonas brings it by hand now."));

        await using var hearing = await _owner.HearAsync(project, chat, "Let Jonas bring the order himself.");
        var heard = await hearing.AllAsync();

        var proposal = Assert.Single(heard, each => each.Type == "proposal").Data;
        Assert.Equal(("draft", "plot", 2), (proposal.Text("kind"), proposal.Text("document"), proposal.Number("draft")));
        var document = await _owner.DocumentAsync(project, "plot");
        Assert.Equal(("awaitingApproval", 2, "model"), (document.Status(), document.Draft(), document["draft"]!.Text("by")));
        Assert.Equal((chat, heard[^1].Data.Text("turn")), (document["draft"]!["proposedIn"]!.Text("chat"), document["draft"]!["proposedIn"]!.Text("turn")));
        Assert.Equal((1, 1), document.Approved());
        Assert.Equal("draft", heard[^1].Data.List("proposals").Single().Text("kind"));
        var line = (await _owner.JournalAsync(project)).Single(each => each.Text("type") == "draftReceived" && each.Text("document") == "plot");
        Assert.Equal(("companion", chat), (line.Text("by"), line.Text("chat")));

        await _owner.DecideAsync(project, "plot", "approve");
        Assert.Equal((2, 1), (await _owner.DocumentAsync(project, "plot")).Approved());
    }

    [Fact]
    public async Task Draft_ThatBreaksTheRules_GoesBackToTheModelWithWhatIsWrong()
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "A talk");
        var wrong = new JsonObject { ["lines"] = new JsonArray("One.", "Two.") };
        head.Models.Script(
            title,
            Talking.Call("propose_draft", new JsonObject { ["document"] = "synopsis", ["content"] = wrong }),
            Talking.Call("propose_draft", new JsonObject { ["document"] = "synopsis", ["content"] = Writing.Synopsis() }),
            Talking.Text("There."));

        await _owner.SayAsync(project, chat, "Shorter!");

        Assert.Contains(head.Models.CallsFor(title)[^1].Texts, text => text.Contains("\"faults\":[{\"path\":\"lines\"", StringComparison.Ordinal));
        var synopsis = await _owner.DocumentAsync(project, "synopsis");
        Assert.Equal((2, "awaitingApproval"), (synopsis.Draft(), synopsis.Status()));
        Assert.Equal([1, 2], synopsis.Options());
    }

    [Fact]
    public async Task Passage_Proposed_ChangesNothingElse()
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "A talk");
        var before = (await _owner.GetAsync($"/api/projects/{project}/documents/dialogue:s1")).RawContent();
        head.Models.Script(
            title,
            Talking.Call("propose_passage", new JsonObject { ["document"] = "dialogue:s1", ["passage"] = "Rain", ["replacement"] = "Hail" }),
            Talking.Call("propose_passage", new JsonObject { ["document"] = "dialogue:s1", ["passage"] = "Snow", ["replacement"] = "Hail" }),
            Talking.Text("There."));

        await _owner.SayAsync(project, chat, "Make it hail.");

        var after = (await _owner.GetAsync($"/api/projects/{project}/documents/dialogue:s1")).RawContent();
        Assert.Equal("Hail", Reading.OnlyChanged(before, after, "Rain"));
        Assert.Contains(head.Models.CallsFor(title)[^1].Texts, text => text.Contains("stands 0 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Brief_GatheredFromTheTalk_BeginsTheFilmOnceItIsApproved()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title);
        var chat = await _owner.ChatAsync(project);
        head.Models.Script(title, Talking.Call("propose_brief", Writing.Brief()), Talking.Text("This is the brief."));

        await _owner.SayAsync(project, chat, "A quiet film about leaving an island. I love Local Hero.");

        var brief = await _owner.DocumentAsync(project, "brief");
        Assert.Equal(("awaitingApproval", 1), (brief.Status(), brief.Draft()));
        Assert.Equal("waiting", (await _owner.DocumentAsync(project, "ideas")).Status());
        await _owner.DecideAsync(project, "brief", "approve");
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
    }

    [Fact]
    public async Task Ways_AndAnotherChat_AreShownAndNothingIsMadeOfThem()
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "A talk");
        JsonArray ways = [.. Enumerable.Range(1, 3).Select(place => new JsonObject { ["title"] = $"Way {place}", ["text"] = "It happens." })];
        head.Models.Script(
            title,
            Talking.Call("propose_ways", new JsonObject { ["document"] = "plot", ["ways"] = ways }),
            Talking.Call("propose_chat", new JsonObject { ["title"] = "The ending", ["focus"] = "dialogue:s2" }),
            Talking.Text("Which one?"));

        var answer = (await _owner.SayAsync(project, chat, "I'm stuck."))["answer"]!;

        Assert.Equal(["ways", "chat"], answer.List("proposals").Select(proposal => proposal.Text("kind")));
        Assert.Equal(["Way 1", "Way 2", "Way 3"], answer.List("proposals")[0].List("ways").Select(way => way.Text("title")));
        Assert.Equal(("The ending", "dialogue:s2"), (answer.List("proposals")[1].Text("title"), answer.List("proposals")[1].Text("focus")));
        Assert.Single(await _owner.PagesAsync($"/api/projects/{project}/chats", 50));
        Assert.Equal("complete", (await _owner.ProjectAsync(project)).Status());
    }

    [Fact]
    public async Task Draft_OfADocumentThatIsBeingDrafted_IsRefused()
    {
        var title = HeadFixture.NewTitle();
        var gate = new TaskCompletionSource();
        head.Models.Script(title, "synopsis", Answers.After(gate.Task));
        var project = await _owner.BeginAsync(title, start: Writing.Before("synopsis"));
        var chat = await _owner.ChatAsync(project, "A talk");
        head.Models.Script(title, Talking.Call("propose_draft", new JsonObject { ["document"] = "synopsis", ["content"] = Writing.Synopsis() }), Talking.Text("It is being written."));

        var answer = (await _owner.SayAsync(project, chat, "Write the synopsis."))["answer"]!;

        Assert.Empty(answer.List("proposals"));
        // The call for the synopsis may come before the companion's, or after.
        Assert.Contains(head.Models.CallsFor(title).SelectMany(call => call.Texts), text => text.Contains("being drafted", StringComparison.Ordinal));
        gate.SetResult();
        Assert.Equal(1, (await _owner.UntilAsync(project, "synopsis", "awaitingApproval")).Draft());
    }

    [Theory]
    [InlineData("approve", """{"document":"plot","draft":2}""")]
    [InlineData("decide", """{"document":"plot","verb":"approve","draft":1}""")]
    [InlineData("set_budget", """{"tokens":1000000000}""")]
    [InlineData("delete_project", "{}")]
    [InlineData("fetch", """{"url":"http://127.0.0.1:1/"}""")]
    public async Task Tool_ThatThereIsNot_DoesNothing(string name, string arguments)
    {
        var (title, project) = await WholeFilmAsync();
        var chat = await _owner.ChatAsync(project, "A talk");
        var before = (await _owner.ProjectAsync(project))["documents"];
        head.Models.Script(title, Talking.Call(name, JsonNode.Parse(arguments)!), Talking.Text("I can not do that."));

        var answer = (await _owner.SayAsync(project, chat, "Do it yourself."))["answer"]!;

        Assert.Equal("answered", answer.Text("end"));
        Reading.Same(before, (await _owner.ProjectAsync(project))["documents"]);
        Assert.DoesNotContain(await _owner.JournalAsync(project), line => line.Text("type") is "draftApproved" or "budgetChanged" or "projectDeleted" or "draftReceived");
    }

    private async Task<(string Title, string Project)> WholeFilmAsync()
    {
        var title = HeadFixture.NewTitle();
        return (title, await _owner.BeginAsync(title, start: Writing.WholeFilm));
    }
}
