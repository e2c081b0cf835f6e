using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Web.Teams;
using MovieChat.Web.Teams.Access;

namespace MovieChat.Tests.Teams;

/// <summary>How long keys and tokens are kept.</summary>
public sealed class TeamsKeysTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly ServiceProvider _clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private TeamsCloud _cloud = null!;
    private TeamsSettings _settings = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IHttpClientFactory Clients => _clients.GetRequiredService<IHttpClientFactory>();

    public async ValueTask InitializeAsync()
    {
        _cloud = await TeamsCloud.StartAsync();
        _settings = new() { AppId = TeamsCloud.AppId, AppPassword = TeamsCloud.Secret, TenantId = TeamsCloud.Tenant, LoginUrl = _cloud.Address, OpenIdUrl = new(_cloud.Address, "/openid") };
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _clients.DisposeAsync();
    }

    [Fact]
    public async Task Keys_AskedForByMany_AreReadOnceADay()
    {
        using var keys = Keys();

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => keys.FindAsync("key-of-teams", Ct)));
        _clock.Advance(SigningKeys.Life - TimeSpan.FromMinutes(1));
        await keys.FindAsync("key-of-teams", Ct);
        Assert.Equal(1, _cloud.TimesAsked);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await keys.FindAsync("key-of-teams", Ct);

        Assert.DoesNotContain(null, found);
        Assert.Equal(2, _cloud.TimesAsked);
    }

    [Fact]
    public async Task Key_ThatIsNotKnown_IsAskedForOnceAnHour()
    {
        using var keys = Keys();
        Assert.Null(await keys.FindAsync("key-of-tomorrow", Ct));
        _cloud.Keys.Add(new("key-of-tomorrow", "msteams"));

        _clock.Advance(SigningKeys.Pause - TimeSpan.FromMinutes(1));
        Assert.Null(await keys.FindAsync("key-of-tomorrow", Ct));
        Assert.Equal(1, _cloud.TimesAsked);
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.NotNull(await keys.FindAsync("key-of-tomorrow", Ct));
    }

    [Fact]
    public async Task Keys_ThatCanNotBeReadAgain_AreUsedForFiveDays()
    {
        using var keys = Keys();
        Assert.NotNull(await keys.FindAsync("key-of-teams", Ct));
        await _cloud.DisposeAsync();

        _clock.Advance(TimeSpan.FromDays(4));
        Assert.NotNull(await keys.FindAsync("key-of-teams", Ct));
        _clock.Advance(TimeSpan.FromDays(2));

        await Assert.ThrowsAsync<SigningKeysException>(() => keys.FindAsync("key-of-teams", Ct));
    }

    [Fact]
    public async Task Token_AskedForByMany_IsGivenOnceAndKeptUntilShortlyBeforeItExpires()
    {
        using var tokens = new BotTokens(Clients, _settings, _clock);

        var given = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.FindAsync(Ct)));
        _clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal(given[0], await tokens.FindAsync(Ct));
        _clock.Advance(TimeSpan.FromMinutes(2));
        var next = await tokens.FindAsync(Ct);

        Assert.Single(given.Distinct());
        Assert.NotEqual(given[0], next);
    }

    [Fact]
    public async Task Token_WithAWrongSecret_NamesTheSettingAndNotTheSecret()
    {
        using var tokens = new BotTokens(Clients, _settings with { AppPassword = "not-the-secret" }, _clock);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => tokens.FindAsync(Ct));

        Assert.Contains("MovieChat__Teams__AppPassword", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", $"{refused}", StringComparison.Ordinal);
    }

    private SigningKeys Keys() => new(Clients, _settings, _clock, NullLogger<SigningKeys>.Instance);
}
