using System.Net;
using System.Text.Json.Nodes;
using MovieChat.Tests.Local;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Slack;

/// <summary>Writers who talk with the companion in Slack.</summary>
[Collection(nameof(SlackTests))]
public sealed class SlackTalkTests(SlackFixture fixture)
{
    [Fact]
    public async Task Mention_BeginsAThread_ThatIsATalk()
    {
        var model = TalkingModel.Echo();
        await using var head = await SlackHead.OpenAsync(fixture, model);
        var wren = await BegunAsync(head);

        await wren.SayAsync("<@U0BOT> what if &lt;she&gt; drowns &amp; <@U2|mara> sings?", "1700000100.000100");
        var answer = await AnswerAsync(head, TalkingModel.EchoOf("what if <she> drowns & @mara sings?"));
        Assert.Equal("1700000100.000100", answer.Text("thread_ts"));

        // A reply in the thread goes on, mentioned or not; the bot's own answers and edits do not.
        await wren.SayAsync("and then?", "1700000101.000100", "1700000100.000100", "channel");
        await AnswerAsync(head, TalkingModel.EchoOf("and then?"));
        await wren.SayAsync("nobody is spoken to", "1700000102.000100", "1700000055.000100", "channel");
        await wren.SayAsync("nor here", "1700000103.000100", null, "channel");
        Action<JsonObject>[] notSaid =
        [
            said => said["bot_id"] = "B1", said => said["app_id"] = "A1", said => said["subtype"] = "message_changed", said => said["hidden"] = true, said => said["user"] = FakeSlack.Bot, said => said.Remove("user"),
        ];
        foreach (var change in notSaid)
        {
            using var taken = await wren.SendAsync(wren.Said("<@U0BOT> not said", "1700000104.000100", "1700000100.000100", change: change));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        // What is said once may come as two events, and each of them again.
        foreach (var type in new[] { "app_mention", "channel", "app_mention" }) await wren.SayAsync("<@U0BOT> once", "1700000105.000100", "1700000100.000100", type);
        await AnswerAsync(head, TalkingModel.EchoOf("once"));
        await wren.SayAsync("the end", "1700000106.000100", "1700000100.000100", "channel");
        await AnswerAsync(head, TalkingModel.EchoOf("the end"));

        Assert.Equal(["what if <she> drowns & @mara sings?", "and then?", "once", "the end"], model.Asked);
    }

    [Fact]
    public async Task DirectMessages_AreOneTalk()
    {
        await using var head = await SlackHead.OpenAsync(fixture, TalkingModel.Echo());
        var direct = FakeSlack.NewId("D");
        head.Slack.Invite(direct);
        var wren = await BegunAsync(head, direct);

        await wren.SayAsync("hello", "1700000200.000100", null, "im", direct);
        var first = await AnswerAsync(head, TalkingModel.EchoOf("hello"), direct);
        await wren.SayAsync("status", "1700000201.000100", null, "im", direct);
        await SlackStoryTests.MessageAsync(head, message => SlackPerson.Words(message).Contains("Waiting: ", StringComparison.Ordinal), direct);

        Assert.Null(first["thread_ts"]);
    }

    [Fact]
    public async Task Answer_WhileItIsWritten_GrowsInItsMessage()
    {
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var model = new TalkingModel((_, ct) => WordsAsync(goOn.Task, ct));
        await using var head = await SlackHead.OpenAsync(fixture, model);
        var wren = await BegunAsync(head);

        await wren.SayAsync("<@U0BOT> tell me", "1700000300.000100");
        await AnswerAsync(head, "…");
        goOn.SetResult();
        var answer = await AnswerAsync(head, "The end.");

        Assert.Single(head.Slack.To("chat.postMessage"), call => (string?)call.Body["thread_ts"] == "1700000300.000100");
        Assert.Contains(head.Slack.To("chat.update"), call => call.Body.Text("ts") == answer.Text("ts"));
    }

    [Fact]
    public async Task Answer_TooLongForAMessage_IsContinued()
    {
        var text = string.Join(' ', Enumerable.Range(1, 1500).Select(number => $"w{number}"));
        await using var head = await SlackHead.OpenAsync(fixture, new TalkingModel((_, _) => new[] { text }.ToAsyncEnumerable()));
        var wren = await BegunAsync(head);

        await wren.SayAsync("<@U0BOT> all of it", "1700000400.000100");
        await AnswerAsync(head, "w1500");

        var thread = head.Slack.Messages(head.Channel).Where(message => (string?)message["thread_ts"] == "1700000400.000100").ToList();
        Assert.True(thread.Count > 1);
        Assert.Equal(text, string.Concat(thread.Select(SlackPerson.Words)));
    }

    [Fact]
    public async Task Answer_SlackIsAskedTooOften_IsSaidAllTheSame()
    {
        await using var head = await SlackHead.OpenAsync(fixture, TalkingModel.Echo());
        var wren = await BegunAsync(head);
        var refused = 0;
        head.Slack.Fails = call => call.Method == "chat.postMessage" && Interlocked.Increment(ref refused) == 1 ? new(429, RetryAfter: 1) : null;

        await wren.SayAsync("<@U0BOT> hello", "1700000500.000100");

        await AnswerAsync(head, TalkingModel.EchoOf("hello"));
        Assert.Equal(2, head.Slack.Calls.Count(call => call.Channel == head.Channel && (string?)call.Body["thread_ts"] == "1700000500.000100"));
    }

    [Fact]
    public async Task Stranger_WhoTalks_GetsALinkAlone()
    {
        var model = TalkingModel.Echo();
        await using var head = await SlackHead.OpenAsync(fixture, model);
        var stranger = head.Stranger();

        await stranger.SayAsync("<@U0BOT> what is this film about?", "1700000600.000100");

        var told = await SlackHead.UntilAsync(() => head.Slack.To("chat.postEphemeral").FirstOrDefault(), "the link");
        Assert.Equal((stranger.Id, head.Channel, "1700000600.000100"), (told.Body.Text("user"), told.Channel, told.Body.Text("thread_ts")));
        Assert.Contains("I do not know which writer you are", SlackPerson.Words(told.Body), StringComparison.Ordinal);
        Assert.Empty(model.Asked);
        Assert.Empty(head.Slack.Messages(head.Channel));
    }

    [Fact]
    public async Task Mention_OfACommandAlone_RunsIt()
    {
        await using var head = await SlackHead.OpenAsync(fixture, TalkingModel.Echo());
        var wren = await head.WriterAsync();

        await wren.SayAsync("<@U0BOT> Help", "1700000700.000100");
        var help = await AnswerAsync(head, "You write as");
        Assert.Equal("1700000700.000100", help.Text("thread_ts"));
        await wren.SayAsync("<@U0BOT>  status ", "1700000701.000100");

        var told = await SlackHead.UntilAsync(() => head.Slack.To("chat.postEphemeral").FirstOrDefault(), "the status");
        Assert.Contains("No film is open here", SlackPerson.Words(told.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_OfTheLog_HoldNoSecretAndNoWordOfAnybody()
    {
        await using var head = await SlackHead.OpenAsync(fixture, TalkingModel.Echo());
        var wren = await BegunAsync(head);
        head.Slack.Fails = call => call.Method == "chat.postEphemeral" ? new(Error: "user_not_in_channel") : null;
        await wren.SayAsync("<@U0BOT> a turtle-coloured dream", "1700000800.000100");
        await AnswerAsync(head, "turtle-coloured");
        await head.Stranger().SayAsync("<@U0BOT> a turtle-coloured stranger", "1700000801.000100");
        var url = await wren.CommandAsync("open a turtle-coloured film");
        await SlackHead.UntilAsync(() => head.Slack.To("respond").FirstOrDefault(), "the answer");
        using var removed = await wren.SendAsync(SlackRequest.Event(SlackPerson.Envelope(new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(FakeSlack.Bot) } })));
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        await SlackHead.UntilAsync(() => head.Log.Text.Contains("user_not_in_channel", StringComparison.Ordinal) ? "" : null, "the refusal to be logged");

        var lines = head.Log.Text;
        Assert.Contains("tokens_revoked", lines, StringComparison.Ordinal);
        foreach (var secret in new[] { FakeSlack.Token, FakeSlack.Secret, "turtle", new Uri(url).AbsolutePath, "/bind/" }) Assert.DoesNotContain(secret, lines, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A writer with a film that owes nothing.</summary>
    private static async Task<SlackPerson> BegunAsync(SlackHead head, string? channel = null)
    {
        var wren = await head.WriterAsync();
        await wren.CommandAsync("new The Last Ferry", channel);
        await SlackStoryTests.MessageAsync(head, message => SlackPerson.Words(message).Contains("The film is begun", StringComparison.Ordinal), channel);
        return wren;
    }

    private static Task<JsonObject> AnswerAsync(SlackHead head, string text, string? channel = null) => SlackStoryTests.MessageAsync(head, message => SlackPerson.Words(message).Contains(text, StringComparison.Ordinal), channel);

    /// <summary>Words until the first of them was shown, and the rest.</summary>
    private static async IAsyncEnumerable<string> WordsAsync(Task goOn, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!goOn.IsCompleted)
        {
            yield return "on and on ";
            await Task.WhenAny(goOn, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken));
        }

        yield return "The end.";
    }
}
