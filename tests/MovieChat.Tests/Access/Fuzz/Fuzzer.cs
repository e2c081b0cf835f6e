using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using MovieChat.Storage;
using MovieChat.Tests.Web;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Sends grown requests for one writer, one after the other, and looks at each answer and at what was stored for it.</summary>
internal sealed class Fuzzer(string name, FrontDoor door, Visitor writer, RequestGrower grower, AnswerCheck check, StorageWatch watch) : IDisposable
{
    /// <summary>An answer takes milliseconds; the machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int RequestsPerRound = 200;

    private readonly Wire _wire = new(new(door.Address));
    private readonly JournalTable _journal = door.Get<JournalTable>();
    private readonly List<string> _projects = [];
    private FuzzFilm _film = null!;

    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>How many answers had which status; 0 stands for a connection closed without an answer.</summary>
    public Dictionary<int, int> Statuses { get; } = [];

    /// <summary>How many requests changed the film.</summary>
    public int Changes { get; private set; }

    public TimeSpan Slowest { get; private set; }

    /// <summary>The projects that were begun by answers of success, and not deleted by one.</summary>
    public IReadOnlyList<string> Projects => _projects;

    public async Task RunAsync(int requests)
    {
        await BeginAsync();
        for (var count = 1; count <= requests; count++)
        {
            await SendAsync($"{name}.{count}", grower.Next(_film, _projects));
            if (count % RequestsPerRound == 0) await WorkAsync();
        }
    }

    public void Dispose() => _wire.Dispose();

    private async Task BeginAsync()
    {
        var answer = await writer.PostAsync("/api/projects", FuzzFilm.Beginning(FuzzFilm.Canary));
        _film = new(await answer.ReadAsync(System.Net.HttpStatusCode.Created));
        _projects.Add(_film.Id);
    }

    /// <summary>The models write what is owed by now.</summary>
    private async Task WorkAsync()
    {
        await door.WorkAsync(_film.Id);
        await RereadAsync();
    }

    /// <summary>What became of a request that was not answered shows in the writer's projects.</summary>
    private async Task FindOutAsync()
    {
        _projects.Clear();
        _projects.AddRange(await writer.ProjectsAsync().ToListAsync());
        if (_projects.Contains(_film.Id)) await RereadAsync();
        else await BeginAsync();
    }

    private async Task RereadAsync() => _film.Follow(await writer.GetJsonAsync($"/api/projects/{_film.Id}"));

    private async Task SendAsync(string number, GrownRequest grown)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var answer = await _wire.SendAsync(grown.Request.With(StorageWatch.Header, number), patience.Token);
            Statuses[answer.Status] = Statuses.GetValueOrDefault(answer.Status) + 1;
            foreach (var fault in check.Faults(grown.Request, answer)) Faults.Enqueue($"{fault}\n  {grown.Request}\n  {answer.Status} {answer.Text}");
            await FollowAsync(grown, answer, await watch.TakeAsync(number));
        }
        catch (OperationCanceledException)
        {
            _wire.Dispose();
            Faults.Enqueue($"no answer in {Patience.TotalSeconds} s\n  {grown.Request}");
        }

        var taken = Stopwatch.GetElapsedTime(started);
        if (taken > Slowest) Slowest = taken;
    }

    /// <summary>What was refused, or only asked, stored nothing; what was answered with success is what the journal holds, and nothing beyond.</summary>
    private async Task FollowAsync(GrownRequest grown, WireAnswer answer, IReadOnlyList<string> stored)
    {
        if (stored.Count > 0 && (answer.Status >= 400 || grown.Request.IsSafe))
        {
            Faults.Enqueue($"{string.Join(", ", stored)} was stored\n  {grown.Request}\n  {answer.Status} {answer.Text}");
        }

        if (grown.Request.IsSafe) return;
        if (answer.Status is >= 200 and < 300 && grown.Shown is Shown.Writer && await IsGoneAsync(grown, answer, stored)) return;
        if (stored.Count == 0) return;
        if (answer.Status == 0) await FindOutAsync();
        var isBeyond = await _journal.ReadAsync(_film.Id, _film.Revision, CancellationToken.None).AnyAsync();
        if (!isBeyond) return;
        Faults.Enqueue($"the journal grew beyond {_film.Revision}\n  {grown.Request}\n  {answer.Status} {answer.Text}");
        await RereadAsync();
    }

    private async Task<bool> IsGoneAsync(GrownRequest grown, WireAnswer answer, IReadOnlyList<string> stored)
    {
        if (answer.Status == 204)
        {
            _projects.Remove(grown.Project);
            if (grown.Project == _film.Id) await BeginAsync();
            return true;
        }

        if (JsonNode.Parse(answer.Body) is not { } snapshot || snapshot["revision"] is null) return false;
        if (answer.Status == 201 && !_projects.Contains(snapshot.Text("id"))) _projects.Add(snapshot.Text("id"));
        if (snapshot.Text("id") != _film.Id) return false;
        var grownBy = (long)snapshot["revision"]! - _film.Revision;
        if (grownBy < 0 || (grownBy > 0 && stored.Count == 0)) Faults.Enqueue($"revision {_film.Revision} is followed by {snapshot["revision"]}\n  {grown.Request}");
        if (grownBy > 0) Changes++;
        _film.Follow(snapshot);
        return false;
    }
}
