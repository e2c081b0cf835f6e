using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MovieChat.Local.Azurite;
using MovieChat.Storage;
using MovieChat.Tests.Access.Fuzz;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Web;
using MovieChat.Web.Problems;
using MovieChat.Workflows.Projects;

namespace MovieChat.Tests.Access;

/// <summary>Whatever is sent, the service answers with what it promises, loses nothing and tells nothing.</summary>
/// <remarks><c>MOVIECHAT_FUZZ_REQUESTS</c> is how many requests are sent (50000 for the full run), <c>MOVIECHAT_FUZZ_SEED</c> the seed
/// of an earlier run, to send the same again.</remarks>
public sealed class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Writers = 4;
    private const int UsualRequests = 4000;

    /// <summary>How many of each writer's projects are read from storage in the end.</summary>
    private const int Reread = 20;

    private const string ForeignCanary = "canary-of-somebody-else";

    /// <summary>As the embedded head has them, and the project's own down to Debug.</summary>
    private static readonly (string, string)[] Settings =
    [
        ("Logging:LogLevel:Default", "Debug"), ("Logging:LogLevel:Microsoft.AspNetCore", "Warning"), ("MovieChat:Limits:Burst", "1000000"),
        ("MovieChat:Limits:RequestsPerSecond", "1000000"), ("MovieChat:Limits:EventStreams", "10000"),
    ];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"moviechat-fuzz-{Guid.NewGuid():N}");
    private readonly StorageWatch _watch = new();
    private AzuriteProcess _azurite = null!;
    private FrontDoor _door = null!;

    private static int Requests => Setting("MOVIECHAT_FUZZ_REQUESTS") ?? UsualRequests;

    private static int Seed { get; } = Setting("MOVIECHAT_FUZZ_SEED") ?? Random.Shared.Next();

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(AzuriteFixture.Options(_folder), NullLogger.Instance, CancellationToken.None);
        var clients = StorageClients.Create(StorageSettings.Of(_azurite.Address.ConnectionString), null, _watch);
        await StorageSetup.CreateAsync(clients, CancellationToken.None);
        _door = await FrontDoor.OpenAsync(
            clients,
            services => services.AddSingleton<IStartupFilter>(_watch).AddSingleton<IProjectHost>(host => ActivatorUtilities.CreateInstance<QuietHost>(host, true)),
            Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _azurite.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Requests_GrownWild_BreakNothingAndTellNothing()
    {
        using var somebody = await _door.WriterAsync();
        var foreign = (await (await somebody.PostAsync("/api/projects", FuzzFilm.Beginning(ForeignCanary))).ReadAsync(System.Net.HttpStatusCode.Created)).Text("id");
        var before = await StateAsync(somebody, foreign);
        var (revoked, bystander) = (await RevokedAsync(), await _door.WriterAsync());
        var writers = new List<Visitor>();
        for (var count = 0; count < Writers; count++) writers.Add(await _door.WriterAsync($"fuzz{count}"));
        string[] secrets = [.. writers.Select(writer => writer.Key!), somebody.Key!, bystander.Key!, _door.Owner.Key!, revoked];
        using var log = new FaultLog(line => secrets.Append(ForeignCanary).Append(FuzzFilm.Canary).Append(Odd.Canary).Any(secret => line.Contains(secret, StringComparison.Ordinal)));
        _door.Get<ILoggerFactory>().AddProvider(log);
        LoggerMessage.Define(LogLevel.Debug, default, "The log is heard.")(_door.Get<ILogger<ProblemAnswers>>(), null);
        Assert.Equal(1, log.Lines);
        var check = new AnswerCheck([.. secrets, ForeignCanary]);
        var fuzzers = writers.Select((writer, index) => new Fuzzer(
            $"{index}", _door, writer, new(new(unchecked(Seed + index)), new(writer.Key!, bystander.Key!, _door.Owner.Key!, revoked), foreign), check, _watch)).ToList();

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(fuzzers.Select(fuzzer => fuzzer.RunAsync(Requests / Writers)));
        Print(fuzzers, log, Stopwatch.GetElapsedTime(started));

        Assert.All(fuzzers, fuzzer => Assert.NotEqual(0, fuzzer.Changes));
        var faults = fuzzers.SelectMany(fuzzer => fuzzer.Faults).Concat(log.Faults.Select(line => $"in the log: {line}")).ToList();
        Assert.True(faults.Count == 0, $"seed {Seed}, {faults.Count} faults:\n{string.Join('\n', faults.Take(30))}");
        Assert.Equal(before, await StateAsync(somebody, foreign));
        Assert.Empty(await bystander.ProjectsAsync().Where(id => id == foreign).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var (writer, fuzzer) in writers.Zip(fuzzers))
        {
            // What was not answered may have begun a project all the same, also after somebody looked.
            var listed = await writer.ProjectsAsync().ToListAsync(TestContext.Current.CancellationToken);
            Assert.Empty(fuzzer.Projects.Except(listed));
            Assert.InRange(listed.Count - fuzzer.Projects.Count, 0, fuzzer.Statuses.GetValueOrDefault(0));
            foreach (var project in fuzzer.Projects.TakeLast(Reread)) await CheckStoredAsync(project);
        }
    }

    /// <summary>What the host knows of a project is what a host that knows nothing reads.</summary>
    private async Task CheckStoredAsync(string project)
    {
        var known = await _door.Get<IProjectHost>().FindAsync(project, TestContext.Current.CancellationToken);
        Assert.Equal(known, await _door.Get<ProjectJournal>().ReadAsync(project, TestContext.Current.CancellationToken));
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>All that a project's writer can read of it.</summary>
    private static async Task<string> StateAsync(Visitor writer, string project)
    {
        var parts = new List<string>();
        foreach (var rest in new[] { "", "/journal", "/documents/brief/drafts", "/exports/project.json?draft=true" })
        {
            parts.Add(await (await writer.GetAsync($"/api/projects/{project}{rest}")).TextAsync());
        }

        return string.Join('\n', parts);
    }

    private async Task<string> RevokedAsync()
    {
        var made = await (await _door.Owner.PostAsync("/api/keys", new { writer = "gone", name = "laptop" })).ReadAsync(System.Net.HttpStatusCode.Created);
        await _door.Owner.DeleteAsync($"/api/keys/{made.Text("id")}");
        return made.Text("key");
    }

    private void Print(List<Fuzzer> fuzzers, FaultLog log, TimeSpan taken)
    {
        var statuses = fuzzers.SelectMany(fuzzer => fuzzer.Statuses).GroupBy(entry => entry.Key, entry => entry.Value).OrderBy(group => group.Key);
        output.WriteLine(
            $"seed {Seed}: {Requests} requests in {taken.TotalSeconds:F1} s, slowest {fuzzers.Max(fuzzer => fuzzer.Slowest).TotalMilliseconds:F0} ms, {log.Lines} log lines, {_watch.Operations} storage operations, {fuzzers.Sum(fuzzer => fuzzer.Changes)} changes of films; "
            + string.Join(", ", statuses.Select(group => $"{group.Key}: {group.Sum()}")));
    }
}
