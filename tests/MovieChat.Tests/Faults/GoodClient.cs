using System.Collections.Concurrent;
using System.Text.Json;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Faults;

/// <summary>A writer's program as it should be: every write has a key, and is sent again with it until it is acknowledged. What the front
/// door does with a request is done here.</summary>
internal sealed class GoodClient(Lane lane, Heads heads)
{
    private const int MostTries = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<(string Project, string Key)> _acknowledged = new();

    /// <summary>The writes that were acknowledged, each with its project and key.</summary>
    public IReadOnlyCollection<(string Project, string Key)> Acknowledged => _acknowledged;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task BeginAsync(string project, IReadOnlyDictionary<string, JsonElement> brought) => WriteAsync(project, "begin", async head =>
    {
        if (await head.Host.FindAsync(project, Ct) is not null) return;
        var intake = await head.Workshop.Start.PrepareAsync(project, new() { Title = "The Ferry", Start = brought, Pictures = false }, Budget.Of(1_000_000, 10), Workshop.Writer, "begin", Ct);
        await SubmitAsync(head, project, Assert.IsType<Intake.Ready>(intake).Command);
    });

    public Task ForkAsync(string source, string project) => WriteAsync(project, "fork", head => ForkAsync(head, source, project));

    /// <summary>Asks once. Whether it was heard is not known when it fails.</summary>
    public async Task TryForkAsync(string source, string project)
    {
        var head = await heads.LivingAsync();
        await Record.ExceptionAsync(() => ForkAsync(head, source, project));
    }

    public Task DeleteAsync(string project) => WriteAsync(project, "delete", async head =>
    {
        if (await head.Host.FindAsync(project, Ct) is null) return;
        await SubmitAsync(head, project, new DeleteProject { Id = "delete", By = Workshop.Writer });
    });

    public Task PauseAsync(string project) =>
        WriteAsync(project, "pause", head => SubmitAsync(head, project, new PauseProject { Id = "pause", By = Workshop.Writer }));

    public Task ResumeAsync(string project) =>
        WriteAsync(project, "resume", head => SubmitAsync(head, project, new ResumeProject { Id = "resume", By = Workshop.Writer }));

    /// <summary>Decides on the draft of a document, once one awaits the writer.</summary>
    public async Task DecideAsync(string project, string document, DecisionRequest decision)
    {
        var about = DocumentId.Parse(document);
        var film = await UntilAsync(project, now => new FilmGraph(now) is var graph && graph.Has(about) && graph.Status(about) == DocumentStatus.AwaitingApproval);
        var request = decision with { Draft = film.Document(about).Draft!.Number };
        var key = $"{request.Verb} {document} {request.Draft}";
        await WriteAsync(project, key, head => DecideAsync(head, project, about, request, key));
    }

    public Task<bool> ExistsAsync(string project) => AskAsync(async head => await head.Host.FindAsync(project, Ct) is not null);

    /// <summary>Reads every text of the film.</summary>
    public Task ReadTextsAsync(string project) => AskAsync(async head => await head.Workshop.Films.ReadAsync(await FindAsync(head, project), withDrafts: true, Ct));

    /// <summary>Waits until no head keeps the project in memory.</summary>
    public async Task UntilPutAwayAsync(string project)
    {
        var active = new ActiveTable(lane.Clients);
        for (var began = TimeProvider.System.GetTimestamp(); await active.ListAsync(Ct).AnyAsync(id => id == project, Ct);)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"'{project}' is not put away.");
            await heads.LivingAsync();
            await Task.Delay(TimeSpan.FromMinutes(1), heads.Clock, Ct);
        }
    }

    public async Task<WritingProject> UntilAsync(string project, Func<WritingProject, bool> isThere)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            var known = await AskAsync(head => FindAsync(head, project));
            if (isThere(known)) return known;
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException($"'{project}' stands at revision {known.Revision} for {Patience.TotalSeconds} s: {Standing(known)}.");
            await (await heads.LivingAsync()).Host.WaitForChangeAsync(project, known.Revision, Ct);
        }
    }

    private static async Task ForkAsync(Head head, string source, string project)
    {
        if (await head.Host.FindAsync(project, Ct) is not null) return;
        var intake = await head.Workshop.Start.ForkAsync(await FindAsync(head, source), project, "The Bridge", Workshop.Writer, "fork", Ct);
        await SubmitAsync(head, project, Assert.IsType<Intake.Ready>(intake).Command);
    }

    private static async Task DecideAsync(Head head, string project, DocumentId document, DecisionRequest request, string key)
    {
        var film = await FindAsync(head, project);
        if (film.Commands.Contains(key)) return;
        var intake = await head.Workshop.Intake.PrepareAsync(film, document, request, Workshop.Writer, key, Ct);
        var refusal = intake is Intake.Ready ready ? (await head.Host.SubmitAsync(project, ready.Command, Ct)).Rejection?.Message : intake.ToString();
        if (refusal is null || await head.Workshop.Table.SequenceOfAsync(project, key, Ct) is not null) return;
        throw new InvalidOperationException($"'{key}' of '{project}' was refused: {refusal}");
    }

    private static async Task SubmitAsync(Head head, string project, Command command)
    {
        if ((await head.Host.SubmitAsync(project, command, Ct)).Rejection is { } rejection) throw new InvalidOperationException(rejection.Message);
    }

    private static async Task<WritingProject> FindAsync(Head head, string project) =>
        await head.Host.FindAsync(project, Ct) ?? throw new InvalidOperationException($"'{project}' is gone.");

    private async Task WriteAsync(string project, string key, Func<Head, Task> write)
    {
        await AskAsync(async head =>
        {
            await write(head);
            return true;
        });
        _acknowledged.Enqueue((project, key));
    }

    private async Task<T> AskAsync<T>(Func<Head, Task<T>> ask)
    {
        for (var tries = 1; ; tries++)
        {
            var head = await heads.LivingAsync();
            try
            {
                return await ask(head);
            }
            catch (Exception) when (tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), heads.Clock, Ct);
            }
        }
    }

    private static string Standing(WritingProject project)
    {
        var graph = new FilmGraph(project);
        return string.Join(", ", graph.Documents.Select(id => $"{id} {graph.Status(id)}").Append($"owed {project.Owed().Count}"));
    }
}
