using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Tests.Models;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Web;

/// <summary>How long an approval link lasts, and that nobody reads it elsewhere.</summary>
public sealed class LinkLifeTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly KeptLog _log = new();
    private FrontDoor _door = null!;
    private Visitor _writer = null!, _nobody = null!;

    public async ValueTask InitializeAsync()
    {
        _door = await FrontDoor.OpenAsync(
            await azurite.ClientsAsync(),
            services => services.AddSingleton<TimeProvider>(_clock).AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace)),
            ("MovieChat:PublicUrl", "https://film.example"));
        (_writer, _nobody) = (await _door.WriterAsync(), _door.Client(null));
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _nobody.Dispose();
        await _door.DisposeAsync();
    }

    [Fact]
    public async Task Link_WhenItsHoursAreOver_DecidesNothing()
    {
        var (project, link) = await LinkAsync(hours: 1);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await _nobody.GetAsync(link)).StatusCode);

        _clock.Advance(TimeSpan.FromMinutes(2));

        var shown = await _nobody.GetAsync(link);
        var decided = await _nobody.SendAsync(HttpMethod.Post, link, Approval());
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (shown.StatusCode, decided.StatusCode));
        Assert.Contains("expired", await shown.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("awaitingApproval", (await _writer.GetJsonAsync($"{project}/documents/ideas")).Text("status"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2_161)]
    public async Task Link_ForAnImpossibleTime_IsNotMade(int hours)
    {
        var project = await IdeasAsync();

        var refused = await (await _writer.PostAsync($"{project}/documents/ideas/links", new { hours })).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid-value");

        Assert.Contains("2160", refused.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_StandsInNoLog()
    {
        var (_, link) = await LinkAsync(hours: 1);
        await _nobody.GetAsync(link);
        await _nobody.SendAsync(HttpMethod.Post, link, Approval());
        await _nobody.GetAsync(link);

        Assert.Contains("/a/{token}", _log.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { link.Split('/')[^1], link.Split('.')[^1], _writer.Key! }) Assert.DoesNotContain(secret, _log.Text, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Approval() => new([KeyValuePair.Create("verb", "approve"), KeyValuePair.Create("option", "1")]);

    private async Task<string> IdeasAsync()
    {
        var project = await _writer.StartAsync();
        await _door.WorkAsync(project.Split('/')[^1]);
        return project;
    }

    private async Task<(string Project, string Link)> LinkAsync(int hours)
    {
        var project = await IdeasAsync();
        var link = await (await _writer.PostAsync($"{project}/documents/ideas/links", new { hours })).ReadAsync(HttpStatusCode.Created);
        return (project, new Uri(link.Text("url")).AbsolutePath);
    }
}
