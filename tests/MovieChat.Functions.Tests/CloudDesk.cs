using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Core.Notices;
using MovieChat.Core.Writing;
using MovieChat.Functions.Chats;
using MovieChat.Functions.FrontDoor;
using MovieChat.Functions.Inbox;
using MovieChat.Functions.Projects;
using MovieChat.Storage;
using MovieChat.Tests.Shared;
using MovieChat.Understudy;
using MovieChat.Workflows;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Notices;
using MovieChat.Workflows.Projects;

namespace MovieChat.Functions.Tests;

/// <summary>The cloud head's project without the Functions host: its orchestration and activities on the durable engine, in this process and
/// in memory, over a real storage.</summary>
internal sealed class CloudDesk : IAsyncDisposable
{
    public const string Writer = "wren";

    private readonly ServiceProvider _services;
    private readonly List<(string Name, string Project)> _activities = [];
    private DurableTaskTestHost _engine = null!;

    private CloudDesk(StorageClients clients, IChatClient model, ReminderPlan plan, INoticeChannel? surface, IInboxHandler? handler) => _services = Surfaces(surface, handler)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        .AddSingleton(clients)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(model)
        .AddSingleton<IImageGenerator>(new UnderstudyImageGenerator())
        .AddSingleton(new ContextBudget(ContextBudget.DefaultTokens))
        .AddMovieChatWorkflows()
        .AddSingleton(plan)
        .AddSingleton(new RetryPlan([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]))
        .AddOptions<CloudOptions>().Services
        .AddSingleton<TaskHub>()
        .AddSingleton<RecentProjects>()
        .AddSingleton<ProjectDesk>()
        .AddSingleton<OrderDesk>()
        .AddSingleton<DurableHost>()
        .AddSingleton<IProjectHost>(provider => provider.GetRequiredService<DurableHost>())
        .AddSingleton<IHostApplicationLifetime, Lifetime>()
        .AddSingleton<RecentChats>()
        .AddSingleton<ChatLeases>()
        .AddSingleton<ChatCarrier>()
        .AddSingleton<ChatDesk>()
        .AddSingleton<IInboxHost, DurableInbox>()
        .AddSingleton<InboxFunctions>()
        .BuildServiceProvider();

    public DurableHost Host => Get<DurableHost>();

    public DurableTaskClient Client => _engine.Client;

    /// <summary>The activities that were run, in order.</summary>
    public IReadOnlyList<string> Activities
    {
        get
        {
            lock (_activities) return [.. _activities.Select(activity => activity.Name)];
        }
    }

