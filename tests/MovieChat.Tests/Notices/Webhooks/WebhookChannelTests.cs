using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Tests.Shared;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Notices.Webhooks;

namespace MovieChat.Tests.Notices.Webhooks;

public sealed class WebhookChannelTests : IAsyncLifetime
{
    private static string NewSecret() => WebhookSecrets.Of(RandomNumberGenerator.GetBytes(32));

    private static readonly DateTimeOffset s_at = new(2026, 11, 3, 9, 30, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .Configure<NoticeOptions>(options => options.AllowLoopback = true)
        .AddWebhooks()
        .BuildServiceProvider();

    private WebhookReceiver _receiver = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private INoticeChannel Channel => _services.GetRequiredService<INoticeChannel>();

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Theory]
    [InlineData("Two words")]
    [InlineData("Ünïcödé, 東京, 🎬, \u2028 and \"quotes\"")]
    public async Task Webhook_AsItIsSent_IsVerifiedByThePublicLibrary(string title)
    {
        var secret = NewSecret();

        Assert.IsType<Delivery.Delivered>(await Channel.SendAsync(Subscription(new SigningSecret(secret, null)), Telling(title), Ct));

        var sent = Assert.Single(_receiver.Received);
        Assert.Equal("POST", sent.Method);
        Assert.Equal("application/json", sent.Headers["Content-Type"].Split(';')[0]);
        Assert.Equal(title, (string?)sent.Data["title"]);
        Assert.Equal("2026-11-03T09:30:00Z", (string?)sent.Json["timestamp"]);
        string[] expected = ["verified", "No matching signature found", "No matching signature found"];
        Assert.Equal(expected, await PublicVerifier.VerifyAsync(Ct, (secret, sent), (NewSecret(), sent), (secret, sent with { Body = sent.Body + " " })));
    }

    /// <summary>About one connection in 150 breaks at a moment that the runtime tells by an exception of the socket itself.</summary>
    [Fact]
    public async Task Connection_ThatBreaksAtAnyMoment_IsAFailedDelivery()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(512);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var breaking = BreakAsync(listener, end.Token);
        var subscription = Subscription(new SigningSecret(NewSecret(), null)) with { Target = $"http://{listener.LocalEndpoint}/" };

