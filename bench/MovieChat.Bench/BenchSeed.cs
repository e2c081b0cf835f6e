using Microsoft.Extensions.DependencyInjection;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Workflows;
using MovieChat.Workflows.Projects;

namespace MovieChat.Bench;

/// <summary>Projects as an earlier process has left them.</summary>
internal sealed class BenchSeed(StorageClients clients) : IAsyncDisposable
{
    private const int AtOnce = 16;

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(clients)
        .AddSingleton(TimeProvider.System)
        .AddMovieChatWorkflows()
        .BuildServiceProvider();

    /// <summary>Projects whose ideas await the writer, put away.</summary>
    public Task WaitingAsync(string name, int count) => EachAsync(name, count, async project =>
    {
        var film = await BeginAsync(project);
        var ideas = new Draft
        {
            Number = 1,
            Origin = "ideas@1",
            Author = new("model", "bench"),
            Options = [DraftOption.Plain(1)],
        };
        var done = new DraftDone(ideas)
        {
            Id = "ideas@1",
            By = WritingProject.Service,
            Document = DocumentId.Ideas,
            Number = 1,
        };
        var waiting = await AdvanceAsync(project, film, done);
        await _services.GetRequiredService<SnapshotBlobs>().WriteAsync(waiting, CancellationToken.None);
        await _services.GetRequiredService<DueTable>().PutAsync(new(ReminderPlan.Usual.NextDue(waiting)!.Value, project), CancellationToken.None);
    });

    /// <summary>Projects that owe their ideas: the process ended before it could write them.</summary>
    public Task OwingAsync(string name, int count) => EachAsync(name, count, async project =>
    {
        await _services.GetRequiredService<ActiveTable>().MarkAsync(project, CancellationToken.None);
        await BeginAsync(project);
    });

    /// <summary>Takes the marks of such projects away, as the head does once they have been idle for a while: they wait now.</summary>
    public Task RestAsync(string name, int count) =>
        EachAsync(name, count, project => _services.GetRequiredService<ActiveTable>().UnmarkAsync(project, Azure.ETag.All, CancellationToken.None));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Task EachAsync(string name, int count, Func<string, Task> seed) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await seed($"{name}{number}"));

    private async Task<WritingProject> BeginAsync(string project)
    {
        var intake = await _services.GetRequiredService<ProjectStart>()
            .PrepareAsync(project, Briefs.Of(project, 20), Budget.Of(1_000_000, 0), "bench", $"start-{project}", CancellationToken.None);
        return await AdvanceAsync(project, WritingProject.None, ((Intake.Ready)intake).Command);
    }

    private async Task<WritingProject> AdvanceAsync(string project, WritingProject film, Command command) =>
        (await _services.GetRequiredService<ProjectJournal>().AdvanceAsync(project, film, command, CancellationToken.None)).Project;
}
