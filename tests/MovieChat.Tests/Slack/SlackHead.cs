using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MovieChat.Core.Journey;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Models;
using MovieChat.Tests.Shared;
using MovieChat.Tests.Shared.Surfaces;
using MovieChat.Tests.Web;
using MovieChat.Understudy;
using MovieChat.Web.Access;
using MovieChat.Web.Approvals;
using MovieChat.Workflows.Chats;
using MovieChat.Workflows.Inbox;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Slack;

/// <summary>An embedded head in this process with its front door and a Slack of the tests'. It takes up nothing that others left in the storage.</summary>
internal sealed class SlackHead : IAsyncDisposable
{
    public const string PublicUrl = "https://film.example";

    private readonly FrontDoor _door;

    private SlackHead(FrontDoor door, FakeSlack slack, KeptLog log) => (_door, Slack, Log) = (door, slack, log);

    public string Address => _door.Address;

    public FakeSlack Slack { get; }

    public KeptLog Log { get; }

    public Visitor Owner => _door.Owner;

    /// <summary>A channel that the bot is a member of.</summary>
    public string Channel { get; private init; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _door.Get<T>();

    /// <param name="model">Of drafts and talks; the understudy by default.</param>
    public static async Task<SlackHead> OpenAsync(SlackFixture fixture, IChatClient? model = null, params (string Name, string Value)[] settings)
    {
        var (channel, log) = (FakeSlack.NewId("C"), new KeptLog());
        var slack = await FakeSlack.StartAsync(witness: fixture.Collect);
        slack.Invite(channel);
        (string Name, string Value)[] usual =
        [
            ("MovieChat:PublicUrl", PublicUrl),
            ("MovieChat:Notices:RetryAfter", "00:00:00.1, 00:00:00.1, 00:00:00.1"),
            .. slack.Settings.Select(setting => (setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value!)),
        ];
        var door = await FrontDoor.OpenAsync(
            fixture.Clients,
            services => services
                .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
                .AddSingleton(model ?? new UnderstudyChatClient())
                .AddSingleton<EmbeddedHost>()
                .AddSingleton<IProjectHost>(services => services.GetRequiredService<EmbeddedHost>())
                .AddSingleton<EmbeddedInbox>()
                .AddSingleton<IInboxHost>(services => services.GetRequiredService<EmbeddedInbox>())
                .AddOptions<RuntimeOptions>(),
            [.. settings.Concat(usual).DistinctBy(setting => setting.Name)]);
        return new(door, slack, log) { Channel = channel };
    }

    /// <summary>A user of Slack whom nobody bound.</summary>
    public SlackPerson Stranger() => new(Slack, Address, Channel);

    /// <summary>A user of Slack who is a new writer.</summary>
    public async Task<SlackPerson> WriterAsync(string? writer = null)
    {
        var person = Stranger();
        await KnowAsync(writer ?? person.Writer);
        await Get<FrontEndTable>().BindAsync("slack", FakeSlack.Team, person.Id, "wren", writer ?? person.Writer, TimeProvider.System.GetUtcNow(), Ct);
        return person;
    }

    /// <summary>What a link for a user says when its page is used.</summary>
    public async Task BindAsync(string link, string writer)
    {
        var bindings = Get<WriterBindings>();
        Assert.True(bindings.TryRead(link[(link.LastIndexOf('/') + 1)..], out var wish));
        await KnowAsync(writer);
        Assert.NotNull(await bindings.AcceptAsync(wish, writer, Ct));
    }

    /// <summary>Gives a writer a key, without which nobody may do anything in their name.</summary>
    private async Task KnowAsync(string writer)
    {
        if (writer == Caller.OwnerWriter || await Get<KeyTable>().HasKeyAsync(writer, Ct)) return;
        await Get<KeyTable>().AddAsync($"{Guid.NewGuid():N}", writer, "of a test", TimeProvider.System.GetUtcNow(), Ct);
    }

    public async Task<WritingProject> FilmAsync(string project) => (await Get<IProjectHost>().FindAsync(project, Ct))!;

    public Task<List<JournalEntry>> JournalAsync(string project) => Get<JournalTable>().ReadAsync(project, 0, Ct).ToListAsync(Ct).AsTask();

    /// <summary>Waits until something is there.</summary>
    public static Task<T> UntilAsync<T>(Func<T?> find, string what) where T : class => Waiting.UntilFoundAsync(find, what, () => "nothing like it");

    public async ValueTask DisposeAsync()
    {
        await Get<EmbeddedInbox>().StopAsync(CancellationToken.None);
        await ((EmbeddedChats)Get<IChatHost>()).StopAsync(CancellationToken.None);
        await Get<EmbeddedHost>().StopAsync(CancellationToken.None);
        await _door.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
