using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Chats;

/// <summary>What the writer states about the film is kept, shown, editable, and told to whoever writes what it concerns.</summary>
public sealed class FactTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Fact_SaidInAChat_IsKeptAndToldToLaterDraftsThatItConcerns()
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project, "A talk");
        head.Models.Script(
            title,
            Talking.Call("keep_fact", new JsonObject { ["text"] = "Mara never learned to swim.", ["quote"] = "she never learned to swim", ["about"] = new JsonArray("mara", "nobody") }),
            Talking.Text("Kept."));

        var answer = (await _owner.SayAsync(project, chat, "By the way: she never learned to swim."))["answer"]!;
        await _owner.DecideAsync(project, "profile:mara", "revise", body => body["notes"] = "Warmer.");
        await _owner.UntilAsync(project, "profile:mara", "awaitingApproval");
        await _owner.DecideAsync(project, "profile:jonas", "revise", body => body["notes"] = "Warmer.");
        await _owner.UntilAsync(project, "profile:jonas", "awaitingApproval");
        await _owner.SayAsync(project, chat, "What do you know of her?");

        var fact = Assert.Single((await _owner.GetAsync($"/api/projects/{project}/facts")).Ok().List("items"));
        Assert.Equal(("Mara never learned to swim.", chat), (fact.Text("text"), fact["from"]!.Text("chat")));
        Assert.Equal(["mara"], fact.Texts("about"));
        Assert.Equal((fact.Text("id"), "fact"), (answer.List("proposals").Single().Text("fact"), answer.List("proposals").Single().Text("kind")));
        Assert.Equal(["Mara never learned to swim."], Last("profile", "mara")["film"]!.Texts("stated"));
        Assert.Null(Last("profile", "jonas")["film"]!["stated"]);
        Assert.Equal(["Mara never learned to swim."], head.Models.CallsFor(title).Last(call => call.Kind == "chat").Request["film"]!.Texts("stated"));

        JsonNode Last(string kind, string key) => head.Models.CallsFor(title).Last(call => call.Kind == kind && call.Document == $"{kind}:{key}").Request;
    }

    [Theory]
    [InlineData("the villain wins in the end")]
    [InlineData("yes")]
    public async Task Fact_ThatTheWriterDidNotSay_IsNotKept(string quote)
    {
        var title = HeadFixture.NewTitle();
        var project = await _owner.BeginAsync(title, start: Writing.WholeFilm);
        var chat = await _owner.ChatAsync(project, "A talk");
        head.Models.Script(title, Talking.Call("keep_fact", new JsonObject { ["text"] = "The villain wins in the end.", ["quote"] = quote }), Talking.Text("Hm."));

        await _owner.SayAsync(project, chat, "Oh yes, do go on about the harbour.");

        Assert.Empty((await _owner.GetAsync($"/api/projects/{project}/facts")).Ok().List("items"));
        Assert.DoesNotContain(await _owner.JournalAsync(project), line => line.Text("type") == "factKept");
    }

    [Fact]
    public async Task Fact_WrittenChangedAndDropped_IsInTheJournal()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        var added = await _owner.PostAsync($"/api/projects/{project}/facts", new JsonObject { ["text"] = "It never snows.", ["about"] = new JsonArray("plot") });
        var id = added.Ok().Text("id");
        var changed = (await _owner.PutAsync($"/api/projects/{project}/facts/{id}", new JsonObject { ["text"] = "It snows once." })).Ok();
        var fork = (await _owner.PostAsync($"/api/projects/{project}/fork", new JsonObject { ["title"] = "A copy" })).Ok().Text("id");
        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{project}/facts/{id}")).Status);

        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal(("It snows once.", 0), (changed.Text("text"), changed.List("about").Length));
        Assert.Empty((await _owner.GetAsync($"/api/projects/{project}/facts")).Ok().List("items"));
        Assert.Equal(["It snows once."], (await _owner.GetAsync($"/api/projects/{fork}/facts")).Ok().List("items").Select(fact => fact.Text("text")));
        Assert.Equal(["factKept", "factKept", "factDropped"], (await _owner.JournalAsync(project)).Select(line => line.Text("type")!).Where(type => type.StartsWith("fact", StringComparison.Ordinal)));
        (await _owner.DeleteAsync($"/api/projects/{project}/facts/{id}")).Problem(HttpStatusCode.NotFound, "unknown-fact");
        (await _owner.PutAsync($"/api/projects/{project}/facts/{id}", new JsonObject { ["text"] = "Again." })).Problem(HttpStatusCode.NotFound, "unknown-fact");
    }

    [Theory]
    [InlineData("""{"text":" "}""", "text")]
    [InlineData("""{"text":"Yes.","about":["no such thing!"]}""", "about")]
    public async Task Fact_Wrong_IsRefusedWithThePlace(string body, string path)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.WholeFilm);

        Assert.Equal(path, (await _owner.SendAsync(HttpMethod.Post, $"/api/projects/{project}/facts", body, null)).Problem(HttpStatusCode.UnprocessableEntity, "invalid-value").Text("path"));
    }
}
