using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Local.Azurite;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Workflows;
using MovieChat.Workflows.Projects;

namespace MovieChat.Bench;

/// <summary>The embedded head's engine on a real Azurite, without HTTP, with its storage operations counted and its orders timed.</summary>
internal sealed class BenchHead : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AzuriteProcess _azurite;
    private readonly string _folder;

    private BenchHead(ServiceProvider services, AzuriteProcess azurite, string folder, WriteCounter writes, OrderClock orders, TimedModel model)
    {
        (_services, _azurite, _folder, Writes, Orders, Model) = (services, azurite, folder, writes, orders, model);
    }

    public EmbeddedHost Host => _services.GetRequiredService<EmbeddedHost>();

    public StorageClients Clients => _services.GetRequiredService<StorageClients>();

    public WriteCounter Writes { get; }

    public OrderClock Orders { get; }

    public TimedModel Model { get; }

    public static async Task<BenchHead> StartAsync(IChatClient model)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"moviechat-bench-{Guid.NewGuid():N}");
        var azurite = await AzuriteProcess.StartAsync(
            new()
            {
                DataFolder = folder,
                Address = AzuriteAddress.FreePorts,
                InstallFolder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "moviechat-azurite"),
            },
            NullLogger.Instance,
            CancellationToken.None);
        var counter = new WriteCounter();
        var orders = new OrderClock();
        var timed = new TimedModel(model);
        var clients = StorageClients.Create(StorageSettings.Of(azurite.Address.ConnectionString), null, counter);
        await StorageSetup.CreateAsync(clients, CancellationToken.None);
        var services = new ServiceCollection()
            .AddSingleton(clients)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IChatClient>(timed)
            .AddSingleton(new ContextBudget(ContextBudget.DefaultTokens))
            .AddMovieChatWorkflows()
            .AddSingleton<EmbeddedHost>()
            .AddOptions<RuntimeOptions>().Services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(orders))
            .BuildServiceProvider();
        var head = new BenchHead(services, azurite, folder, counter, orders, timed);
        await ((IHostedService)head.Host).StartAsync(CancellationToken.None);
        return head;
    }

    public async Task<WritingProject> BeginAsync(string project, StartRequest request)
    {
        var intake = await _services.GetRequiredService<ProjectStart>().PrepareAsync(project, request, Budget.Of(1_000_000_000, 0), "bench", $"start-{project}", CancellationToken.None);
        return (await Host.SubmitAsync(project, ((Intake.Ready)intake).Command, CancellationToken.None)).Project;
    }

    /// <summary>Begins a film and approves the first option of everything until it is complete.</summary>
    public async Task<WritingProject> MakeFilmAsync(string project, StartRequest request)
    {
        for (var film = await BeginAsync(project, request); ;)
        {
            var graph = new FilmGraph(film);
            foreach (var id in graph.Documents.Where(id => graph.Status(id) is DocumentStatus.AwaitingApproval)) film = await ApproveAsync(project, id, film.Document(id).Draft!.Number);
            if (film.Status() is ProjectStatus.Complete) return film;
            film = await UntilAsync(project, found => found.Status() is ProjectStatus.Complete || IsAwaiting(found));
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

    public async Task<WritingProject> ApproveAsync(string project, DocumentId document, int draft, bool isOneOff = true)
    {
        var approve = new Approve(1)
        {
            Id = Guid.NewGuid().ToString("N"),
            By = "bench",
            Document = document,
            Draft = draft,
            IsOneOff = isOneOff,
        };
        return (await Host.SubmitAsync(project, approve, CancellationToken.None)).Project;
    }

    private static bool IsAwaiting(WritingProject film)
    {
        var graph = new FilmGraph(film);
        if (graph.Documents.FirstOrDefault(id => graph.Status(id) is DocumentStatus.Failed) is { Kind: not null } failed)
        {
            throw new InvalidOperationException($"{failed} failed: {film.Document(failed).Failed?.Failure.Message}");
        }

        return graph.Documents.Any(id => graph.Status(id) is DocumentStatus.AwaitingApproval);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IHostedService)Host).StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
