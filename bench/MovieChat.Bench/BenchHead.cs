using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Understudy;
using MovieChat.Workflows;
using MovieChat.Workflows.Projects;

namespace MovieChat.Bench;

/// <summary>The embedded head's engine on a real Azurite, without HTTP, with its storage operations counted and its orders timed.</summary>
internal sealed class BenchHead : IAsyncDisposable
{
    private const int MostPictures = 100_000;

    private readonly ServiceProvider _services;
    private readonly BenchStorage? _own;

    private BenchHead(BenchStorage storage, bool isOwn, IChatClient model)
    {
        Model = new(model);
        Clients = storage.Connect(Writes);
        _own = isOwn ? storage : null;
        _services = new ServiceCollection()
            .AddSingleton(Clients)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IChatClient>(Model)
            .AddSingleton<IImageGenerator>(new UnderstudyImageGenerator())
            .AddSingleton(new ContextBudget(ContextBudget.DefaultTokens))
            .AddMovieChatWorkflows()
            .AddSingleton<EmbeddedHost>()
            .AddSingleton<IProjectHost>(services => services.GetRequiredService<EmbeddedHost>())
            .AddSingleton<EmbeddedChats>()
            .AddOptions<RuntimeOptions>().Services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Orders))
            .BuildServiceProvider();
    }

    public EmbeddedHost Host => _services.GetRequiredService<EmbeddedHost>();

    public EmbeddedChats Chats => _services.GetRequiredService<EmbeddedChats>();

    public ProjectJournal Journal => _services.GetRequiredService<ProjectJournal>();

    public FilmReader Films => _services.GetRequiredService<FilmReader>();

    public PictureStore Pictures => _services.GetRequiredService<PictureStore>();

    public StorageClients Clients { get; }

    public WriteCounter Writes { get; } = new();

    public OrderClock Orders { get; } = new();

    public TimedModel Model { get; }

    /// <summary>A head with a storage of its own.</summary>
    public static async Task<BenchHead> StartAsync(IChatClient model) => await new BenchHead(await BenchStorage.StartAsync(), isOwn: true, model).StartAsync();

    /// <summary>A head over a storage that is there before and after it.</summary>
    public static Task<BenchHead> StartAsync(BenchStorage storage, IChatClient model) => new BenchHead(storage, isOwn: false, model).StartAsync();

    private async Task<BenchHead> StartAsync()
    {
        await ((IHostedService)Host).StartAsync(CancellationToken.None);
        return this;
    }

    public async Task<WritingProject> BeginAsync(string project, StartRequest request, string writer = "bench")
    {
        // The benchmarks of words are of words alone, as they were before there were pictures.
        var intake = await _services.GetRequiredService<ProjectStart>().PrepareAsync(project, request with { Pictures = request.Pictures ?? false }, Budget.Of(1_000_000_000, MostPictures), writer, $"start-{project}", CancellationToken.None);
        return (await Host.SubmitAsync(project, ((Intake.Ready)intake).Command, CancellationToken.None)).Project;
    }

    /// <summary>Begins a film and approves the first option of everything until it is complete.</summary>
    public async Task<WritingProject> MakeFilmAsync(string project, StartRequest request, string writer = "bench") =>
        await GoOnAsync(project, await BeginAsync(project, request, writer));

    /// <summary>Approves the first option of everything until there is nothing more to do.</summary>
    /// <param name="held">Kinds that are left to wait.</param>
    public async Task<WritingProject> GoOnAsync(string project, WritingProject film, params string[] held)
    {
        while (true)
        {
            var graph = new FilmGraph(film);
            foreach (var id in graph.Documents.Where(id => IsAwaiting(graph, id, held)).ToArray()) film = await ApproveAsync(project, id, film.Document(id).Draft!.Number);
            film = await UntilAsync(project, found => found.Status() is not ProjectStatus.Working || IsAwaiting(found, held));
            if (film.Status() is not ProjectStatus.Working && !IsAwaiting(film, held)) return film;
        }
    }

    /// <summary>Waits until the project is as wanted.</summary>
    public async Task<WritingProject> UntilAsync(string project, Func<WritingProject, bool> isThere)
    {
        while (true)
        {
            var film = (await Host.FindAsync(project, CancellationToken.None))!;
            if (isThere(film)) return film;
            await Host.WaitForChangeAsync(project, film.Revision, CancellationToken.None);
        }
    }

    public Task<WritingProject> ApproveAsync(string project, DocumentId document, int draft, bool isOneOff = true) =>
        DecideAsync(project, new Approve(1)
        {
            Id = NewId(),
            By = "bench",
            Document = document,
            Draft = draft,
            IsOneOff = isOneOff,
        });

    public Task<WritingProject> ReopenAsync(string project, DocumentId document, int draft) =>
        DecideAsync(project, new Reopen
        {
            Id = NewId(),
            By = "bench",
            Document = document,
            Draft = draft,
            IsOneOff = true,
        });

    public Task<WritingProject> SkipAsync(string project, DocumentId document, int draft, string reason) =>
        DecideAsync(project, new Skip(reason)
        {
            Id = NewId(),
            By = "bench",
            Document = document,
            Draft = draft,
            IsOneOff = true,
        });

    /// <summary>Decisions are taken meanwhile, and nothing is begun.</summary>
    public Task<WritingProject> PauseAsync(string project) => DecideAsync(project, new PauseProject { Id = NewId(), By = "bench", IsOneOff = true });

    public Task<WritingProject> ResumeAsync(string project) => DecideAsync(project, new ResumeProject { Id = NewId(), By = "bench", IsOneOff = true });

    private static string NewId() => Guid.NewGuid().ToString("N");

    private async Task<WritingProject> DecideAsync(string project, Command command)
    {
        var advance = await Host.SubmitAsync(project, command, CancellationToken.None);
        return advance.Rejection is null ? advance.Project : throw new InvalidOperationException(advance.Rejection.Message);
    }

    private static bool IsAwaiting(WritingProject film, string[] held)
    {
        var graph = new FilmGraph(film);
        if (graph.Documents.FirstOrDefault(id => graph.Status(id) is DocumentStatus.Failed) is { Kind: not null } failed)
        {
            throw new InvalidOperationException($"{failed} failed: {film.Document(failed).Failed?.Failure.Message}");
        }

        return graph.Documents.Any(id => IsAwaiting(graph, id, held));
    }

    private static bool IsAwaiting(FilmGraph graph, DocumentId id, string[] held) => graph.Status(id) is DocumentStatus.AwaitingApproval && !held.Contains(id.Kind);

    public async ValueTask DisposeAsync()
    {
        await Chats.StopAsync(CancellationToken.None);
        await ((IHostedService)Host).StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
    }
}
