using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Chats;

/// <summary>Going on from an earlier message, and taking a chat home.</summary>
public sealed class BranchTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Branch_FromAnAnswer_HasWhatWasSaidUpToItAndGoesItsOwnWay()
    {
        var (title, project, chat) = await TalkedAsync();
        var second = (await _owner.MessagesAsync(project, chat))[3];

        var branch = (await BranchAsync(project, chat, second.Number("sequence"), "Another way")).Ok();
        var id = branch.Text("id")!;
        head.Models.Script(title, Talking.Text("Otherwise."));
        await _owner.SayAsync(project, id, "And if not?");

        Assert.Equal(["One?", "One.", "Two?", "Two.", "And if not?", "Otherwise."], (await _owner.MessagesAsync(project, id)).Select(message => message.Text("text")));
        Assert.Equal(["One?", "One.", "Two?", "Two.", "Three?", "Three."], (await _owner.MessagesAsync(project, chat)).Select(message => message.Text("text")));
        Assert.Equal(("Another way", chat, second.Number("sequence")), (branch.Text("title"), branch["branchedFrom"]!.Text("chat"), branch["branchedFrom"]!.Number("message")));
        Assert.Equal(["One?", "One.", "Two?", "Two.", "And if not?"], head.Models.CallsFor(title)[^1].Texts.Skip(2));
    }

    [Fact]
    public async Task Branch_FromAMessageOfTheWriter_IsAnsweredAnew()
    {
        var (title, project, chat) = await TalkedAsync();
        head.Models.Script(title, Talking.Text("Two, otherwise."));
        var asked = (await _owner.MessagesAsync(project, chat))[2];

        var id = (await BranchAsync(project, chat, asked.Number("sequence"), null)).Ok().Text("id")!;
        await using var hearing = await _owner.HearTurnAsync(project, id, asked.Text("turn")!);

        Assert.Equal("Two, otherwise.", (await hearing.AllAsync())[^1].Data.Text("text"));
        Assert.Equal(["One?", "One.", "Two?", "Two, otherwise."], (await _owner.MessagesAsync(project, id)).Select(message => message.Text("text")));
    }

    [Fact]
    public async Task Branch_OutlivesTheChatThatItCameFrom()
    {
        var (_, project, chat) = await TalkedAsync();
        var last = (await _owner.MessagesAsync(project, chat))[^1];
        var id = (await BranchAsync(project, chat, last.Number("sequence"), null)).Ok().Text("id")!;

        await _owner.DeleteAsync($"/api/projects/{project}/chats/{chat}");

        Assert.Equal(6, (await _owner.MessagesAsync(project, id)).Length);
        Assert.Equal([id], (await _owner.PagesAsync($"/api/projects/{project}/chats", 50)).Select(each => each.Text("id")));
    }

    [Fact]
    public async Task Branch_MadeTwiceUnderOneKey_IsOne()
    {
        var (_, project, chat) = await TalkedAsync();
        var key = Guid.NewGuid().ToString();
        var body = new JsonObject { ["message"] = (await _owner.MessagesAsync(project, chat))[1].Number("sequence") };

        var first = (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/branch", body, key)).Ok();
        var second = (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/branch", body, key)).Ok();

        Assert.Equal(first.Text("id"), second.Text("id"));
        Assert.Equal(2, (await _owner.PagesAsync($"/api/projects/{project}/chats", 50)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Branch_FromNoMessage_IsRefusedAndLeavesNothing(int sequence)
    {
        var (_, project, chat) = await TalkedAsync();

        (await BranchAsync(project, chat, sequence, null)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value");

        Assert.Single(await _owner.PagesAsync($"/api/projects/{project}/chats", 50));
    }

    [Fact]
    public async Task Transcript_TakenHome_HoldsWhatWasSaidAndWhatWasProposed()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project, "The weather");
        head.Models.Script(title, Talking.Call("propose_passage", new JsonObject { ["document"] = "dialogue:s1", ["passage"] = "Rain", ["replacement"] = "Hail" }), Talking.Text("# Not a heading\nHail it is."));
        await _owner.SayAsync(project, chat, "Make it hail.");

        var reply = await _owner.GetAsync($"/api/projects/{project}/chats/{chat}/transcript.md");

        Assert.Equal((HttpStatusCode.OK, "text/markdown"), (reply.Status, reply.MediaType));
        Assert.StartsWith("# The weather\n", reply.Body, StringComparison.Ordinal);
        Assert.Contains("\nMake it hail.\n", reply.Body, StringComparison.Ordinal);
        Assert.Contains("\n\\# Not a heading\nHail it is.\n", reply.Body, StringComparison.Ordinal);
        Assert.Contains("- proposed: draft 2 of `dialogue:s1`", reply.Body, StringComparison.Ordinal);
    }

    private async Task<(string Title, string Project, string Chat)> TalkedAsync()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project, "A talk");
        head.Models.Script(title, Talking.Text("One."), Talking.Text("Two."), Talking.Text("Three."));
        foreach (var question in new[] { "One?", "Two?", "Three?" }) await _owner.SayAsync(project, chat, question);
        return (title, project, chat);
    }

    private Task<Reply> BranchAsync(string project, string chat, int message, string? title)
    {
        var body = new JsonObject { ["message"] = message };
        if (title is not null) body["title"] = title;
        return _owner.PostAsync($"/api/projects/{project}/chats/{chat}/branch", body);
    }
}