        for (var attempt = 0; attempt < 1_500; attempt++)
        {
            Assert.Equal(new Delivery.Failed("'127.0.0.1' can not be reached."), await Channel.SendAsync(subscription, Telling("Two words"), Ct));
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => breaking);
    }

    [Fact]
    public async Task Webhook_OfALargeDraft_IsVerifiedAsWell()
    {
        var secret = NewSecret();
        var telling = Telling("Long") with { Options = [new(1, new JsonObject { ["beginning"] = new string('é', 80_000) }.ToJsonString())] };

        await Channel.SendAsync(Subscription(new SigningSecret(secret, null)), telling, Ct);

        var sent = Assert.Single(_receiver.Received);
        Assert.True(sent.Body.Length > 80_000);
        Assert.Equal(["verified"], await PublicVerifier.VerifyAsync(Ct, (secret, sent)));
    }

    [Fact]
    public async Task Webhook_OfADraftLargerThanAReceiverTakes_LeavesItsTextsOut()
    {
        var telling = Telling("Long") with { Options = [new(1, new JsonObject { ["beginning"] = new string('x', WebhookBody.MostBytes) }.ToJsonString())] };

        await Channel.SendAsync(Subscription(new SigningSecret(NewSecret(), null)), telling, Ct);

        var sent = Assert.Single(_receiver.Received);
        Assert.Null(sent.Data["options"]);
        Assert.Equal("ideas", (string?)sent.Data["document"]);
    }

    [Fact]
    public async Task Secrets_DuringARotation_BothVerify()
    {
        var (old, next, gone) = (NewSecret(), NewSecret(), NewSecret());
        var now = DateTimeOffset.UtcNow;
        var secrets = WebhookSecrets.Rotated(WebhookSecrets.Rotated([new(gone, null)], old, now), next, now);

        await Channel.SendAsync(Subscription([.. secrets]), Telling("The Ferry"), Ct);

        var sent = Assert.Single(_receiver.Received);
        Assert.Equal(["verified", "verified", "No matching signature found"], await PublicVerifier.VerifyAsync(Ct, (next, sent), (old, sent), (gone, sent)));
    }

    [Fact]
    public async Task Secret_OfBefore_SignsNoMoreAfterItsTime()
    {
        var (old, next) = (NewSecret(), NewSecret());
        var secrets = WebhookSecrets.Rotated([new(old, null)], next, DateTimeOffset.UtcNow - WebhookSecrets.Overlap);

        await Channel.SendAsync(Subscription([.. secrets]), Telling("The Ferry"), Ct);

        var sent = Assert.Single(_receiver.Received);
        Assert.Equal(["verified", "No matching signature found"], await PublicVerifier.VerifyAsync(Ct, (next, sent), (old, sent)));
    }

    [Fact]
    public async Task Id_OfAnEvent_IsTheSameInEveryAttempt()
    {
        var subscription = Subscription(new SigningSecret(NewSecret(), null));

        await Channel.SendAsync(subscription, Telling("The Ferry"), Ct);
        await Channel.SendAsync(subscription, Telling("The Ferry"), Ct);

        Assert.Equal(["msg_film7_hook1_4"], _receiver.Received.Select(sent => sent.Headers["webhook-id"]).Distinct());
    }

    [Theory]
    [InlineData(200, typeof(Delivery.Delivered))]
    [InlineData(299, typeof(Delivery.Delivered))]
    [InlineData(301, typeof(Delivery.Failed))]
    [InlineData(400, typeof(Delivery.Failed))]
    [InlineData(410, typeof(Delivery.Gone))]
    [InlineData(429, typeof(Delivery.Failed))]
    [InlineData(503, typeof(Delivery.Failed))]
    public async Task Answer_OfAStatus_MeansWhatItMeans(int status, Type expected)
    {
        _receiver.Answer(status);

        Assert.IsType(expected, await Channel.SendAsync(Subscription(), Telling("The Ferry"), Ct));
    }

    [Fact]
    public async Task Answer_ThatAsksToWait_IsHeard()
    {
        _receiver.Answer(429, "120");

        var failed = Assert.IsType<Delivery.Failed>(await Channel.SendAsync(Subscription(), Telling("The Ferry"), Ct));

        Assert.Equal(TimeSpan.FromMinutes(2), failed.RetryAfter);
    }

    [Fact]
    public async Task Receiver_ThatIsNotThere_MayComeBack()
    {
        var subscription = Subscription();
        await _receiver.DisposeAsync();

        var failed = Assert.IsType<Delivery.Failed>(await Channel.SendAsync(subscription, Telling("The Ferry"), Ct));

        Assert.Equal("'127.0.0.1' can not be reached.", failed.Reason);
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("whsec_", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_not base64 at all, not at all!!", false)]
    public void Secret_OfTheSpecification_IsPossible(string secret, bool isPossible) => Assert.Equal(isPossible, WebhookSecrets.IsPossible(secret));

    private Subscription Subscription(params SigningSecret[] secrets) => new()
    {
        Id = "hook1",
        Project = "film7",
        Kind = "webhook",
        Target = _receiver.Address,
        Events = [.. NoticeTypes.All],
        Secrets = secrets.Length > 0 ? [.. secrets] : [new(NewSecret(), null)],
        By = "wren",
        CreatedAt = s_at,
    };

    private static Telling Telling(string title)
    {
        var project = new WritingProject { Id = "film7", Title = title };
        var entry = new JournalEntry(4, s_at, WritingProject.Service, "ideas@1", new DraftFailed(1, new() { Verb = Verb.Write }, new("refused", "No.", "Soften it."), Usage.None) { Document = DocumentId.Ideas });
        return new(project, Notice.Of(entry)!, new() { Title = title, Lead = "The ideas could not be drafted." }, null);
    }

    /// <summary>Takes every connection and breaks it at once.</summary>
    private static async Task BreakAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var socket = await listener.AcceptSocketAsync(cancellationToken);
            socket.LingerState = new(true, 0);
        }
    }
}
