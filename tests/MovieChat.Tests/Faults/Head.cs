using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MovieChat.Core.Journey;
using MovieChat.Local.Runtime;
using MovieChat.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Faults;

/// <summary>One process: an embedded head without its front door, at one end of a wire. It puts projects away as soon as they owe nothing, and
/// stores a snapshot every few events.</summary>
internal sealed class Head : IAsyncDisposable
{
    private const int EventsPerSnapshot = 8;

    private Head(Lane lane, FaultyWire wire, SmallFilm film, TimeProvider clock)
    {
        Wire = wire;
        var clients = lane.Connect(wire);
        var model = film.ModelFor(() => wire.IsDead);
        Workshop = new(clients, model);
        var work = Workshop.WorkBy(clock);
        var options = Options.Create(new RuntimeOptions { IdleTime = TimeSpan.FromSeconds(1) });
        var journal = new ProjectJournal(Workshop.Table, Workshop.Snapshots, clock) { EventsPerSnapshot = EventsPerSnapshot };
        Host = new(journal, Workshop.End, new ActiveTable(clients), new DueTable(clients), Workshop.Projects, work, ReminderPlan.Usual, Workshop.NoticesBy(clock), clients, options, clock, NullLogger<EmbeddedHost>.Instance);
    }

    public FaultyWire Wire { get; }

    public Workshop Workshop { get; }

    public EmbeddedHost Host { get; }

    public static async Task<Head> StartAsync(Lane lane, FaultyWire wire, SmallFilm film, TimeProvider clock)
    {
        var head = new Head(lane, wire, film, clock);
        await head.Host.StartAsync(TestContext.Current.CancellationToken);
        return head;
    }

    public Task StopAsync() => Host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Host.Dispose();
        Workshop.Dispose();
    }
}
