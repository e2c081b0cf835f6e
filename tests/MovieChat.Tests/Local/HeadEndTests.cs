using System.Collections.Concurrent;
using MovieChat.Core.Journey;
using MovieChat.Storage;
using MovieChat.Tests.Models;
using MovieChat.Tests.Shared;

namespace MovieChat.Tests.Local;

/// <summary>How the embedded head ends, gently and otherwise, and what the next one finds.</summary>
public sealed class HeadEndTests : IAsyncLifetime
{
    private const int Kills = 15;
    private const int Seed = 20260517;
    private const int MostLooks = 300;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private HeadHome _home = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _home = await HeadHome.OpenAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Terminate_InTheMiddleOfAModelCall_EndsAtOnceAndTheNextStartDoesTheWork()
    {
        await using var model = await HostileModelServer.StartAsync();
        model.Script(HostileAnswers.Hang());
        string project;
        await using (var head = await _home.StartAsync(new Dictionary<string, string?>
        {
            ["MovieChat__Text__Provider"] = "openai",
            ["MovieChat__Text__Endpoint"] = $"{model.Address}v1",
            ["MovieChat__Text__Model"] = "hostile",
        }))
        {
            using var client = new HeadClient(head);
            project = await client.BeginAsync();
            await Desk.UntilAsync(() => Task.FromResult(model.Seen.Count == 1), "the model to be asked");
            var began = TimeProvider.System.GetTimestamp();

            Assert.Equal(0, await head.StopAsync());

            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        }

        await using var next = await _home.StartAsync();
        using var again = new HeadClient(next);
        await again.UntilAsync(project, "ideas", "awaitingApproval");
    }

    /// <summary>Kills the head at moments that a seed chooses while a film is made and decided on.</summary>
    [Fact]
    public async Task Kill_AtAnyMoment_LosesNothingAcknowledgedAndCountsEverythingOnce()
    {
        var askedAgain = new ConcurrentQueue<string>();
        var drafts = new DraftTable(_home.Clients);
        await using var model = await ModelServer.StartAsync(before: async (call, ct) =>
        {
            if (await drafts.FindAsync(call.Project, DocumentId.Parse(call.Document), call.Order, ct) is not null) askedAgain.Enqueue(call.Order);
        });
        var random = new Random(Seed);
        var acknowledged = new HashSet<(string Document, int Draft)>();
        var project = "";
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var head = await _home.StartAsync(model.Settings);
            using var client = new HeadClient(head);
            if (project.Length == 0) project = await client.BeginAsync();
            var killing = Task.CompletedTask;
            var (looks, delay) = (random.Next(1, 30), TimeSpan.FromMilliseconds(random.Next(40)));

            // A third of the heads end while they warm up, the others after at least one decision.
            var (atFirst, seen) = (kill % 3 == 0 ? -1 : acknowledged.Count, 0);
            await DecideUntilItEndsAsync(client, project, acknowledged, onLook: () =>
                killing = (acknowledged.Count > atFirst || ++seen > MostLooks) && --looks == 0 ? KillAfterAsync(head, delay) : killing);
            await killing;
        }

        await using (var last = await _home.StartAsync(model.Settings))
        {
            using var client = new HeadClient(last);
            await Desk.UntilAsync(async () => (string?)(await client.ProjectAsync(project))["status"] != "working", "the film to stand still");
        }

        var entries = await new JournalTable(_home.Clients).ReadAsync(project, 0, Ct).ToListAsync(Ct);
        var approved = entries.Select(entry => entry.Event).OfType<DraftApproved>().Select(made => (made.Document.ToString(), made.Draft)).ToArray();
        var received = entries.Select(entry => entry.Event).OfType<DraftReceived>().Select(made => (made.Document, made.Draft.Number)).ToArray();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.Empty(acknowledged.Except(approved));
        Assert.Equal(approved.Distinct().Count(), approved.Length);
        Assert.Equal(received.Distinct().Count(), received.Length);
        Assert.Empty(askedAgain);
        Assert.True(acknowledged.Count > 3, $"Only {acknowledged.Count} decisions were made.");
    }

    private static async Task KillAfterAsync(HeadProcess head, TimeSpan delay)
    {
        await Task.Delay(delay, Ct);
        await head.KillAsync();
    }

    /// <summary>Looks and approves whatever awaits, as fast as it goes, until nobody answers.</summary>
    private static async Task DecideUntilItEndsAsync(HeadClient client, string project, HashSet<(string Document, int Draft)> acknowledged, Action onLook)
    {
        try
        {
            while (true)
            {
                onLook();
                await Task.Delay(Glance, Ct);
                var state = await client.ProjectAsync(project);
                foreach (var document in state["documents"]!.AsArray().Where(found => (string?)found!["status"] == "awaitingApproval" && found["draft"] is not null))
                {
                    var (id, draft) = ((string)document!["id"]!, (int)document["draft"]!);
                    if (await client.ApproveAsync(project, id, draft) == 202) acknowledged.Add((id, draft));
                }
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
