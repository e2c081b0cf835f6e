using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Local;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;
using MovieChat.Web.Slack;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Slack;

/// <summary>Writers who make films in Slack.</summary>
[Collection(nameof(SlackTests))]
public sealed class SlackStoryTests(SlackFixture fixture)
{
    private const string New = "new The Last Ferry: a captain must choose between her island and her daughter";

    [Fact]
    public async Task Film_BySlackAlone_GoesOn()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = head.Stranger();

        // Nobody knows them: they get a link, and nothing else.
        await wren.CommandAsync("list");
        var unknown = (await SlackHead.UntilAsync(() => head.Slack.To("respond").FirstOrDefault(), "the link")).Body;
        Assert.Equal("ephemeral", unknown.Text("response_type"));
        await head.BindAsync(Link(unknown), wren.Writer);

        // They begin a film, whose ideas come to the channel.
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, message => Words(message).Contains("Draft 1 of the ideas is ready", StringComparison.Ordinal));
        Assert.Equal("movie_chat_notice", ideas["metadata"]!.Text("event_type"));
        Assert.Contains(SlackPerson.Buttons(ideas), button => button.Text("action_id") == "decide-approve-2");

        // They ask for changes, with words that Slack's form asks for.
        var form = await wren.OpenAsync(ideas, "fill-revise-1");
        Assert.Equal(["field-0"], (await wren.SubmitAsync(form, "   "))!.Select(error => error.Key));
        Assert.Null(await wren.SubmitAsync(form, "Make it *wilder* <!here>"));
        await SettledAsync(head, ideas, "Changes were asked for: Make it *wilder* <!here>");

        // The next draft comes, and they choose.
        var second = await MessageAsync(head, message => Words(message).Contains("Draft 2 of the ideas is ready", StringComparison.Ordinal));
        await wren.PressAsync(second, "decide-approve-2");
        await SettledAsync(head, second, "Approved, option 2.");
        await MessageAsync(head, message => Words(message).Contains("Draft 1 of the synopsis is ready", StringComparison.Ordinal));

        // The status shows where the film stands, and offers the synopsis once more.
        await wren.CommandAsync("status");
        await MessageAsync(head, message => Words(message).Contains("One document awaits you.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offer_DecidedByTheApi_IsReplacedInSlack()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);
        using var key = new Visitor(head.Address, (await (await head.Owner.PostAsync("/api/keys", new { writer = wren.Writer, name = "laptop" })).ReadAsync(HttpStatusCode.Created)).Text("key"));

        (await key.PostAsync($"/api/projects/{ProjectOf(ideas)}/documents/ideas/decisions", new { verb = "approve", draft = 1, option = 1 })).EnsureSuccessStatusCode();

        await SettledAsync(head, ideas, "Approved.");
    }

    [Fact]
    public async Task Offer_DecidedElsewhereBeforeItIsPressed_TellsWhatBecameOfIt()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);
        await wren.PressAsync(ideas, "decide-approve-1");
        await SettledAsync(head, ideas, "Approved.");

        // A copy that nobody remembers, as after a lost answer of Slack's.
        var copy = await CopyAsync(head, ideas);
        await wren.PressAsync(copy, "decide-approve-3");
        await SettledAsync(head, copy, "Approved.");
        var another = await CopyAsync(head, ideas);
        await wren.PressAsync(another, "fill-revise-1");
        await SettledAsync(head, another, "Approved.");

        Assert.Single(await head.JournalAsync(ProjectOf(ideas)), entry => entry.Event is DraftApproved { Document.Kind: "ideas" });
    }

    [Fact]
    public async Task Answers_AtTheSameMoment_AreOneDecision()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var twin = await head.WriterAsync(wren.Writer);
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);

        await Task.WhenAll(wren.PressAsync(ideas, "decide-approve-1"), twin.PressAsync(ideas, "decide-approve-2"), wren.PressAsync(ideas, "decide-options-"));

        var settled = await SlackHead.UntilAsync(() => head.Slack.To("chat.update").Count(call => call.Body.Text("ts") == ideas.Text("ts")) >= 4 ? "" : null, "all three answers and the notice to be told");
        var decisions = (await head.JournalAsync(ProjectOf(ideas))).Where(entry => entry.Event is DraftApproved { Document.Kind: "ideas" } or DraftRequested { Document.Kind: "ideas" }).ToList();
        Assert.Single(decisions);
        Assert.NotNull(settled);
        var outcomes = head.Slack.To("chat.update").Where(call => call.Body.Text("ts") == ideas.Text("ts")).Select(call => Words(call.Body)).Distinct();
        Assert.Single(outcomes);
    }

    [Fact]
    public async Task Stranger_WhoPresses_DecidesNothing()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var (wren, stranger, other) = (await head.WriterAsync(), head.Stranger(), await head.WriterAsync());
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);
        var film = await head.FilmAsync(ProjectOf(ideas));

        await stranger.PressAsync(ideas, "decide-approve-1");
        var told = await SlackHead.UntilAsync(() => head.Slack.To("respond").LastOrDefault(), "the link");
        Assert.Contains("I do not know which writer you are", Words(told.Body), StringComparison.Ordinal);
        await stranger.PressAsync(ideas, "fill-revise-1");
        await other.PressAsync(ideas, "decide-approve-1");
        await SlackHead.UntilAsync(() => head.Slack.To("respond").FirstOrDefault(call => Words(call.Body).Contains("You have no such film", StringComparison.Ordinal)), "the other writer to be told");

        Assert.All(head.Slack.To("respond"), call => Assert.Equal("ephemeral", call.Body.Text("response_type")));
        Assert.Empty(head.Slack.To("views.open"));
        Assert.Equal(film.Revision, (await head.FilmAsync(film.Id)).Revision);
    }

    [Fact]
    public async Task Form_OfATextInFields_IsApprovedAsItWasWritten()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);

        var form = await wren.OpenAsync(ideas, "fill-edit-1");
        Assert.True((await wren.SubmitAsync(form, ""))!.ContainsKey("field-0"));
        Assert.Null(await wren.SubmitAsync(form, "The Keeper & <b>her</b> :fire:"));

        await SettledAsync(head, ideas, "Replaced by the writer's own words.");
        var film = await head.FilmAsync(ProjectOf(ideas));
        var text = await head.Get<DraftTexts>().ReadAsync(film.Id, DocumentId.Parse("ideas"), film.Document(DocumentId.Parse("ideas")).Draft!.Key, TestContext.Current.CancellationToken);
        Assert.Equal("The Keeper & <b>her</b> :fire:", JsonNode.Parse(text.Options.Single().Content)!.Text("title"));
    }

    [Fact]
    public async Task Conversation_WithoutTheBot_SaysHowItIsInvited()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        var channel = FakeSlack.NewId("C");

        await wren.CommandAsync(New, channel);
        var told = await SlackHead.UntilAsync(() => head.Slack.To("respond").FirstOrDefault(), "the hint");
        Assert.Contains("/invite @Movie Chat", Words(told.Body), StringComparison.Ordinal);

        // What came meanwhile could not be told, and was given up: opened again, the film is told again.
        await Desk.UntilAsync(async () => await DisabledAsync(head, wren) is not null, "the subscription to be given up");
        head.Slack.Invite(channel);
        await wren.CommandAsync("open The Last", channel);
        var ideas = await MessageAsync(head, IsOffer, channel);
        await wren.PressAsync(ideas, "decide-approve-1");
        await SettledAsync(head, ideas, "Approved.");
        await MessageAsync(head, message => Words(message).Contains("Draft 1 of the synopsis is ready", StringComparison.Ordinal), channel);
    }

    private static async Task<string?> DisabledAsync(SlackHead head, SlackPerson wren)
    {
        var film = (await head.Get<ProjectTable>().ListAsync(wren.Writer, 10, null, TestContext.Current.CancellationToken)).Single();
        var table = head.Get<SubscriptionTable>();
        var subscription = await table.ListAsync(film.Id, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        return (await table.ProgressAsync(film.Id, subscription.Id, TestContext.Current.CancellationToken))!.Value.Progress.Disabled;
    }

    [Fact]
    public async Task Form_ThatOpensTooSlowly_IsAskedForAgain()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);
        var goOn = new TaskCompletionSource();
        head.Slack.Holds = ("views.open", goOn.Task);

        // It is acknowledged although Slack does not answer.
        await wren.PressAsync(ideas, "fill-revise-1");
        await SlackHead.UntilAsync(() => head.Slack.To("respond").FirstOrDefault(call => Words(call.Body).Contains("could not be opened in time", StringComparison.Ordinal)), "the excuse");

        goOn.SetResult();
        await wren.OpenAsync(ideas, "fill-revise-1");
    }

    [Fact]
    public async Task Form_LookedAtAfterwards_SaysWhatIsWrong()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync(New);
        var ideas = await MessageAsync(head, IsOffer);
        var edit = SlackPerson.Buttons(ideas).First(button => button.Text("action_id") == "fill-edit-1").Text("value");
        var from = new SlackOrigin(FakeSlack.Team, wren.Id, "wren", head.Channel) { Message = ideas.Text("ts") };
        var item = new SlackItem.Submission(from, "trigger late", edit, new Dictionary<string, string> { ["field-0"] = "" });

        await head.Get<IEnumerable<IInboxHandler>>().Single(each => each.Surface == "slack")
            .HandleAsync(new("key", "slack", JsonSerializer.Serialize(item, SlackJson.Readable.SlackItem), TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

        var told = Assert.Single(head.Slack.To("chat.postEphemeral"));
        Assert.Equal(wren.Id, told.Body.Text("user"));
        Assert.Contains("title", Words(told.Body), StringComparison.Ordinal);
        Assert.True(IsOffer(head.Slack.Messages(head.Channel).Single(message => message.Text("ts") == ideas.Text("ts"))));
    }

    [Fact]
    public async Task Command_OfEachKind_IsAnswered()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        (string Text, string Answer, string Type)[] told =
        [
            ("help", "You write as", "in_channel"), ("", "You write as", "in_channel"), ("list", "You have none yet", "in_channel"), ("status", "No film is open here", "ephemeral"),
            ("open", "Say which film to open", "ephemeral"), ("open nothing", "You have no film", "ephemeral"), ("close", "No film is open here", "ephemeral"), ("dance &lt;!here&gt;", "“dance”", "ephemeral"),
            ("unlink", "I do not know you any more", "ephemeral"), ("help", "I do not know which writer you are", "ephemeral"),
        ];
        foreach (var (text, answer, type) in told)
        {
            var before = head.Slack.To("respond").Count();
            await wren.CommandAsync(text);
            var call = await SlackHead.UntilAsync(() => head.Slack.To("respond").Skip(before).FirstOrDefault(), $"the answer to {text}");
            Assert.Contains(answer, Words(call.Body), StringComparison.Ordinal);
            Assert.Equal((type, false), (call.Body.Text("response_type"), (bool)call.Body["replace_original"]!));
            Assert.Null(call.Key);
        }
    }

    [Fact]
    public async Task Cards_ThatAreTooManyAtOnce_ComeAllTheSame()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync(New);
        await MessageAsync(head, IsOffer);
        var (posts, before) = (0, head.Slack.Messages(head.Channel).Count);
        head.Slack.Fails = call => call.Method == "chat.postMessage" && Interlocked.Increment(ref posts) is 2 ? new(429, RetryAfter: 1) : null;

        await wren.CommandAsync("status");

        await Desk.UntilAsync(() => Task.FromResult(head.Slack.Messages(head.Channel).Count == before + 2 && posts == 3), "the status and the offer, once each");
    }

    [Fact]
    public async Task Button_ThatSaysACommand_SaysIt()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        var wren = await head.WriterAsync();
        await wren.CommandAsync("new The Bridge");
        var begun = await MessageAsync(head, message => Words(message).Contains("The film is begun", StringComparison.Ordinal));

        await wren.PressAsync(begun, "say-0");

        await MessageAsync(head, message => Words(message).Contains("Waiting: ", StringComparison.Ordinal));
    }

    internal static string Words(JsonNode message) => SlackPerson.Words(message);

    internal static bool IsOffer(JsonObject message) => SlackPerson.Buttons(message).Any(button => button.Text("action_id") == "decide-approve-1");

    internal static string ProjectOf(JsonObject offer) => SlackPerson.Buttons(offer).First(button => button.Text("action_id").StartsWith("decide-", StringComparison.Ordinal)).Text("value").Split('|')[1];

    internal static Task<JsonObject> MessageAsync(SlackHead head, Func<JsonObject, bool> isIt, string? channel = null) =>
        SlackHead.UntilAsync(() => head.Slack.Messages(channel ?? head.Channel).FirstOrDefault(isIt), "a message");

    private static Task<string> SettledAsync(SlackHead head, JsonObject message, string outcome) => SlackHead.UntilAsync(
        () => head.Slack.Messages(message.Text("channel")).Single(each => each.Text("ts") == message.Text("ts")) is var now && Words(now).Contains(outcome, StringComparison.Ordinal) && !SlackPerson.Buttons(now).Any() ? "" : null,
        $"the message to say '{outcome}' and offer nothing");

    private static async Task<JsonObject> CopyAsync(SlackHead head, JsonObject message)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", FakeSlack.Token);
        var posted = await (await client.PostAsync(head.Slack.ApiUrl + "chat.postMessage", Json.Text(message.ToJsonString()), TestContext.Current.CancellationToken)).ReadAsync(HttpStatusCode.OK);
        var copy = (JsonObject)message.DeepClone();
        copy["ts"] = posted.Text("ts");
        return copy;
    }

    private static string Link(JsonObject message) => message["blocks"]![0]!["elements"]![0]!["elements"]!.AsArray().Single(run => run!.Text("type") == "link")!.Text("url");
}
