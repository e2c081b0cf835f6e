using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Core.Chatting;
using MovieChat.Core.Journey;
using MovieChat.Core.Writing;
using MovieChat.Local.Runtime;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Tests.Writing;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Chatting;

/// <summary>An embedded head in this process with its chats, over a real storage and a model of the test's.</summary>
internal sealed class ChatHouse : IAsyncDisposable
{
    private readonly Local.Desk _desk;

    private ChatHouse(Local.Desk desk, IChatClient model, ILogger<TurnWork> log)
    {
        _desk = desk;
        var journal = new ChatJournal(Workshop.Transcripts, Workshop.ChatSnapshots, Workshop.Chats, TimeProvider.System);
        var work = new TurnWork(
            new Companion(model, new(ContextBudget.DefaultTokens)), Workshop.Transcripts, desk.Host, Workshop.Texts, Workshop.Films, new(Workshop.Films), Workshop.Table, Workshop.Lives, TimeProvider.System, log);
        var runner = new ChatRunner(work, journal, desk.Host, Workshop.Lives, TimeProvider.System, NullLogger<ChatRunner>.Instance);
        Chats = new(journal, Workshop.ChatEnd, runner, desk.Host, Workshop.Clients, Workshop.Lives, TimeProvider.System, NullLogger<EmbeddedChats>.Instance);
    }

    public Workshop Workshop => _desk.Workshop;

    public EmbeddedHost Host => _desk.Host;

    public EmbeddedChats Chats { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ChatHouse> OpenAsync(AzuriteFixture azurite, IChatClient model, ILogger<TurnWork>? log = null)
    {
        // The screenwriter of this house writes nothing: what happens to a film comes from its chats.
        var mute = new ModelDouble((_, _) => throw new ModelFailedException(new(FailureKinds.Unavailable, "The model sleeps.", "Again.")));
        var house = new ChatHouse(await Local.Desk.OpenAsync(azurite, mute), model, log ?? NullLogger<TurnWork>.Instance);
        await house.Chats.StartAsync(Ct);
        return house;
    }

    /// <summary>Begins a project of which the brief is approved and of which nobody writes the ideas.</summary>
    /// <param name="notes">The notes in the brief.</param>
    public async Task<WritingProject> BeginAsync(string title = "The Ferry", string notes = "", long tokens = 1_000_000)
    {
        var brief = GoodFilm.Brief;
        brief["notes"] = notes;
        var id = Samples.Project();
        var start = new Dictionary<string, System.Text.Json.JsonElement> { ["brief"] = Workshop.Element(brief) };
        var intake = await Workshop.Start.PrepareAsync(id, new() { Title = title, Start = start }, Budget.Of(tokens, 10), Workshop.Writer, $"begin {id}", Ct);
        await _desk.SubmitAsync(id, Assert.IsType<Intake.Ready>(intake).Command);
        return await _desk.UntilAsync(id, "ideas", DocumentStatus.Failed);
    }

    public async Task<ChatAddress> StartAsync(WritingProject project, DocumentId? focus = null)
    {
        var chat = new ChatAddress(project.Id, $"c{Guid.NewGuid():N}");
        Assert.Null((await Chats.SubmitAsync(chat, new StartChat(chat.Chat, chat.Project, "The ferry", focus), Ct)).Rejection);
        return chat;
    }

    public async Task AskAsync(ChatAddress chat, string turn, string text) => Assert.Null((await Chats.SubmitAsync(chat, new Ask(turn, text), Ct)).Rejection);

    public async Task<TurnEnded> EndOfAsync(ChatAddress chat, string turn)
    {
        TurnEnded? ended = null;
        await Local.Desk.UntilAsync(
            async () => await Workshop.Transcripts.FindTurnAsync(chat, turn, Ct) is { Ended: { } end } && (ended = (await Workshop.Transcripts.FindAsync(chat, end, Ct))?.Event as TurnEnded) is not null,
            $"turn {turn} to end");
        return ended!;
    }

    public async Task<WritingProject> ReadAsync(string project) => (await Host.FindAsync(project, Ct))!;

    public async ValueTask DisposeAsync()
    {
        await Chats.StopAsync(CancellationToken.None);
        Chats.Dispose();
        await _desk.DisposeAsync();
    }
}
