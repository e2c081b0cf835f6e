using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Local;

/// <summary>A service that comes back after a long sleep: the writers of thousands of projects are to be reminded at once.</summary>
public sealed class ManyRemindersTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    private const int AtOnce = 8;

    /// <summary>How many projects are due; <c>MOVIECHAT_REMINDERS=5000</c> takes a minute or two.</summary>
    private static int Many { get; } = int.TryParse(Environment.GetEnvironmentVariable("MOVIECHAT_REMINDERS"), out var given) && given > 0 ? given : 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithThousandsOfRemindersDue_SendsEachOnceAndDecisionsGetThrough()
    {
        var clients = await azurite.ClientsAsync();
        string[] projects = [.. Enumerable.Range(0, Many).Select(_ => Samples.Project())];
        await SeedAsync(clients, projects);
        var wire = new HeldProjects([.. projects]);
        var clock = new FakeTimeProvider(Samples.At.AddDays(2));
        await using var desk = await Desk.OpenAsync(azurite, clock: clock, troubles: wire);
        var other = await desk.BeginAsync();
        await desk.UntilAsync(other, "ideas", DocumentStatus.AwaitingApproval);
        await Desk.UntilAsync(() => Task.FromResult(wire.Done > AtOnce), "the first reminders");

        var began = TimeProvider.System.GetTimestamp();
        await desk.ApproveAsync(other, "ideas", 1);
        var (took, done) = (TimeProvider.System.GetElapsedTime(began), wire.Done);
        await Desk.UntilAsync(() => Task.FromResult(wire.Done == Many), "all reminders", patience: TimeSpan.FromMinutes(10));

        output.WriteLine($"{Many} reminders in {TimeProvider.System.GetElapsedTime(wire.Began).TotalSeconds:0.0} s; a decision after {done} of them took {took.TotalMilliseconds:0} ms; at most {wire.Most} projects held at once");
        Assert.True(done < Many, $"The decision got through after all {Many} reminders.");
        Assert.InRange(wire.Most, 1, AtOnce);
        await Parallel.ForEachAsync(projects, Ct, async (project, _) =>
        {
            var told = (await desk.Workshop.EntriesAsync(project)).Skip(1).Select(entry => entry.Event);
            Assert.Equal((1, Since.AddDays(1)), Assert.Single(told) is WriterReminded reminded ? (reminded.Number, reminded.Due) : default);
        });
        var rows = await new DueTable(clients).ListAsync(Since.AddDays(3), Ct).ToListAsync(Ct);
        Assert.Equal(projects.Order(StringComparer.Ordinal).Select(project => new DueProject(Since.AddDays(3), project)), rows);
        Assert.Equal([other], await desk.Active.ListAsync(Ct).ToListAsync(Ct));
    }

    private static DateTimeOffset Since { get; } = Samples.Started("any").At;

    /// <summary>Projects that wait for their brief, as they are stored once they are put away.</summary>
    private static async Task SeedAsync(StorageClients clients, string[] projects)
    {
        var journal = new JournalTable(clients);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct };
        await Parallel.ForEachAsync(projects, parallel, async (project, ct) => await journal.AppendAsync(project, [Samples.Started(project)], isOneOff: true, ct));
        foreach (var some in projects.Chunk(100))
        {
            var rows = some.Select(project => new TableEntity("due", $"{Since.AddDays(1).UtcTicks:D19}.{project}"));
            await clients.Tables.GetTableClient("Due").SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), Ct);
        }
    }

    /// <summary>Counts the waiting projects that a head holds: from the reading of the snapshot until the row of the past is gone.</summary>
    private sealed class HeldProjects(HashSet<string> waiting) : HttpPipelineSynchronousPolicy
    {
        private const string Row = "/Due(PartitionKey='due',RowKey='";

        private readonly ConcurrentDictionary<string, byte> _held = new();
        private readonly Lock _counting = new();
        private int _done;

        public long Began { get; } = TimeProvider.System.GetTimestamp();

        public int Most { get; private set; }

        public int Done => Volatile.Read(ref _done);

        public override void OnSendingRequest(HttpMessage message)
        {
            var address = Uri.UnescapeDataString(message.Request.Uri.ToString());
            if (message.Request.Method != RequestMethod.Get || !address.EndsWith("/snapshot.json", StringComparison.Ordinal)) return;
            if (waiting.Contains(address.Split('/')[^2])) _held.TryAdd(address.Split('/')[^2], 0);
            lock (_counting) Most = Math.Max(Most, _held.Count);
        }

        public override void OnReceivedResponse(HttpMessage message)
        {
            var address = Uri.UnescapeDataString(message.Request.Uri.ToString());
            if (message.Request.Method != RequestMethod.Delete || !address.Contains(Row, StringComparison.Ordinal)) return;
            var project = address.Split(Row)[1].Split('\'')[0].Split('.', 2)[1];
            if (_held.TryRemove(project, out _)) Interlocked.Increment(ref _done);
        }
    }
}
