using System.Collections.Concurrent;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Shared;
using MovieChat.Tests.Storage;

namespace MovieChat.Tests.Local;

/// <summary>Kills the head, at moments that a seed chooses, while film after film is made and decided on.</summary>
public sealed class HeadKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int MostLooks = 300;

    /// <summary>The model's calls take up to so many milliseconds.</summary>
    private const int LongestCall = 150;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Random _random = new(Number("MOVIECHAT_KILL_SEED", 20260517));
    private readonly ConcurrentQueue<string> _askedAgain = new();
    private readonly HashSet<Decision> _acknowledged = [];
    private readonly List<string> _projects = [];
    private HeadHome _home = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _home = await HeadHome.OpenAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNothingAcknowledgedAndCountsEverythingOnce()
    {
        var kills = Number("MOVIECHAT_KILLS", 9);
        await using var model = await ModelServer.StartAsync(before: ThinkAsync);
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % 9 == 8) await _home.KillAtStartAsync(TimeSpan.FromMilliseconds(_random.Next(2500)), model.Settings);
            else await LiveAndDieAsync(model, isEarly: kill % 3 == 0);
        }

        await using (var last = await _home.StartAsync(model.Settings))
        {
            using var client = new HeadClient(last);
            foreach (var project in _projects) await Desk.UntilAsync(async () => (string?)(await client.ProjectAsync(project))["status"] != "working", "the film to stand still");
        }

        foreach (var project in _projects) await CheckAsync(project);
        Assert.Empty(_askedAgain);
        Assert.True(_acknowledged.Count > kills / 5, $"Only {_acknowledged.Count} decisions were made.");
        var needed = model.Calls.DistinctBy(call => (call.Project, call.Order)).Count();
        output.WriteLine($"{kills} kills, {_projects.Count} films, {_acknowledged.Count} decisions, {model.Calls.Count} calls of the model for {needed} orders: {(double)model.Calls.Count / needed:0.000}");
    }

    /// <summary>One head, from its start to its kill: while it warms up, or after at least one decision.</summary>
    private async Task LiveAndDieAsync(ModelServer model, bool isEarly)
    {
        await using var head = await _home.StartAsync(model.Settings);
        using var client = new HeadClient(head);
        var (looks, delay) = (_random.Next(1, 30), TimeSpan.FromMilliseconds(_random.Next(40)));
        var (atFirst, seen, killing) = (isEarly ? -1 : _acknowledged.Count, 0, Task.CompletedTask);
        try
        {
            while (true)
            {
                if ((_acknowledged.Count > atFirst || ++seen > MostLooks) && --looks == 0) killing = KillAfterAsync(head, delay);
                await Task.Delay(Glance, Ct);
                await DecideAsync(client);
            }
        }
        catch (Exception ended) when (HeadProcess.IsGone(ended))
        {
            await killing;
        }
    }

    private static async Task KillAfterAsync(HeadProcess head, TimeSpan delay)
    {
        await Task.Delay(delay, Ct);
        await head.KillAsync();
    }

    /// <summary>Decides on whatever awaits of the current film, as fast as it goes. When it is complete, the next one begins.</summary>
    private async Task DecideAsync(HeadClient client)
    {
        if (_projects.Count == 0) _projects.Add(await client.BeginAsync());
        var project = _projects[^1];
        var state = await client.ProjectAsync(project);
        if ((string?)state["status"] == "complete") _projects.Add(await client.BeginAsync());
        foreach (var document in state["documents"]!.AsArray().Where(found => (string?)found!["status"] == "awaitingApproval" && found["draft"] is not null))
        {
            var (id, draft) = ((string)document!["id"]!, (int)document["draft"]!);
            var verb = (draft, _random.Next(8)) switch { (1, 0) => "revise", (1, 1) => "stuck", _ => "approve" };
            if (await client.DecideAsync(project, id, draft, verb, verb == "approve" ? null : "Colder.") == 202) _acknowledged.Add(new(project, verb, id, draft));
        }
    }

    /// <summary>The model takes its time, and is not asked for what is stored.</summary>
    private async Task ThinkAsync(ModelCall call, CancellationToken cancellationToken)
    {
        if (await new DraftTable(_home.Clients).IsAnsweredAsync(call.Project, call.Order, cancellationToken)) _askedAgain.Enqueue($"{call.Project} {call.Order}");
        await Task.Delay(Random.Shared.Next(LongestCall), cancellationToken);
    }

    private async Task CheckAsync(string project)
    {
        var entries = await new JournalTable(_home.Clients).ReadAsync(project, 0, Ct).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        var made = entries.Where(entry => entry.By != WritingProject.Service).Select(entry => DecisionIn(project, entry.Event)).OfType<Decision>().ToArray();
        Assert.Empty(_acknowledged.Where(decision => decision.Project == project).Except(made));
        Assert.Equal(made.Distinct(), made);
        var results = entries.Select(entry => ResultIn(entry.Event)).OfType<string>().ToArray();
        Assert.Equal(results.Distinct(), results);
        Assert.Superset(results.ToHashSet(), entries.Select(entry => OrderIn(entry.Event)).OfType<string>().ToHashSet());
    }

    private static Decision? DecisionIn(string project, ProjectEvent made) => made switch
    {
        DraftApproved approved => new(project, "approve", approved.Document.ToString(), approved.Draft),
        DraftRequested { Request: { Verb: Verb.Revise } request } asked => new(project, "revise", asked.Document.ToString(), request.Base!.Number),
        TipsRequested { Request: var request } asked => new(project, "stuck", asked.Document.ToString(), request.Base!.Number),
        _ => null,
    };

    private static string? ResultIn(ProjectEvent made) => made switch
    {
        DraftReceived received => $"{received.Document}@{received.Draft.Number}",
        TipsReceived received => $"{received.Document}~{received.Number}",
        _ => null,
    };

    private static string? OrderIn(ProjectEvent made) => made switch
    {
        DraftOrdered ordered => $"{ordered.Document}@{ordered.Number}",
        TipsRequested asked => $"{asked.Document}~{asked.Number}",
        _ => null,
    };

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var given) && given > 0 ? given : usual;

    private sealed record Decision(string Project, string Verb, string Document, int Draft);
}
