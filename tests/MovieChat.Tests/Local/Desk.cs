using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MovieChat.Core.Journey;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Local;

/// <summary>An embedded head in this process, without its front door: its engine over a storage of its own, and a writer who uses it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private int _decisions;

    private Desk(StorageClients clients, ModelDouble model, RuntimeOptions options, TimeProvider clock, ReminderPlan plan, INoticeChannel[] surfaces)
    {
        Workshop = new(clients, model);
        (Active, Due) = (new(clients), new(clients));
        var work = Workshop.WorkBy(clock);
        var journal = new ProjectJournal(Workshop.Table, Workshop.Snapshots, clock);
        Host = new(journal, Workshop.End, Active, Due, Workshop.Projects, work, plan, Workshop.NoticesBy(clock, surfaces), clients, Options.Create(options), clock, NullLogger<EmbeddedHost>.Instance);
    }

    public Workshop Workshop { get; }

    public ActiveTable Active { get; }

    public DueTable Due { get; }

    public EmbeddedHost Host { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="troubles">What stands between the head and its storage.</param>
    public static async Task<Desk> OpenAsync(
        AzuriteFixture azurite, ModelDouble? model = null, RuntimeOptions? options = null, HttpPipelinePolicy? troubles = null, TimeProvider? clock = null, ReminderPlan? plan = null, params INoticeChannel[] surfaces)
    {
        await azurite.ClientsAsync();
        var desk = new Desk(await azurite.ConnectAsync(troubles is null ? [] : [troubles]), model ?? ModelDouble.Understudy(), options ?? new(), clock ?? TimeProvider.System, plan ?? ReminderPlan.Usual, surfaces);
        await desk.Host.StartAsync(Ct);
        return desk;
    }

    /// <summary>Begins a project of which the brief is approved, so that ideas are owed.</summary>
    public async Task<string> BeginAsync(string? id = null)
    {
        id ??= Samples.Project();
        var start = new Dictionary<string, System.Text.Json.JsonElement> { ["brief"] = Workshop.Element(GoodFilm.Brief) };
        var intake = await Workshop.Start.PrepareAsync(id, new() { Title = "The Ferry", Start = start }, Budget.Of(1_000_000, 10), Workshop.Writer, $"begin {id}", Ct);
        await SubmitAsync(id, Assert.IsType<Intake.Ready>(intake).Command);
        return id;
    }

    public async Task<WritingProject> SubmitAsync(string project, Command command)
    {
        var advance = await Host.SubmitAsync(project, command, Ct);
        Assert.Null(advance.Rejection);
        return advance.Project;
    }

    public Task<WritingProject> ApproveAsync(string project, string document, int draft, int? option = 1) =>
        SubmitAsync(project, new Approve(option) { Id = $"approve {++_decisions}", By = Workshop.Writer, Document = DocumentId.Parse(document), Draft = draft });

    public Task<WritingProject> PauseAsync(string project) => SubmitAsync(project, new PauseProject { Id = $"pause {++_decisions}", By = Workshop.Writer });

    /// <summary>Writes a document by hand.</summary>
    public async Task<WritingProject> EditAsync(string project, string document, System.Text.Json.Nodes.JsonObject content)
    {
        var known = (await Host.FindAsync(project, Ct))!;
        var intake = await Workshop.PrepareAsync(known, document, new() { Verb = "edit", Content = Workshop.Element(content) });
        return await SubmitAsync(project, Assert.IsType<Intake.Ready>(intake).Command);
    }

    public Task<WritingProject> UntilAsync(string project, string document, DocumentStatus status) =>
        UntilAsync(project, found => new FilmGraph(found) is var graph && graph.Has(DocumentId.Parse(document)) && graph.Status(DocumentId.Parse(document)) == status, $"{document} to be {status}");

    public async Task<WritingProject> UntilAsync(string project, Func<WritingProject, bool> isThere, string what)
    {
        WritingProject? found = null;
        await UntilAsync(async () => (found = await Host.FindAsync(project, Ct)) is not null && isThere(found), what);
        return found!;
    }

    /// <summary>Looks again and again until <paramref name="isSo"/>.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, Action? between = null, TimeSpan? patience = null)
    {
        var (clock, most) = (TimeProvider.System, patience ?? Patience);
        for (var began = clock.GetTimestamp(); !await isSo(); await Task.Delay(Glance, Ct))
        {
            between?.Invoke();
            Assert.True(clock.GetElapsedTime(began) < most, $"Waited {most.TotalSeconds} s for {what}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        Host.Dispose();
        Workshop.Dispose();
    }
}
