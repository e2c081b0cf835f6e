using System.Net;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Storage;
using MovieChat.Tests.Local;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Teams;

/// <summary>What becomes of what is told in Teams.</summary>
[Collection(TeamsTests.Name)]
public sealed class TeamsChannelTests(TeamsStage stage)
{
    private static readonly Card s_card = new() { Title = "The Ferry", Lead = "Something happened." };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private INoticeChannel Channel => stage.Head.Get<IEnumerable<INoticeChannel>>().Single(channel => channel.Kind == "teams");

    [Fact]
    public void Channel_OfTeams_TellsAllButAnswersOfChats()
    {
        Assert.True(Channel.KeepsPosts);
        Assert.Equal([.. NoticeTypes.All.Where(type => type != NoticeTypes.ChatAnswered)], Channel.UsualEvents);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "7", 7)]
    [InlineData(HttpStatusCode.TooManyRequests, null, null)]
    [InlineData(HttpStatusCode.PreconditionFailed, null, null)]
    [InlineData(HttpStatusCode.BadGateway, null, null)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "3", 3)]
    public async Task Message_ThatIsNotTakenForNow_Failed(HttpStatusCode status, string? retryAfter, int? seconds)
    {
        using var user = await stage.WriterAsync();
        stage.Cloud.AnswerNext(user.Conversation, status, retryAfter);

        var failed = Assert.IsType<Delivery.Failed>(await SendAsync(user));

        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, failed.RetryAfter);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task Message_ThatIsNeverTaken_IsRefused(HttpStatusCode status)
    {
        using var user = await stage.WriterAsync();
        stage.Cloud.AnswerNext(user.Conversation, status);

        Assert.Contains($"{(int)status}", Assert.IsType<Delivery.Refused>(await SendAsync(user)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, """{"error":{"code":"MessageWritesBlocked"}}""")]
    [InlineData(HttpStatusCode.NotFound, """{"error":{"code":"ConversationNotFound"}}""")]
    public async Task Message_ToAConversationThatIsClosed_IsGone(HttpStatusCode status, string body)
    {
        using var user = await stage.WriterAsync();
        stage.Cloud.AnswerNext(user.Conversation, status, null, body);

        Assert.IsType<Delivery.Gone>(await SendAsync(user));
        stage.Cloud.AnswerNext(user.Conversation, status, null, body);
        Assert.IsType<Delivery.Gone>(await UpdateAsync(user, $"1 {user.Conversation}"));
    }

    [Fact]
    public async Task Message_ThatSomebodyDeleted_IsNotChanged()
    {
        using var user = await stage.WriterAsync();
        stage.Cloud.AnswerNext(user.Conversation, HttpStatusCode.NotFound, null, """{"error":{"code":"ActivityNotFoundInConversation"}}""");

        Assert.IsType<Delivery.Delivered>(await UpdateAsync(user, $"1 {user.Conversation}"));
    }

    [Fact]
    public async Task Message_WithATokenThatIsRefused_IsSentWithAnotherOne()
    {
        using var user = await stage.WriterAsync();
        var before = stage.Cloud.Tokens.Count;
        stage.Cloud.AnswerNext(user.Conversation, HttpStatusCode.Unauthorized);

        Assert.IsType<Delivery.Delivered>(await SendAsync(user));

        Assert.Equal(before + 1, stage.Cloud.Tokens.Count);
    }

    [Fact]
    public async Task Message_AfterTheServiceAddressChanged_GoesToTheNewest()
    {
        using var user = await stage.WriterAsync();
        var moved = user.Message("help");
        moved["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
        using var taken = await user.SendAsync(moved.ToJsonString(), stage.Cloud.Token(each => each.Claims = new Dictionary<string, object> { ["serviceurl"] = "https://smba.trafficmanager.net/amer/" }));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);

        await SendAsync(user);

        Assert.Contains(stage.Cloud.Calls, call => call.Conversation == user.Conversation && call.Region == "amer" && call.Body.ToJsonString().Contains("Something happened.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_OnceTheBotWasRemoved_IsGoneUntilItIsBack()
    {
        using var user = await stage.WriterAsync();
        var removed = user.Activity("installationUpdate");
        removed["action"] = "remove";

        await user.SendAsync(removed);

        await Desk.UntilAsync(async () => await SendAsync(user) is Delivery.Gone, "the conversation to be forgotten");
        await user.SayAsync("help");
        Assert.IsType<Delivery.Delivered>(await SendAsync(user));
    }

    [Fact]
    public async Task Subscription_ThatWasGone_IsToldAgainOnceTheFilmIsOpenedThere()
    {
        using var user = await stage.WriterAsync();
        await user.SayAsync("new The Bell: it rings by itself");
        var ideas = await user.UntilShownAsync("Draft 1 of the ideas is ready");
        var project = TeamsStoryTests.ProjectOf(ideas);
        var id = Subscriptions.IdOf("teams", $"{TeamsCloud.Tenant}/{user.Conversation}");
        var progress = stage.Head.Get<SubscriptionTable>();

        stage.Cloud.AnswerNext(user.Conversation, HttpStatusCode.Forbidden);
        await stage.Head.Owner.PostAsync($"/api/projects/{project}/documents/ideas/decisions", new { verb = "approve", draft = 1, option = 1 });
        await Desk.UntilAsync(async () => (await progress.ProgressAsync(project, id, Ct))?.Progress.Disabled is not null, "the subscription to be disabled");
        await user.SayAsync($"open {project}");

        await user.UntilShownAsync("Draft 1 of the synopsis is ready");
        await Desk.UntilAsync(async () => (await progress.ProgressAsync(project, id, Ct))?.Progress.Disabled is null, "the subscription to be told again");
        await user.UntilAsync(message => message.Id == ideas.Id && message.Changes > 0, "the card to be changed");
    }

    private static Subscription SubscriptionOf(TeamsUser user) =>
        new() { Id = "s", Project = "p", Kind = "teams", Target = $"{TeamsCloud.Tenant}/{user.Conversation}", By = "owner", CreatedAt = TimeProvider.System.GetUtcNow() };

    private async Task<Delivery> SendAsync(TeamsUser user)
    {
        var key = await (await stage.Head.Owner.PostAsync("/api/projects", new { title = "The Ferry", brief = Json.Brief })).ReadAsync(HttpStatusCode.Created);
        var film = (await stage.Head.Get<IProjectHost>().FindAsync(key.Text("id"), Ct))!;
        return await Channel.SendAsync(SubscriptionOf(user), new(film, null!, s_card, null), Ct);
    }

    private Task<Delivery> UpdateAsync(TeamsUser user, string reference) =>
        Channel.UpdateAsync(SubscriptionOf(user), new("s", DocumentId.Parse("ideas"), 1, DocumentStatus.AwaitingApproval, reference), s_card, Ct);
}
