using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;
using MovieChat.Web.Slack;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Slack;

/// <summary>Notices on their way to Slack, and what goes wrong there.</summary>
[Collection(nameof(SlackTests))]
public sealed class SlackChannelTests(SlackFixture fixture)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_ToAUser_ComesByOneDirectConversation()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        foreach (var sequence in new[] { 5, 6 })
        {
            var delivered = Assert.IsType<Delivery.Delivered>(await SendAsync(head, $"{FakeSlack.Team}/U0WREN", sequence));
            Assert.Equal("D0WREN", SlackReference.Read(delivered.Reference!)!.Channel);
        }

        Assert.Single(head.Slack.To("conversations.open"));
        Assert.Equal(["s1.5", "s1.6"], head.Slack.To("chat.postMessage").Select(call => call.Body["metadata"]!["event_payload"]!.Text("key")));
        Assert.All(head.Slack.To("chat.postMessage"), call => Assert.Equal(
            ("none", false, false, false, false),
            (call.Body.Text("parse"), (bool)call.Body["link_names"]!, (bool)call.Body["mrkdwn"]!, (bool)call.Body["unfurl_links"]!, (bool)call.Body["unfurl_media"]!)));
    }

    [Fact]
    public async Task Slack_AskedTooOften_IsLeftAloneAsLongAsItAsks()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        head.Slack.Fails = _ => new(429, RetryAfter: 700);

        var first = Assert.IsType<Delivery.Failed>(await SendAsync(head));
        var second = Assert.IsType<Delivery.Failed>(await SendAsync(head));

        Assert.Equal(TimeSpan.FromSeconds(700), first.RetryAfter);
        Assert.True(second.RetryAfter > TimeSpan.FromSeconds(600));
        Assert.Single(head.Slack.Calls);
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel")]
    [InlineData("is_archived")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    [InlineData("missing_scope")]
    public async Task Slack_RefusingForGood_IsToldNothingAnyMore(string error)
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        head.Slack.Fails = _ => new(Error: error);
        Assert.Contains(error, Assert.IsType<Delivery.Gone>(await SendAsync(head)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_FailingForNow_IsAskedAgain()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        SlackFailure[] failures = [new(500), new(503, Body: "<html>"), new(Body: "no json"), new(Body: ""), new(302), new(Error: "internal_error"), new(Error: "service_unavailable"), new(AfterDone: true), new(Body: new string(' ', SlackClient.MostBytes + 1))];
        foreach (var failure in failures)
        {
            head.Slack.Fails = _ => failure;
            var failed = Assert.IsType<Delivery.Failed>(await SendAsync(head));
            Assert.DoesNotContain(FakeSlack.Token, failed.Reason, StringComparison.Ordinal);
        }

        // One of them was posted all the same: the next attempt posts it again, and nothing worse.
        head.Slack.Fails = null;
        Assert.IsType<Delivery.Delivered>(await SendAsync(head));
        Assert.Equal(2, head.Slack.Messages(head.Channel).Count);
    }

    [Fact]
    public async Task Slack_RefusingAPicture_GetsItInWords()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        head.Slack.Fails = call => call.Body["blocks"]!.AsArray().Any(block => block!.Text("type") == "image") ? new(Error: "invalid_blocks") : null;

        Assert.IsType<Delivery.Delivered>(await SendAsync(head, card: Card with { Blocks = [new CardBlock.Image("abc", "Portrait of Mara")] }));

        Assert.Equal(2, head.Slack.Calls.Count);
        Assert.StartsWith($"{SlackHead.PublicUrl}/pictures/p1/abc/", head.Slack.Calls[0].Body["blocks"]!.AsArray().Single(block => block!.Text("type") == "image")!.Text("image_url"), StringComparison.Ordinal);
        Assert.Contains("[Picture: Portrait of Mara]", SlackPerson.Words(head.Slack.Calls[1].Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_RefusingEveryForm_IsToldItNoMore()
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        head.Slack.Fails = _ => new(Error: "a_new_error");
        Assert.Contains("a_new_error", Assert.IsType<Delivery.Refused>(await SendAsync(head)).Reason, StringComparison.Ordinal);
        Assert.Equal(4, head.Slack.Calls.Count);
    }

    [Theory]
    [InlineData("message_not_found")]
    [InlineData("cant_update_message")]
    [InlineData("edit_window_closed")]
    public async Task Message_ThatIsGone_HasNothingToBeTold(string error)
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        head.Slack.Fails = _ => new(Error: error);
        var post = new Post("s1", DocumentId.Parse("ideas"), 1, DocumentStatus.AwaitingApproval, $"{new SlackReference(head.Channel, "1.2")}");
        Assert.IsType<Delivery.Delivered>(await ChannelOf(head).UpdateAsync(SubscriptionTo($"{FakeSlack.Team}/{head.Channel}"), post, Card, Ct));
        Assert.IsType<Delivery.Delivered>(await ChannelOf(head).UpdateAsync(SubscriptionTo($"{FakeSlack.Team}/{head.Channel}"), post with { Reference = "{" }, Card, Ct));
    }

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/x", true)]
    [InlineData("https://hooks.slack-gov.com/commands/T1/2/x", true)]
    [InlineData("http://hooks.slack.com/commands/T1/2/x", false)]
    [InlineData("https://hooks.slack.com:8443/commands", false)]
    [InlineData("https://hooks.slack.com.evil.example/commands", false)]
    [InlineData("https://hooks.slack.com@evil.example/", false)]
    [InlineData("https://user@hooks.slack.com/", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    [InlineData("http://127.0.0.1:1/", false)]
    public async Task ResponseUrl_OfSomebodyElse_IsNotAsked(string address, bool isOfSlack)
    {
        await using var head = await SlackHead.OpenAsync(fixture);
        Assert.Equal(isOfSlack, head.Get<SlackClient>().IsOfSlack(new(address)));
        if (!isOfSlack) Assert.False(await head.Get<SlackClient>().RespondAsync(address, new("x", []) { ReplaceOriginal = false }, Ct));
    }

    private static Card Card { get; } = new() { Title = "The Ferry", Lead = "Something happened." };

    private static INoticeChannel ChannelOf(SlackHead head) => head.Get<IEnumerable<INoticeChannel>>().Single(channel => channel.Kind == "slack");

    private static Subscription SubscriptionTo(string target) => new() { Id = "s1", Project = "p1", Kind = "slack", Target = target, By = "wren", CreatedAt = DateTimeOffset.UnixEpoch };

    private static Task<Delivery> SendAsync(SlackHead head, string? target = null, long sequence = 5, Card? card = null)
    {
        var entry = new JournalEntry(sequence, DateTimeOffset.UnixEpoch, "wren", "c", new FilmCompleted());
        return ChannelOf(head).SendAsync(SubscriptionTo(target ?? $"{FakeSlack.Team}/{head.Channel}"), new(WritingProject.None, new(NoticeTypes.FilmComplete, entry), card ?? Card, null), Ct);
    }
}
