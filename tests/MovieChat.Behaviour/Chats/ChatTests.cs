using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Chats;

/// <summary>Several chats of one project, each with its own title and focus.</summary>
public sealed class ChatTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Chats_OfAProject_AreListedWithTitleAndFocus()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var about = await _owner.ChatAsync(project, "The crossing", "plot");
        var whole = await _owner.ChatAsync(project);

        var chats = (await _owner.PagesAsync($"/api/projects/{project}/chats", 1)).ToDictionary(chat => chat.Text("id")!);

        Assert.Equal(new[] { about, whole }.Order(StringComparer.Ordinal), chats.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("The crossing", "plot"), (chats[about].Text("title"), chats[about].Text("focus")));
        Assert.Equal(("", null), (chats[whole].Text("title"), chats[whole].Text("focus")));
        Assert.Equal(0, chats[about].Number("messages"));
    }

    [Fact]
    public async Task Chat_BegunTwiceUnderOneKey_IsOne()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var key = Guid.NewGuid().ToString();

        var first = await _owner.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = "One" }, key);
        var second = await _owner.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = "One" }, key);

        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.Equal(first.Ok().Text("id"), second.Ok().Text("id"));
        Assert.Equal($"/api/projects/{project}/chats/{first.Json.Text("id")}", first.Location?.OriginalString);
        Assert.Single(await _owner.PagesAsync($"/api/projects/{project}/chats", 50));
    }

    [Fact]
    public async Task Chat_Renamed_KeepsTheWritersTitle()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project);

        var changed = (await ChangeAsync(project, chat, new JsonObject { ["title"] = "  Mara's coat ", ["focus"] = "profile:mara" })).Ok();
        await _owner.SayAsync(project, chat, "What do you think of the coat?");

        var seen = (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Ok();
        Assert.Equal(("Mara's coat", "profile:mara"), (changed.Text("title"), changed.Text("focus")));
        Assert.Equal(("Mara's coat", "profile:mara", 2), (seen.Text("title"), seen.Text("focus"), seen.Number("messages")));
        Assert.Null((await ChangeAsync(project, chat, new JsonObject { ["focus"] = "" })).Ok()["focus"]);
    }

    [Fact]
    public async Task Chat_WithoutTitle_IsGivenOneAfterTheFirstExchange()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project);
        await _owner.SayAsync(project, chat, "Is the ferry too slow for a thriller?");

        var named = await Client.UntilAsync(async () => (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Ok(), found => found.Text("title") is { Length: > 0 }, "a title");

        Assert.InRange(named.Text("title")!.Length, 2, 120);
        var listed = await Client.UntilAsync(async () => (await _owner.GetAsync($"/api/projects/{project}/chats")).Ok(), found => found.List("items")[0].Text("title") is { Length: > 0 }, "the title in the list");
        Assert.Equal(named.Text("title"), listed.List("items")[0].Text("title"));
    }

    [Fact]
    public async Task Chat_Deleted_IsGoneWithAllThatWasSaidAndWhatItProposedStays()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project);
        head.Models.Script(title, Talking.Call("propose_passage", new JsonObject { ["document"] = "synopsis", ["passage"] = "an island that empties", ["replacement"] = "an island that is sold" }), Talking.Text("There."));
        await _owner.SayAsync(project, chat, "Sell the island.");

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{project}/chats/{chat}")).Status);

        (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Problem(HttpStatusCode.NotFound, "unknown-chat");
        (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}/messages")).Problem(HttpStatusCode.NotFound, "unknown-chat");
        (await _owner.DeleteAsync($"/api/projects/{project}/chats/{chat}")).Problem(HttpStatusCode.NotFound, "unknown-chat");
        Assert.Empty(await _owner.PagesAsync($"/api/projects/{project}/chats", 50));
        Assert.Equal(2, (await _owner.DocumentAsync(project, "synopsis")).Draft());
    }

    [Fact]
    public async Task Chat_OfSomebodyElse_IsAsIfItWereNot()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project);
        var turn = (await _owner.SayAsync(project, chat, "Hello.")).Text("turn");
        using var other = await head.NewWriterAsync();
        var own = await other.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        (await other.GetAsync($"/api/projects/{project}/chats")).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await other.GetAsync($"/api/projects/{project}/chats/{chat}/messages")).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await other.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "Hello." })).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await other.GetAsync($"/api/projects/{own}/chats/{chat}")).Problem(HttpStatusCode.NotFound, "unknown-chat");
        (await other.GetAsync($"/api/projects/{own}/chats/{chat}/turns/{turn}")).Problem(HttpStatusCode.NotFound, "unknown-chat");
        (await other.PostAsync($"/api/projects/{own}/chats/{chat}/branch", new JsonObject { ["message"] = 2 })).Problem(HttpStatusCode.NotFound, "unknown-chat");
    }

    [Theory]
    [InlineData("""{"title":""}""", HttpStatusCode.UnprocessableEntity, "invalid-value", "title")]
    [InlineData("""{"focus":"frame:s1.1"}""", HttpStatusCode.UnprocessableEntity, "invalid-value", "focus")]
    [InlineData("""{"focus":"../plot"}""", HttpStatusCode.UnprocessableEntity, "invalid-value", "focus")]
    [InlineData("""{"tilte":"The crossing"}""", HttpStatusCode.BadRequest, "unknown-property", "tilte")]
    public async Task Chat_BegunWrongly_IsRefusedWithThePlace(string body, HttpStatusCode status, string kind, string path)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var problem = (await _owner.SendAsync(HttpMethod.Post, $"/api/projects/{project}/chats", body, null)).Problem(status, kind);

        Assert.Equal(path, problem.Text("path"));
    }

    [Fact]
    public async Task Project_Deleted_TakesItsChatsWithIt()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project);
        await _owner.SayAsync(project, chat, "Hello.");

        await _owner.DeleteAsync($"/api/projects/{project}");

        (await _owner.GetAsync($"/api/projects/{project}/chats/{chat}")).Problem(HttpStatusCode.NotFound, "unknown-project");
        (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "Hello." })).Problem(HttpStatusCode.NotFound, "unknown-project");
    }

    private Task<Reply> ChangeAsync(string project, string chat, JsonObject body) => _owner.SendAsync(HttpMethod.Patch, $"/api/projects/{project}/chats/{chat}", body.ToJsonString(), null);
}