    /// <summary>How often a project was looked at.</summary>
    public int Looks(string project)
    {
        lock (_activities) return _activities.Count(activity => activity == (ProjectFunctions.Advance, project));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<CloudDesk> OpenAsync(StorageClients clients, IChatClient? model = null, ReminderPlan? plan = null, INoticeChannel? surface = null, IInboxHandler? handler = null)
    {
        var desk = new CloudDesk(clients, model ?? new UnderstudyChatClient(), plan ?? ReminderPlan.Usual, surface, handler);
        desk._engine = await DurableTaskTestHost.StartAsync(desk.Register);
        desk.Get<TaskHub>().Connect(desk._engine.Client);
        return desk;
    }

    private static ServiceCollection Surfaces(INoticeChannel? surface, IInboxHandler? handler)
    {
        var services = new ServiceCollection();
        if (surface is not null) services.AddSingleton(surface);
        if (handler is not null) services.AddSingleton(handler);
        return services;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _services.DisposeAsync();
    }

    public static string NewProject() => Guid.NewGuid().ToString("N")[..20];

    /// <summary>The command that begins a project with documents the writer has: of a film of words, or of one with up to 200 pictures.</summary>
    public async Task<Command> StartOfAsync(string project, string start, bool hasPictures = false)
    {
        using var json = JsonDocument.Parse(start);
        var documents = json.RootElement.EnumerateObject().ToDictionary(each => each.Name, each => each.Value.Clone());
        var intake = await Get<ProjectStart>().PrepareAsync(project, new() { Title = "The Ferry", Start = documents, Pictures = hasPictures }, Budget.Of(1_000_000, 200), Writer, $"start-{project}", Ct);
        return Assert.IsType<Intake.Ready>(intake).Command;
    }

    public async Task<string> BeginAsync(string start, bool hasPictures = false)
    {
        var project = NewProject();
        await SubmitAsync(project, await StartOfAsync(project, start, hasPictures));
        return project;
    }

    public Task ApproveAsync(string project, DocumentId document, int draft) =>
        SubmitAsync(project, new Approve(1) { Id = NewId(), By = Writer, Document = document, Draft = draft, IsOneOff = true });

    /// <summary>Hands the project a command that it must take.</summary>
    public async Task SubmitAsync(string project, Command command) => Assert.Null((await Host.SubmitAsync(project, command, Ct)).Rejection);

    public async Task EditAsync(string project, DocumentId document, int draft, string content)
    {
        using var json = JsonDocument.Parse(content);
        var request = new DecisionRequest { Verb = "edit", Draft = draft, Content = json.RootElement };
        var intake = await Get<DecisionIntake>().PrepareAsync(await ReadAsync(project), document, request, Writer, NewId(), Ct);
        await SubmitAsync(project, Assert.IsType<Intake.Ready>(intake).Command);
    }

    public static string NewId() => Guid.NewGuid().ToString("N");

    public Task<WritingProject> ReadAsync(string project) => Get<ProjectJournal>().ReadAsync(project, Ct);

    public Task<List<JournalEntry>> EntriesAsync(string project) => Get<JournalTable>().ReadAsync(project, 0, Ct).ToListAsync(Ct).AsTask();

    public Task<WritingProject> UntilAsync(string project, Func<WritingProject, bool> isThere, string what) =>
        UntilAsync(() => ReadAsync(project), isThere, what);

    public async Task<OrchestrationMetadata?> InstanceAsync(string project) =>
        await Client.GetInstanceAsync(ProjectInstance.IdOf(project), getInputsAndOutputs: true, Ct);

    public static Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isThere, string what) => Waiting.UntilAsync(look, isThere, what, found => $"{found}");

    /// <summary>What the worker does by the attributes.</summary>
    private void Register(DurableTaskRegistry registry)
    {
        registry.AddOrchestratorFunc<LoopState, object?>(ProjectFunctions.WritingProject, async (context, from) =>
        {
            await ProjectFunctions.RunAsync(context, from);
            return null;
        });
        registry.AddActivityFunc<string, Standing>(ProjectFunctions.Advance, (_, project) => RunAsync(ProjectFunctions.Advance, project, Get<ProjectDesk>().AdvanceAsync(project, Ct)));
        registry.AddActivityFunc<string>(ProjectFunctions.EndProject, (_, project) => Get<ProjectDesk>().EndAsync(project, Ct));
        registry.AddActivityFunc<OrderOf, Standing>(nameof(NoticeFunctions.SendNotices), (_, order) => Get<ProjectDesk>().NotifyAsync(order.Project, Ct));
        registry.AddOrchestratorFunc<string, object?>(InboxFunctions.AnswerInbox, async (context, key) =>
        {
            await InboxFunctions.RunAsync(context, key);
            return null;
        });
        registry.AddActivityFunc<string>(nameof(InboxFunctions.HandleInbox), (_, key) => Get<InboxFunctions>().HandleInbox(key, Client, Ct));
        registry.AddActivityFunc<DateTime>(nameof(InboxFunctions.ForgetInbox), (_, now) => Get<InboxFunctions>().ForgetInbox(now, Client, Ct));
        foreach (var name in typeof(OrderFunctions).GetMethods().Where(method => method.ReturnType == typeof(Task<Standing>)).Select(method => method.Name))
        {
            registry.AddActivityFunc<OrderOf, Standing>(name, (_, order) => RunAsync(name, order.Project, Get<OrderDesk>().CarryOutAsync(order, Ct)));
        }
    }

    private Task<Standing> RunAsync(string activity, string project, Task<Standing> work)
    {
        lock (_activities) _activities.Add((activity, project));
        return work;
    }

    /// <summary>A process that never ends.</summary>
    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
