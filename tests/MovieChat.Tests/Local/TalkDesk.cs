using Azure.Core.Pipeline;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Picturing;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Local;

/// <summary>An embedded head in this process, without its front door, and a writer who talks with the companion.</summary>
internal sealed class TalkDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TalkDesk(StorageClients clients, IChatClient model, TimeProvider clock)
    {
        Workshop = new(clients);
        _services = new ServiceCollection()
            .AddSingleton(clients)
            .AddSingleton(clock)
            .AddSingleton(model)
            .AddSingleton<IImageGenerator>(new PictureDouble())
            .AddSingleton(new ContextBudget(ContextBudget.DefaultTokens))
            .AddMovieChatWorkflows()
            .AddSingleton<EmbeddedHost>()
            .AddSingleton<IProjectHost>(services => services.GetRequiredService<EmbeddedHost>())
            .AddSingleton<EmbeddedChats>()
            .AddOptions<RuntimeOptions>().Services
            .AddLogging()
            .BuildServiceProvider();
    }

    public Workshop Workshop { get; }

    public EmbeddedHost Projects => _services.GetRequiredService<EmbeddedHost>();

    public EmbeddedChats Chats => _services.GetRequiredService<EmbeddedChats>();

    public TurnFollower Follower => _services.GetRequiredService<TurnFollower>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="troubles">What stands between the head and its storage.</param>
    public static async Task<TalkDesk> OpenAsync(AzuriteFixture azurite, TalkingModel? model = null, HttpPipelinePolicy? troubles = null, TimeProvider? clock = null)
    {
        await azurite.ClientsAsync();
        return await new TalkDesk(await azurite.ConnectAsync(troubles is null ? [] : [troubles]), model ?? TalkingModel.Echo(), clock ?? TimeProvider.System).StartAsync();
    }

    public async Task<TalkDesk> StartAsync()
    {
        await ((IHostedService)Projects).StartAsync(Ct);
        await ((IHostedService)Chats).StartAsync(Ct);
        return this;
    }

    public async Task StopAsync()
    {
        await Chats.StopAsync(CancellationToken.None);
        await Projects.StopAsync(CancellationToken.None);
    }

    /// <summary>Begins a project that owes nothing.</summary>
    public async Task<string> BeginAsync(string? id = null)
    {
        id ??= $"p{Guid.NewGuid():N}";
        var intake = await Workshop.Start.PrepareAsync(id, new() { Title = "The Ferry" }, Budget.Of(1_000_000, 10), Workshop.Writer, $"begin {id}", Ct);
        Assert.Null((await Projects.SubmitAsync(id, Assert.IsType<Intake.Ready>(intake).Command, Ct)).Rejection);
        return id;
    }

    public async Task<ChatAddress> ChatAsync(string? title = "The end", string? project = null)
    {
        var chat = new ChatAddress(project ?? await BeginAsync(), $"c{Guid.NewGuid():N}");
        await SubmitAsync(chat, new StartChat(chat.Chat, chat.Project, title, null));
        return chat;
    }

    public async Task<ChatSession> SubmitAsync(ChatAddress chat, ChatCommand command)
    {
        var advance = await Chats.SubmitAsync(chat, command, Ct);
        Assert.Null(advance.Rejection);
        return advance.Session;
    }

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<TurnEnded> TalkAsync(ChatAddress chat, string turn, string text)
    {
        await SubmitAsync(chat, new Ask(turn, text));
        return await EndAsync(chat, turn);
    }

    public async Task<TurnEnded> EndAsync(ChatAddress chat, string turn)
    {
        TurnEnded? ended = null;
        await Desk.UntilAsync(async () => (ended = (await EntriesAsync(chat)).Select(entry => entry.Event).OfType<TurnEnded>().FirstOrDefault(end => end.Turn == turn)) is not null, $"turn {turn} to end");
        return ended!;
    }

    public Task<List<ChatEntry>> EntriesAsync(ChatAddress chat) => Workshop.Transcripts.ReadAsync(chat, 0, long.MaxValue, Ct).ToListAsync(Ct).AsTask();

    /// <summary>What the project was charged for its chats.</summary>
    public async Task<IReadOnlyList<ChatCharged>> ChargesAsync(string project) => [.. (await Workshop.EntriesAsync(project)).Select(entry => entry.Event).OfType<ChatCharged>()];

    public async Task<bool> IsMarkedAsync(ChatAddress chat) => await new ActiveTable(Workshop.Clients, ActiveTable.Chats).ListAsync(Ct).AnyAsync(marked => marked == $"{chat}", Ct);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        Workshop.Dispose();
    }
}
