using System.Net;
using Microsoft.Extensions.Options;
using MovieChat.Tests.Shared;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Notices.Webhooks;

namespace MovieChat.Tests.Notices.Webhooks;

public sealed class WebhookRoadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ftp://example.com/", "https://")]
    [InlineData("http://example.com/", "https://")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("https://user:secret@example.com/", "user or password")]
    [InlineData("https://127.0.0.1/", "this machine")]
    [InlineData("https://localhost/", "this machine")]
    [InlineData("https://film.localhost/", "this machine")]
    [InlineData("https://[::1]/", "this machine")]
    [InlineData("https://0177.0.0.1/", "this machine")]
    [InlineData("https://2130706433/", "this machine")]
    [InlineData("https://10.0.0.1/", "public internet")]
    [InlineData("https://169.254.169.254/metadata/instance", "public internet")]
    [InlineData("https://[fd00:ec2::254]/", "public internet")]
    [InlineData("https://[::ffff:10.0.0.1]/", "public internet")]
    public void Address_ThatNothingIsSentTo_IsRefusedWithTheReason(string address, string reason) =>
        Assert.Contains(reason, Road(false).WhyNot(new(address)), StringComparison.Ordinal);

    [Fact]
    public void Address_OfTheInternet_IsTaken() => Assert.Null(Road(false).WhyNot(new("https://example.com:8443/hooks/film?to=me")));

    [Theory]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("http://example.com/", false)]
    public void Address_WithLoopbackAllowed_IsTakenOnThisMachineAlone(string address, bool isTaken) => Assert.Equal(isTaken, Road(true).WhyNot(new(address)) is null);

    /// <summary>What a name leads to is looked at when it is connected to: whatever it led to before.</summary>
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Connection_ToALoopbackAddress_IsRefusedAndNothingIsSent(string host)
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return Task.CompletedTask;
        });
        using var client = new HttpClient(Road(false).Handler());

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://{host}:{new Uri(server.Address).Port}/"), Ct));

        Assert.IsType<ForbiddenAddressException>(failed.InnerException);
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("127.0.0.1, 10.0.0.1")]
    [InlineData("169.254.169.254, 127.0.0.1")]
    [InlineData("::ffff:192.168.0.1, 127.0.0.1")]
    [InlineData("")]
    public async Task Connection_ToANameThatLeadsInsideAsWell_IsRefused(string addresses)
    {
        await using var server = await LoopbackServer.StartAsync(_ => throw new InvalidOperationException("Nothing was to be sent."));
        IPAddress[] found = [.. addresses.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];
        using var client = new HttpClient(Road(true, _ => found).Handler());

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://hook.localhost:{new Uri(server.Address).Port}/"), Ct));

        Assert.IsType<ForbiddenAddressException>(failed.InnerException);
    }

    /// <summary>The address that was looked at is the one that is connected to, and a later connection is looked at again.</summary>
    [Fact]
    public async Task Name_ThatLeadsElsewhereAMomentLater_IsOfNoUse()
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        using var client = new HttpClient(Road(true, _ => [IPAddress.Parse(++asked == 1 ? "127.0.0.1" : "10.0.0.1")]).Handler());
        var address = new Uri($"http://hook.localhost:{new Uri(server.Address).Port}/");

        using var answer = await client.GetAsync(address, Ct);
        Assert.Equal((200, 1), ((int)answer.StatusCode, asked));

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address, Ct));
        Assert.IsType<ForbiddenAddressException>(failed.InnerException);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Redirect_ToWherever_IsNotFollowed()
    {
        var asked = new List<string>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            lock (asked) asked.Add(context.Request.Path);
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var client = new HttpClient(Road(true).Handler());

        using var response = await client.GetAsync(new Uri($"{server.Address}/hook"), Ct);

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal(["/hook"], asked);
    }

    /// <param name="resolve">What names lead to; the system's own answer, if it is left out.</param>
    private static WebhookRoad Road(bool allowsLoopback, Func<string, IPAddress[]>? resolve = null)
    {
        var options = Options.Create(new NoticeOptions { AllowLoopback = allowsLoopback });
        return resolve is null ? new(options) : new(options) { Resolve = (host, _) => Task.FromResult(resolve(host)) };
    }
}
