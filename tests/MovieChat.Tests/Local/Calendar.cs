using Microsoft.Extensions.Time.Testing;
using MovieChat.Core.Journey;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows.Notices;

namespace MovieChat.Tests.Local;

/// <summary>An embedded head, and a calendar that the test turns.</summary>
internal sealed class Calendar : IAsyncDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly RuntimeOptions _options;
    private readonly ReminderPlan _plan;
    private readonly StorageClients _clients;
    private readonly INoticeChannel[] _surfaces;

    private Calendar(AzuriteFixture azurite, StorageClients clients, RuntimeOptions options, ReminderPlan plan, INoticeChannel[] surfaces)
    {
        (_azurite, _clients, _options, _plan, _surfaces) = (azurite, clients, options, plan, surfaces);
        (Active, Due) = (new(clients), new(clients));
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Between the head and its storage.</summary>
    public Troubles Wire { get; private set; } = new();

    public Desk Desk { get; private set; } = null!;

    public ActiveTable Active { get; }

    public DueTable Due { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>How often the head looked what is due.</summary>
    private int Looks => Wire.Reads.Count(address => address.Contains("/Due()", StringComparison.Ordinal) && Uri.UnescapeDataString(address).Contains($"'{DueTable.Reminders}'", StringComparison.Ordinal));

    public static async Task<Calendar> OpenAsync(AzuriteFixture azurite, RuntimeOptions? options = null, ReminderPlan? plan = null, params INoticeChannel[] surfaces)
    {
        var calendar = new Calendar(azurite, await azurite.ClientsAsync(), options ?? new(), plan ?? ReminderPlan.Usual, surfaces);
        await calendar.StartAsync();
        return calendar;
    }

    /// <summary>Ends the head and starts another one, over the same storage and at the same time.</summary>
    public async Task RestartAsync(ReminderPlan? plan = null)
    {
        await Desk.DisposeAsync();
        await StartAsync(plan);
    }

    /// <summary>As <see cref="RestartAsync"/>, but nothing of what the head still does arrives.</summary>
    public async Task CrashAsync()
    {
        Wire.Failing = _ => true;
        await RestartAsync();
    }

    /// <summary>Begins a project that waits for its brief.</summary>
    public async Task<WritingProject> BeginAsync(string? id = null)
    {
        id ??= Samples.Project();
        return await Desk.SubmitAsync(id, new StartProject(id, "The Ferry", Budget.Of(1_000, 10), DocumentMap<Draft>.Empty) { Id = $"begin {id}", By = Workshop.Writer });
    }

    public Task PutAwayAsync(params IReadOnlyList<string> projects) => Desk.UntilAsync(
        async () => !await Active.ListAsync(Ct).AnyAsync(projects.Contains, Ct), "the projects to be put away", () => Clock.Advance(TimeSpan.FromMinutes(6)));

    /// <summary>Lets time pass until <paramref name="time"/>, and some minutes more, until all that is due then is done.</summary>
    public async Task TurnToAsync(DateTimeOffset time)
    {
        Clock.Advance(time - Clock.GetUtcNow());
        await LookAsync();
    }

    /// <summary>Sets the clock to another time, as an administrator or a wrong time server does, and lets the head look what is due.</summary>
    public async Task JumpToAsync(DateTimeOffset time)
    {
        Clock.AdjustTime(time);
        await LookAsync();
    }

    /// <summary>The head looks what is due: the first look may have begun before, the second is done when the third begins.</summary>
    public Task LookAsync()
    {
        var enough = Looks + 3;
        return Desk.UntilAsync(() => Task.FromResult(Looks >= enough), "the head to look what is due", () => Clock.Advance(TimeSpan.FromMinutes(1)));
    }

    public Task<List<JournalEntry>> EntriesAsync(string project) => new JournalTable(_clients).ReadAsync(project, 0, Ct).ToListAsync(Ct).AsTask();

    /// <summary>What the project told of its waiting, oldest first.</summary>
    public async Task<List<ProjectEvent>> ToldAsync(string project) => [.. (await EntriesAsync(project)).Select(entry => entry.Event).Where(told => told is WaitingEvent)];

    public async Task<List<DateTimeOffset>> RowsAsync(string project) =>
        await Due.ListAsync(DateTimeOffset.MaxValue.AddDays(-1), Ct).Where(row => row.Project == project).Select(row => row.At).ToListAsync(Ct);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private async Task StartAsync(ReminderPlan? plan = null)
    {
        Wire = new();
        Desk = await Desk.OpenAsync(_azurite, options: _options, troubles: Wire, clock: Clock, plan: plan ?? _plan, surfaces: _surfaces);
    }
}
