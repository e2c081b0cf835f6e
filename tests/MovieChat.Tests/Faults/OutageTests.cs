using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Journey;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Local;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Web;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Faults;

/// <summary>A head with its front door, over a storage that answers 503 for a minute of its clock.</summary>
public sealed class OutageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly SwiftClock _clock = new(60);
    private readonly Outage _outage = new();
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private ModelDouble _model = null!;
    private FrontDoor _door = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The answer to the model's second call waits.</summary>
    public async ValueTask InitializeAsync()
    {
        var lane = await Lane.OpenAsync(azurite, Ct);
        _model = ModelDouble.Understudy((_, ct) => Interlocked.Increment(ref _calls) == 2 ? _answer.Task.WaitAsync(ct) : Task.CompletedTask);
        _door = await FrontDoor.OpenAsync(
            lane.Connect(_outage),
            services => services
                .AddSingleton<TimeProvider>(_clock)
                .AddSingleton<IChatClient>(_model)
                .AddSingleton<EmbeddedHost>()
                .AddSingleton<IProjectHost>(provider => provider.GetRequiredService<EmbeddedHost>())
                .AddHostedService(provider => provider.GetRequiredService<EmbeddedHost>()),
            ("MovieChat:Limits:RequestsPerSecond", "1000000"));
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        _model.Dispose();
    }

    [Fact]
    public async Task Outage_OfAMinute_LosesNothingAndIsToldAsSuch()
    {
        using var writer = await _door.WriterAsync();
        var decided = await _door.Owner.StartAsync();
        await UntilAsync(decided, "ideas", "awaitingApproval");
        var drafted = await _door.Owner.StartAsync();
        await Desk.UntilAsync(() => Task.FromResult(_calls == 2), "the ideas of the second project to be under way");

        _outage.IsOn = true;
        _answer.SetResult();
        for (var began = _clock.GetUtcNow(); _clock.GetUtcNow() - began < Minute;) await CheckRefusedAsync(writer, decided);
        _outage.IsOn = false;

        await Desk.UntilAsync(async () => (await ApproveAsync(decided)).StatusCode == HttpStatusCode.Accepted, "the decision to be taken");
        await UntilAsync(decided, "synopsis", "awaitingApproval");
        await UntilAsync(drafted, "ideas", "awaitingApproval");
        Assert.Equal(3, _calls);
        var entries = await new JournalTable(await azurite.ClientsAsync()).ReadAsync(decided.Id(), 0, Ct).ToListAsync(Ct);
        Assert.Single(entries, entry => entry.Event is DraftApproved);
        Assert.DoesNotContain(entries, entry => entry.Event is ProjectPaused or ProjectDeleted);
    }

    [Fact]
    public async Task Outage_NobodyAsking_IsMetWithFewRequests()
    {
        var project = await _door.Owner.StartAsync();
        await UntilAsync(project, "ideas", "awaitingApproval");
        await _door.Owner.StartAsync();
        await Desk.UntilAsync(() => Task.FromResult(_calls == 2), "the ideas of the second project to be under way");
        _outage.IsOn = true;
        _answer.SetResult();

        var began = _clock.GetUtcNow();
        await Desk.UntilAsync(() => Task.FromResult(_clock.GetUtcNow() - began > 5 * Minute), "five minutes to pass");

        Assert.InRange(_outage.Refused, 4, 100);
        _outage.IsOn = false;
    }

    /// <summary>What is in memory is told; what needs storage, and every write, is refused until it answers.</summary>
    private async Task CheckRefusedAsync(Visitor writer, string project)
    {
        var owner = _door.Owner;
        await CheckAsync(await owner.GetAsync("/api/projects"), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.GetAsync("/api/keys"), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.GetAsync("/healthz"), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await writer.GetAsync(project), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.GetAsync(project + "/journal"), HttpStatusCode.ServiceUnavailable);
        foreach (var place in (string[])["", "/documents/ideas", "/documents/ideas/drafts", "/documents/ideas/drafts/1", "/exports/fountain", "/exports/project.json"])
        {
            await CheckAsync(await owner.GetAsync(project + place), HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        }

        await CheckAsync(await ApproveAsync(project), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.PostAsync("/api/projects", new { title = "New" }, "new"), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.PostAsync("/api/keys", new { writer = "jon", name = "laptop" }), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.PostAsync(project + "/pause"), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.PostAsync(project + "/fork", new { title = "Fork" }), HttpStatusCode.ServiceUnavailable);
        await CheckAsync(await owner.DeleteAsync(project), HttpStatusCode.ServiceUnavailable);
    }

    private static async Task CheckAsync(HttpResponseMessage answer, params HttpStatusCode[] expected)
    {
        Assert.True(expected.Contains(answer.StatusCode), $"{(int)answer.StatusCode} of {answer.RequestMessage!.RequestUri}: {await answer.TextAsync()}");
        if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) return;
        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/healthz") Assert.NotNull(answer.Headers.RetryAfter);
    }

    private Task<HttpResponseMessage> ApproveAsync(string project) =>
        _door.Owner.PostAsync(project + "/documents/ideas/decisions", new { verb = "approve", draft = 1, option = 1 }, "approve");

    private Task UntilAsync(string project, string document, string status) =>
        Desk.UntilAsync(async () => (await _door.Owner.GetJsonAsync(project)).Document(document).Text("status") == status, $"{document} to be {status}");
}
