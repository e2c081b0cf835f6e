using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using MovieChat.Storage;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;
using MovieChat.Web.Slack;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Slack;

/// <summary>Who is let in, and what of it is taken.</summary>
[Collection(nameof(SlackTests))]
public sealed class SlackGateTests(SlackFixture fixture)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signatures_OursAndBolts_AgreeOnWhatIsSigned()
    {
        // The first is the one that Slack publishes (https://docs.slack.dev/authentication/verifying-requests-from-slack).
        const string Published = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
            + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        const long At = 1531420618;
        const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Unicode = """{"text":"Amélie 🎬"}""";
        (string Body, string Signature, long Now)[] requests =
        [
            (Published, Signature, At), (Published, Signature, At + 300), (Published, Signature, At + 301), (Published + "&", Signature, At), (Published, Signature.ToUpperInvariant(), At),
            (Published, "v1" + Signature[2..], At), (Published, "v0=", At), (Published, Signature[..^1], At), (Unicode, SlackRequest.Sign(FakeSlack.Secret, $"{At}", Unicode), At),
            (Unicode, SlackRequest.Sign("another secret of 20+", $"{At}", Unicode), At), ("", SlackRequest.Sign(FakeSlack.Secret, $"{At}", ""), At),
        ];

        var bolts = await SlackPrograms.VerifyAsync(requests.Select(request => new JsonObject
        {
            ["secret"] = FakeSlack.Secret,
            ["timestamp"] = $"{At}",
            ["signature"] = request.Signature,
            ["body"] = request.Body,
            ["now"] = request.Now,
        }));
        var ours = requests.Select(request => Takes(request.Signature, request.Body, request.Now)).ToArray();

        Assert.Equal([true, true, false, false, false, false, false, false, true, false, true], ours);
        Assert.Equal(ours, bolts.Select(line => line == "ok"));

        // Bolt takes what comes from the future; we do not.
        Assert.False(Takes(Signature, Published, At - 301));
        Assert.True(Takes(Signature, Published, At - 300));
        static bool Takes(string signature, string body, long now) => SlackSignature.IsValid([FakeSlack.Secret], $"{At}", signature, Encoding.UTF8.GetBytes(body), DateTimeOffset.FromUnixTimeSeconds(now));
    }

    [Fact]
    public async Task Request_NotSignedOrNotNow_IsRefusedAndDoesNothing()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var good = wren.CommandOf("new The Ferry", head.Channel, head.Slack.ResponseUrl(), head.Slack.Trigger());
        SlackRequest[] bad =
        [
            good with { Age = 302 }, good with { Age = -303 }, good with { Secret = "somebody else's secret, 20+" }, good with { Forge = _ => "" }, good with { Forge = signature => signature[..^1] },
            good with { Forge = signature => signature.ToUpperInvariant() }, good with { Forge = _ => "v0=" + new string('0', 64) },
        ];
        foreach (var request in bad)
        {
            using var answer = await wren.SendAsync(request);
            await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unsigned");
        }

        Assert.Empty(head.Slack.Calls);
        using var taken = await wren.SendAsync(good);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task Request_SignedWithTheSecretBefore_IsTakenWhileBothAreSet()
    {
        const string New = "a-secret-that-is-newer-0123456789";
        await using var head = await SlackHead.OpenAsync(fixture, null, ("MovieChat:Slack:SigningSecret", $"{New}, {FakeSlack.Secret}"));
        var check = new SlackRequest("/api/slack/events", SlackRequest.Json, """{"token":"t","challenge":"c3","type":"url_verification"}""");
        foreach (var secret in new[] { New, FakeSlack.Secret })
        {
            using var answer = await head.Stranger().SendAsync(check with { Secret = secret });
            Assert.Equal("""{"challenge":"c3"}""", await answer.TextAsync());
            Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task CertificateCheck_Unsigned_IsAnsweredAndNothingInItCounts()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var command = wren.CommandOf("new The Ferry", head.Channel, head.Slack.ResponseUrl(), head.Slack.Trigger());
        var before = await head.Get<InboxTable>().ListAsync(Ct).ToListAsync(Ct);
        using var answer = await wren.SendAsync(command with { Body = command.Body + "&ssl_check=1", Forge = _ => "" });
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.TextAsync()));
        Assert.Equal(before, await head.Get<InboxTable>().ListAsync(Ct).ToListAsync(Ct));
        Assert.Empty(await head.Get<ProjectTable>().ListAsync(wren.Writer, 10, null, Ct));
    }

    [Fact]
    public async Task Request_SentAgain_IsAnsweredOnce()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var (url, trigger) = (head.Slack.ResponseUrl(), head.Slack.Trigger());
        var command = wren.CommandOf("new The Last Ferry: a captain must choose", head.Channel, url, trigger);
        foreach (var request in new[] { command, command, command })
        {
            using var answer = await wren.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var ideas = await SlackStoryTests.MessageAsync(head, SlackStoryTests.IsOffer);
        var form = wren.PressOf(ideas, "fill-revise-1", head.Slack.Trigger());
        foreach (var request in new[] { form, form })
        {
            using var answer = await wren.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var choice = wren.PressOf(ideas, "decide-approve-1", head.Slack.Trigger());
        foreach (var request in new[] { choice, choice })
        {
            using var answer = await wren.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await SlackStoryTests.MessageAsync(head, message => SlackPerson.Words(message).Contains("synopsis is ready", StringComparison.Ordinal));
        Assert.Single(await head.Get<ProjectTable>().ListAsync(wren.Writer, 10, null, Ct));
        Assert.Single(head.Slack.Messages(head.Channel), message => SlackPerson.Words(message).Contains("The film is begun", StringComparison.Ordinal));
        Assert.Single(head.Slack.To("views.open"));
    }

    [Fact]
    public async Task Item_AnsweredTwice_CountsOnce()
    {
        // A crash after it was done and before that was noted has it answered again.
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var handler = head.Get<IEnumerable<IInboxHandler>>().Single(each => each.Surface == "slack");
        await wren.CommandAsync("new The Last Ferry: a captain must choose");
        var ideas = await SlackStoryTests.MessageAsync(head, SlackStoryTests.IsOffer);
        var approval = SlackPerson.Buttons(ideas).First(button => button.Text("action_id") == "decide-approve-2").Text("value");
        var from = new SlackOrigin(FakeSlack.Team, wren.Id, "wren", head.Channel) { Message = ideas.Text("ts") };
        SlackItem[] items = [new SlackItem.Command(from, "trigger x1", "new Twice"), new SlackItem.Press(from, "trigger x2", approval, false), new SlackItem.Submission(from, "trigger x3", approval.Replace("approve|2", "stuck|", StringComparison.Ordinal), new Dictionary<string, string>())];
        foreach (var item in items.Concat(items))
        {
            var body = System.Text.Json.JsonSerializer.Serialize(item, SlackJson.Readable.SlackItem);
            await handler.HandleAsync(new("key", "slack", body, TimeProvider.System.GetUtcNow()), Ct);
        }

        Assert.Equal(2, (await head.Get<ProjectTable>().ListAsync(wren.Writer, 10, null, Ct)).Count);
        Assert.Single(await head.JournalAsync(SlackStoryTests.ProjectOf(ideas)), entry => entry.Event is Core.Journey.DraftApproved { Document.Kind: "ideas" });
    }

    [Theory]
    [InlineData("/api/slack/events", "text/plain", "not-json")]
    [InlineData("/api/slack/events", "", "not-json")]
    [InlineData("/api/slack/events", SlackRequest.Form, "not-json")]
    [InlineData("/api/slack/commands", SlackRequest.Json, "not-a-form")]
    [InlineData("/api/slack/interactions", "multipart/form-data; boundary=x", "not-a-form")]
    public async Task Request_OfAnotherType_IsRefused(string path, string type, string kind)
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        using var answer = await head.Stranger().SendAsync(new(path, type, "{}"));
        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, kind);
    }

    [Theory]
    [InlineData("/api/slack/events", SlackRequest.Json)]
    [InlineData("/api/slack/commands", SlackRequest.Form)]
    public async Task Request_OfMoreThanAMebibyte_IsRefused(string path, string type)
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        using var answer = await head.Stranger().SendAsync(new(path, type, new string('a', SlackGate.MostBytes + 1)));
        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Slack_NotSetUp_IsNotThere()
    {
        await using var head = await FrontDoor.OpenAsync(fixture.Clients);
        using var anybody = head.Client(null);
        foreach (var path in new[] { "events", "commands", "interactions" })
        {
            await (await anybody.PostAsync($"/api/slack/{path}", new { })).ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        Assert.DoesNotContain(head.Get<IEnumerable<IInboxHandler>>(), handler => handler.Surface == "slack");
        Assert.DoesNotContain("slack", head.Get<Subscriptions>().Kinds);
    }

    [Fact]
    public async Task Payload_Broken_NeverBreaksTheService()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var said = wren.Said("<@U0BOT> hello", "1700000001.000100");
        var press = wren.PressOf(head.Channel, "1700000001.000100", "decide-approve-1", "1|nobody|ideas|1|AwaitingApproval|approve|1", head.Slack.Trigger());
        var command = wren.CommandOf("list", head.Channel, "https://nowhere.example/", head.Slack.Trigger());
        string[] odd = ["", "null", "[]", "1", "\"x\"", "{}", "{", "{\"type\":5}", "{\"type\":\"event_callback\"}", "{\"type\":\"event_callback\",\"event\":[]}", "\ud83d", "{\"type\":\"block_actions\",\"actions\":[null]}",
            "{\"type\":\"view_submission\"}", "{\"type\":\"view_submission\",\"view\":{\"private_metadata\":\"null\"}}", "{\"type\":\"url_verification\"}", "{\"type\":\"\\ud800\"}", new string('[', 5000)];
        var requests = odd.Select(text => said with { Body = text })
            .Concat(odd.Select(text => press with { Body = "payload=" + Uri.EscapeDataString(text.Replace("\ud83d", "?", StringComparison.Ordinal)) }))
            .Concat(odd.Select(text => command with { Body = text.Replace("\ud83d", "%ff", StringComparison.Ordinal) }));

        // And what is right but for one place.
        var random = Gen.Sample(Gen.Choose(0, int.MaxValue - 1), 120, 7);
        foreach (var request in requests.Concat(random.Select((seed, place) => Spoiled(place % 3 == 0 ? said : place % 3 == 1 ? press : command, seed))))
        {
            using var answer = await wren.SendAsync(request);
            Assert.True((int)answer.StatusCode is 200 or 400, $"{(int)answer.StatusCode} to {request.Body}");
        }

        Assert.Empty(await head.Get<ProjectTable>().ListAsync(wren.Writer, 10, null, Ct));
    }

    private static SlackRequest Spoiled(SlackRequest request, int seed)
    {
        var form = request.ContentType == SlackRequest.Form && !request.Body.StartsWith("payload=", StringComparison.Ordinal);
        var isPayload = request.Body.StartsWith("payload=", StringComparison.Ordinal);
        if (form)
        {
            var fields = request.Body.Split('&');
            fields[seed % fields.Length] = fields[seed % fields.Length].Split('=')[0] + (seed % 4) switch { 0 => "", 1 => "=", 2 => "=%00%ff%fe", _ => "=" + new string('A', 4000) };
            return request with { Body = string.Join('&', fields) };
        }

        var json = JsonNode.Parse(isPayload ? Uri.UnescapeDataString(request.Body["payload=".Length..].Replace('+', ' ')) : request.Body)!;
        var places = Places(json).ToList();
        var (parent, key) = places[seed % places.Count];
        JsonNode? instead = (seed / places.Count % 7) switch { 0 => null, 1 => 12.5, 2 => "", 3 => new JsonArray(), 4 => new JsonObject(), 5 => "../\u0000'\u202e" + new string('x', 300), _ => true };
        if (parent is JsonObject each) each[key] = instead;
        else parent.AsArray()[int.Parse(key, CultureInfo.InvariantCulture)] = instead;
        return request with { Body = isPayload ? "payload=" + Uri.EscapeDataString(json.ToJsonString()) : json.ToJsonString() };
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode node) => node switch
    {
        JsonObject each => each.SelectMany(property => (property.Value is null ? [] : Places(property.Value)).Prepend((each, property.Key))),
        JsonArray items => Enumerable.Range(0, items.Count).SelectMany(index => (items[index] is { } item ? Places(item) : []).Prepend((items, $"{index}"))),
        _ => [],
    };
}
