using System.Diagnostics;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows.Projects;
using MovieChat.Workflows.Telemetry;

namespace MovieChat.Tests.Telemetry;

[Collection(Listening.Alone)]
public sealed class CommandSpanTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Request = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private Workshop _workshop = null!;

    public async ValueTask InitializeAsync() => _workshop = await Workshop.OpenAsync(azurite);

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Order_WhileNobodyTraces_HasNoTrace()
    {
        using var request = new Activity("a request").SetParentId(Request).Start();

        var film = await _workshop.BeginAsync("brief");

        Assert.Null(Assert.Single(film.Owed()).Trace);
    }

    [Fact]
    public async Task Order_OfADecisionInARequest_IsKeptWithTheDecisionsSpan()
    {
        using var signals = new KeptSignals();
        using var request = new Activity("a request").SetParentId(Request).Start();

        var film = await _workshop.BeginAsync("brief");

        var span = Assert.Single(signals.Spans);
        Assert.Equal(("command start_project", ActivityKind.Internal, request.Id), (span.DisplayName, span.Kind, span.ParentId));
        Assert.Equal((film.Id, "accepted", film.Revision), (span.GetTagItem("moviechat.project"), span.GetTagItem("moviechat.outcome"), span.GetTagItem("moviechat.revision")));
        Assert.Equal(span.Id, Assert.Single((await _workshop.FoldAsync(film.Id)).Owed()).Trace);
    }

    [Fact]
    public async Task Wake_WhileSomebodyLooksAtTheProject_IsARootOfItsOwn()
    {
        var film = await _workshop.BeginAsync("brief");
        using var signals = new KeptSignals();
        using var request = new Activity("a request").SetParentId(Request).Start();

        await _workshop.Journal.AdvanceAsync(film.Id, film, new WakeProject { Id = "wake", By = "service" }, Workshop.Ct);

        var span = Assert.Single(signals.Spans);
        Assert.Equal(("command wake_project", null, "unchanged"), (span.DisplayName, span.ParentId, span.GetTagItem("moviechat.outcome")));
        Assert.Same(request, Activity.Current);
    }

    [Fact]
    public async Task Command_Refused_TellsWhyInAWord()
    {
        var film = await _workshop.BeginAsync("brief");
        using var signals = new KeptSignals();

        await _workshop.Journal.AdvanceAsync(film.Id, film, new Approve(1) { Id = "early", By = "wren", Document = DocumentId.Plot, Draft = 3 }, Workshop.Ct);

        var measured = Assert.Single(signals.Measurements);
        Assert.Equal("moviechat.command.duration", measured.Name);
        Assert.Equal(("approve", "rejected", RejectionKinds.StaleDecision), (measured.Tags["moviechat.command"], measured.Tags["moviechat.outcome"], measured.Tags["moviechat.rejection"]));
        Assert.Equal("plot", Assert.Single(signals.Spans).GetTagItem("moviechat.document"));
    }

    [Fact]
    public async Task Append_IsMeasuredByWhatBecameOfIt()
    {
        var film = await _workshop.BeginAsync("brief");
        await _workshop.Journal.AdvanceAsync(film.Id, film, new PauseProject { Id = "first", By = "wren" }, Workshop.Ct);
        using var signals = new KeptSignals();

        await _workshop.Journal.AdvanceAsync(film.Id, film, new ChangeBudget(5, 5) { Id = "second", By = "wren" }, Workshop.Ct);

        Assert.Equal(["sequence_taken", "appended"], signals.Measurements.Where(each => each.Name == "moviechat.append.duration").Select(each => each.Tags["moviechat.outcome"]));
    }

    /// <summary>What storage answers is in the exception's message, and what was sent may be in the answer.</summary>
    [Fact]
    public async Task Storage_ThatFails_IsCountedByAttemptAndNotQuoted()
    {
        var troubles = new Local.Troubles { Failing = _ => true };
        var clients = await azurite.ConnectAsync(new StorageMetrics(), troubles);
        var journal = new ProjectJournal(new JournalTable(clients), new SnapshotBlobs(clients), TimeProvider.System);
        using var signals = new KeptSignals();

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => journal.AdvanceAsync(
            Samples.Project(), WritingProject.None, new StartProject("film", "The Ferry", Budget.Of(1, 1), DocumentMap<Draft>.Empty) { Id = "begin", By = "wren" }, Workshop.Ct));

        var span = Assert.Single(signals.Spans);
        Assert.Equal((ActivityStatusCode.Error, null, failed.GetType().Name), (span.Status, span.StatusDescription, span.GetTagItem("error.type")));
        Assert.Empty(span.Events);
        Assert.Equal("failed", Assert.Single(signals.Measurements, each => each.Name == "moviechat.append.duration").Tags["moviechat.outcome"]);
        var attempts = signals.Measurements.Where(each => each.Name == "moviechat.storage.failures").ToArray();
        Assert.NotEmpty(attempts);
        Assert.All(attempts, attempt => Assert.Equal("POST", attempt.Tags["http.request.method"]));
        Assert.Equal(attempts.Length - 1, signals.Measurements.Count(each => each.Name == "moviechat.storage.retries"));
    }
}
