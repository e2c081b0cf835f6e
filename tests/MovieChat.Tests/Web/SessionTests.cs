using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

public sealed class SessionTests(AzuriteFixture azurite) : WebTests(azurite)
{
    private const string Header = "X-Movie-Chat";

    [Fact]
    public async Task Session_BegunWithAKey_IsACookieThatNoScriptAndNoOtherSiteCanUse()
    {
        var answer = await Writer.PostAsync("/api/session");

        var session = await answer.ReadAsync(HttpStatusCode.OK);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches("^movie-chat-[0-9a-f]{8}=", cookie);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(Writer.Key!, cookie, StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.Parse(session.Text("until"), null) - DateTimeOffset.UtcNow, TimeSpan.FromDays(29), TimeSpan.FromDays(31));
    }

    [Fact]
    public async Task Session_BehindWhatEndsTls_IsSecure()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var answer = await Writer.BeginAsync(request);

        Assert.Contains("; secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OpensWhatItsKeyOpens()
    {
        var project = await Writer.StartAsync();
        using var browser = await BrowserAsync(Writer);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(project)).StatusCode);
        Assert.Equal((await Writer.GetJsonAsync("/api/session")).Text("writer"), (await browser.GetJsonAsync("/api/session")).Text("writer"));
        await (await browser.GetAsync("/api/keys")).ProblemAsync(HttpStatusCode.Forbidden, "owner-only");
    }

    [Fact]
    public async Task Session_OfTheOwner_IsTheOwners()
    {
        using var browser = await BrowserAsync(Door.Owner);

        Assert.True((bool)(await browser.GetJsonAsync("/api/session"))["isOwner"]!);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/keys")).StatusCode);
    }

    [Fact]
    public async Task Write_ByASession_NeedsWhatNoOtherPageCanSend()
    {
        using var browser = await BrowserAsync(Writer);

        await (await browser.PostAsync("/api/projects", new { title = "The Kite" })).ProblemAsync(HttpStatusCode.Forbidden, "foreign-request");
        await (await browser.DeleteAsync("/api/session")).ProblemAsync(HttpStatusCode.Forbidden, "foreign-request");
        Assert.Empty((await Writer.GetJsonAsync("/api/projects"))["items"]!.AsArray());

        browser.Always(Header, "studio");
        await (await browser.PostAsync("/api/projects", new { title = "The Kite" })).ReadAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Write_ByAKeyBesideACookie_NeedsNoHeader()
    {
        Writer.Always("Cookie", "movie-chat-1=owner.1.x");

        await (await Writer.PostAsync("/api/projects", new { title = "The Kite" })).ReadAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Session_OfARevokedKey_OpensNothing()
    {
        using var browser = await BrowserAsync(Writer);

        Assert.Equal(HttpStatusCode.NoContent, (await Door.Owner.DeleteAsync($"/api/keys/{Writer.KeyId}")).StatusCode);

        await (await browser.GetAsync("/api/session")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Session_Ended_TakesItsCookieBack()
    {
        using var browser = await BrowserAsync(Writer);
        browser.Always(Header, "studio");

        var answer = await browser.DeleteAsync("/api/session");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("max-age=0", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_AfterItsTime_OpensNothing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var door = await FrontDoor.OpenAsync(await Azurite.ClientsAsync(), services => services.AddSingleton<TimeProvider>(clock));
        using var browser = await BrowserAsync(door.Owner, door);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/session")).StatusCode);

        clock.Advance(TimeSpan.FromDays(31));

        await (await browser.GetAsync("/api/session")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Session_OfAnotherOwnerKey_OpensNothing()
    {
        await using var before = await FrontDoor.OpenAsync(await Azurite.ClientsAsync());
        var (value, name) = ((await CookieAsync(before.Owner)).Split('=', 2)[1], (await CookieAsync(Door.Owner)).Split('=', 2)[0]);
        using var browser = Door.Client(null);
        browser.Always("Cookie", $"{name}={value}");

        await (await browser.GetAsync("/api/session")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Theory]
    [InlineData("")]
    [InlineData("owner")]
    [InlineData("owner.99999999999.")]
    [InlineData("owner.x.y")]
    [InlineData("..")]
    [InlineData("owner.99999999999999999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Session_ThatWasMadeUp_OpensNothing(string token)
    {
        using var browser = Door.Client(null);
        browser.Always("Cookie", $"{(await CookieAsync(Door.Owner)).Split('=', 2)[0]}={token}");

        await (await browser.GetAsync("/api/projects")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Session_ChangedInAnyPlace_OpensNothing()
    {
        var cookie = await CookieAsync(Door.Owner);
        foreach (var place in new[] { cookie.IndexOf('=') + 1, cookie.IndexOf('.') + 1, cookie.Length - 20 })
        {
            using var browser = Door.Client(null);
            var changed = cookie[..place] + (cookie[place] == 'a' ? 'b' : 'a') + cookie[(place + 1)..];
            browser.Always("Cookie", changed);
            await (await browser.GetAsync("/api/projects")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        }
    }

    private Task<Visitor> BrowserAsync(Visitor who) => BrowserAsync(who, Door);

    private static async Task<Visitor> BrowserAsync(Visitor who, FrontDoor door)
    {
        var browser = door.Client(null);
        browser.Always("Cookie", await CookieAsync(who));
        return browser;
    }

    /// <summary>The cookie of a new session, as a browser sends it.</summary>
    private static async Task<string> CookieAsync(Visitor who)
    {
        var answer = await who.PostAsync("/api/session");
        await answer.ReadAsync(HttpStatusCode.OK);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
