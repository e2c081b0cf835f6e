using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Behaviour.Head;

namespace MovieChat.Behaviour.Approvals;

/// <summary>Who is told of a project, by webhooks. A head that runs already must let them go to this machine: <c>MovieChat__Notices__AllowLoopback=true</c>.</summary>
public sealed class SubscriptionTests(HeadFixture head)
{
    private readonly Client _owner = head.Owner;

    [Fact]
    public async Task Film_FromBriefToSynopsis_IsToldInTheOrderOfItsJournal()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await SubscribeAsync(project, receiver, body => body["after"] = 0);

        await _owner.ApproveAsync(project, "ideas", option: 2);
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        await UntilTakenAsync(receiver, 2);

        Assert.Equal([("draft.ready", "ideas"), ("draft.ready", "synopsis")], receiver.Taken.Select(sent => (sent.Type, (string?)sent.Data["document"])));
        Assert.Equal(receiver.Taken.Select(sent => (long)sent.Data["sequence"]!).Order(), receiver.Taken.Select(sent => (long)sent.Data["sequence"]!));
        var synopsis = receiver.Taken[1].Data;
        Assert.Equal((1, "awaitingApproval"), ((int)synopsis["draft"]!, (string?)synopsis["status"]));
        var document = await _owner.DocumentAsync(project, "synopsis");
        Reading.Same(document["draft"]!.List("options")[0]["content"], synopsis.List("options")[0]["content"]);
    }

    [Fact]
    public async Task Webhook_ThatIsNotTaken_ComesAgainUnderTheSameIdBeforeAnyOther()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer(500);
        receiver.Answer(429, "1");
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var subscription = await SubscribeAsync(project, receiver, body => body["after"] = 0);

        await _owner.ApproveAsync(project, "ideas");
        await UntilTakenAsync(receiver, 2);

        Assert.Equal([500, 429, 204, 204], receiver.Received.Select(sent => sent.Status));
        Assert.Equal(2, receiver.Received.Select(sent => sent.Headers["webhook-id"]).Distinct().Count());
        Assert.Single(receiver.Received.Take(3).Select(sent => sent.Headers["webhook-id"]).Distinct());
        var item = await Client.UntilAsync(() => GetAsync(project, subscription), found => found.Number("attempts") == 0 && found["trouble"] is null, "the trouble to be over");
        Assert.True((bool)item["enabled"]!);
    }

    [Fact]
    public async Task Receiver_ThatAnswers410_IsToldNothingUntilItIsEnabled()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer(410);
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var subscription = await SubscribeAsync(project, receiver, body => body["after"] = 0);

        var disabled = await Client.UntilAsync(() => GetAsync(project, subscription), found => !(bool)found["enabled"]!, "it to be disabled");
        Assert.Contains("410", disabled.Text("disabledBecause"), StringComparison.Ordinal);
        await _owner.ApproveAsync(project, "ideas");
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");
        Assert.Single(receiver.Received);

        (await ChangeAsync(project, subscription, new() { ["enabled"] = true })).Ok();

        await UntilTakenAsync(receiver, 2);
        Assert.Equal(["ideas", "synopsis"], receiver.Taken.Select(sent => (string?)sent.Data["document"]));
    }

    /// <summary>The head under test gives up after some seconds: a head that runs already is told so, <c>MovieChat__Notices__RetryAfter=00:00:00.200, 00:00:00.400, 00:00:01</c>.</summary>
    [Fact]
    public async Task Event_ThatIsNeverTaken_IsListedAndDeliveredWhenAskedFor()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        for (var attempt = 0; attempt < 5; attempt++) receiver.Answer(500);
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var subscription = await SubscribeAsync(project, receiver, body => body["after"] = 0);
        var path = $"/api/projects/{project}/subscriptions/{subscription}/undelivered";

        var listed = await Client.UntilAsync(async () => (await _owner.GetAsync(path)).Ok(), found => found.List("items").Length > 0, "something to be given up");
        var item = Assert.Single(listed.List("items"));
        Assert.Equal(("draft.ready", 4, "It answered 500."), (item.Text("type"), item.Number("attempts"), item.Text("reason")));

        Assert.Equal("It answered 500.", (await _owner.PostAsync($"{path}/{item.Number("sequence")}/replay")).Ok().Text("trouble"));
        Assert.Equal(1, (await _owner.PostAsync($"{path}/replay")).Ok().Number("delivered"));

        Assert.Empty((await _owner.GetAsync(path)).Ok().List("items"));
        Assert.Equal("ideas", (string?)Assert.Single(receiver.Taken).Data["document"]);
        (await _owner.PostAsync($"{path}/{item.Number("sequence")}/replay")).Problem(HttpStatusCode.NotFound, "unknown-delivery");
    }

    [Fact]
    public async Task Events_ThatAreNotAskedFor_AreNotTold()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), start: Writing.Before("dialogue:s2"));
        await SubscribeAsync(project, receiver, body => (body["after"], body["events"]) = (0, new JsonArray("film.complete")));

        await _owner.ApproveAsync(project, "dialogue:s2");
        await UntilTakenAsync(receiver, 1);

        Assert.Equal(["film.complete"], receiver.Received.Select(sent => sent.Type));
    }

    [Fact]
    public async Task Draft_ThatTurnsStale_IsToldWithItsCause()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await _owner.ApproveAsync(project, "ideas");
        await _owner.ApproveAsync(project, "synopsis");
        await _owner.ApproveAsync(project, "cast");
        await SubscribeAsync(project, receiver, body => body["events"] = new JsonArray("draft.stale"));

        await _owner.EditAsync(project, "synopsis", Writing.Synopsis());
        await UntilTakenAsync(receiver, 1);

        var stale = receiver.Taken.First(sent => (string?)sent.Data["document"] == "cast").Data;
        Assert.Equal(("synopsis", 1, 2), (stale.List("because")[0].Text("document"), stale.List("because")[0].Number("was"), stale.List("because")[0].Number("now")));
        Assert.Equal("stale", stale.Text("status"));
    }

    [Fact]
    public async Task Chat_ThatIsAnswered_IsToldWithTheAnswer()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        await SubscribeAsync(project, receiver, body => body["events"] = new JsonArray("chat.answered"));
        var chat = (await _owner.PostAsync($"/api/projects/{project}/chats", new JsonObject { ["title"] = "The ending" })).Ok().Text("id");

        var turn = (await _owner.PostAsync($"/api/projects/{project}/chats/{chat}/messages", new JsonObject { ["text"] = "Which idea is the strongest?" })).Ok();
        await UntilTakenAsync(receiver, 1);

        var told = receiver.Taken[0].Data;
        Assert.Equal((chat, turn.Text("turn")), (told.Text("chat"), told.Text("turn")));
        Assert.Equal(turn["answer"]!.Text("text"), told.Text("text"));
    }

    [Theory]
    [InlineData("""{"kind":"pigeon","url":"https://example.com/"}""", "kind")]
    [InlineData("""{"kind":"webhook"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"example.com"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"http://example.com/"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"https://169.254.169.254/latest"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"https://10.0.0.1/"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"https://me:secret@example.com/"}""", "url")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","events":["draft.burnt"]}""", "events")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","events":[]}""", "events")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","secret":"short"}""", "secret")]
    [InlineData("""{"kind":"webhook","url":"https://example.com/","after":9999}""", "after")]
    public async Task Subscription_ThatCanNotBe_IsRefusedAtItsPlace(string body, string path)
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());

        var problem = (await _owner.PostAsync($"/api/projects/{project}/subscriptions", JsonNode.Parse(body))).Problem(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(path, problem.Text("path"));
        Assert.Empty((await _owner.GetAsync($"/api/projects/{project}/subscriptions")).Ok().List("items"));
    }

    [Fact]
    public async Task Subscription_OfAnother_IsNotThere()
    {
        using var other = await head.NewWriterAsync();
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var subscription = (await _owner.PostAsync($"/api/projects/{project}/subscriptions", new JsonObject { ["kind"] = "webhook", ["url"] = "https://example.com/" })).Ok().Text("id");

        foreach (var path in (string[])["", $"/{subscription}", $"/{subscription}/undelivered"])
        {
            (await other.GetAsync($"/api/projects/{project}/subscriptions{path}")).Problem(HttpStatusCode.NotFound, "unknown-project");
        }

        (await other.DeleteAsync($"/api/projects/{project}/subscriptions/{subscription}")).Problem(HttpStatusCode.NotFound, "unknown-project");
    }

    [Fact]
    public async Task Subscription_MadeTwiceUnderOneKey_IsOneWithOneSecret()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var body = new JsonObject { ["kind"] = "webhook", ["url"] = "https://example.com/hook" };

        var first = (await _owner.PostAsync($"/api/projects/{project}/subscriptions", body.DeepClone(), "key-1")).Ok();
        var again = (await _owner.PostAsync($"/api/projects/{project}/subscriptions", body.DeepClone(), "key-1")).Ok();

        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Equal(first.Text("secret"), again.Text("secret"));
        Assert.StartsWith("whsec_", first.Text("secret"), StringComparison.Ordinal);
        var listed = Assert.Single((await _owner.GetAsync($"/api/projects/{project}/subscriptions")).Ok().List("items"));
        Assert.Null(listed["secret"]);
    }

    [Fact]
    public async Task Secret_ThatIsRotated_IsShownOnceAndAnotherOne()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var made = (await _owner.PostAsync($"/api/projects/{project}/subscriptions", new JsonObject { ["kind"] = "webhook", ["url"] = "https://example.com/hook" })).Ok();

        var rotated = (await _owner.PostAsync($"/api/projects/{project}/subscriptions/{made.Text("id")}/secret", new JsonObject())).Ok();

        Assert.NotEqual(made.Text("secret"), rotated.Text("secret"));
        Assert.Null((await GetAsync(project, made.Text("id")!))["secret"]);
    }

    [Fact]
    public async Task Secret_RotatedTwiceUnderOneKey_IsRotatedOnce()
    {
        var project = await _owner.BeginAsync(HeadFixture.NewTitle());
        var made = (await _owner.PostAsync($"/api/projects/{project}/subscriptions", new JsonObject { ["kind"] = "webhook", ["url"] = "https://example.com/hook" })).Ok();
        var address = $"/api/projects/{project}/subscriptions/{made.Text("id")}/secret";

        var first = (await _owner.PostAsync(address, new JsonObject(), "rotate-1")).Ok();
        var again = (await _owner.PostAsync(address, new JsonObject(), "rotate-1")).Ok();
        var next = (await _owner.PostAsync(address, new JsonObject(), "rotate-2")).Ok();

        Assert.Equal(first.Text("secret"), again.Text("secret"));
        Assert.NotEqual(first.Text("secret"), next.Text("secret"));
    }

    [Fact]
    public async Task Subscription_ThatIsDeleted_TellsNothingMore()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var project = await _owner.BeginAsync(HeadFixture.NewTitle(), Writing.Brief());
        var subscription = await SubscribeAsync(project, receiver, body => body["after"] = 0);
        await _owner.UntilAsync(project, "ideas", "awaitingApproval");
        await UntilTakenAsync(receiver, 1);

        Assert.Equal(HttpStatusCode.NoContent, (await _owner.DeleteAsync($"/api/projects/{project}/subscriptions/{subscription}")).Status);
        await _owner.ApproveAsync(project, "ideas");
        await _owner.UntilAsync(project, "synopsis", "awaitingApproval");

        (await _owner.GetAsync($"/api/projects/{project}/subscriptions/{subscription}")).Problem(HttpStatusCode.NotFound, "unknown-subscription");
        Assert.Single(receiver.Received);
    }

    private async Task<string> SubscribeAsync(string project, WebhookReceiver receiver, Action<JsonObject>? more = null)
    {
        var body = new JsonObject { ["kind"] = "webhook", ["url"] = receiver.Address };
        more?.Invoke(body);
        return (await _owner.PostAsync($"/api/projects/{project}/subscriptions", body)).Ok().Text("id")!;
    }

    private async Task<JsonNode> GetAsync(string project, string subscription) => (await _owner.GetAsync($"/api/projects/{project}/subscriptions/{subscription}")).Ok();

    private Task<Tests.Shared.Api.Reply> ChangeAsync(string project, string subscription, JsonObject change) =>
        _owner.SendAsync(HttpMethod.Patch, $"/api/projects/{project}/subscriptions/{subscription}", change.ToJsonString(), null);

    private static Task<JsonNode> UntilTakenAsync(WebhookReceiver receiver, int count) =>
        Client.UntilAsync(() => Task.FromResult<JsonNode>(receiver.Taken.Count), found => (int)found >= count, $"{count} webhooks");
}
