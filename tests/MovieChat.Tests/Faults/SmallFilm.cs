using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using MovieChat.Storage;
using MovieChat.Tests.Storage;
using MovieChat.Tests.Workflows;
using MovieChat.Tests.Writing;

namespace MovieChat.Tests.Faults;

/// <summary>A film of three minutes, two people and two scenes: what its writer brings, and a model that always writes the same.</summary>
/// <param name="clients">Of the storage in which the answers are.</param>
internal sealed class SmallFilm(StorageClients clients)
{
    private readonly DraftTable _drafts = new(clients);
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentQueue<string> _askedAgain = new();

    /// <summary>The orders that the model was asked for, each call with its project.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>The orders among <see cref="Calls"/> whose answer was stored already.</summary>
    public IReadOnlyCollection<string> AskedAgain => _askedAgain;

    public static IReadOnlyDictionary<string, JsonElement> Brought { get; } = new Dictionary<string, JsonElement>
    {
        ["brief"] = Workshop.Element(Brief()),
        ["cast"] = Workshop.Element(Cast()),
        ["profile:mara"] = Workshop.Element(GoodFilm.ProfileOf("mara", "jon")),
    };

    /// <summary>Longer than what a row holds.</summary>
    public static JsonElement LongPlot
    {
        get
        {
            var plot = GoodFilm.Plot;
            plot["middle"] = GoodFilm.Words("The river takes what it wants.", 700);
            return Workshop.Element(plot);
        }
    }

    private static JsonObject Tips => new()
    {
        ["tips"] = new JsonArray("Begin late."),
        ["ways"] = new JsonArray([.. Enumerable.Range(1, 3).Select(way => (JsonNode)new JsonObject { ["title"] = $"Way {way}", ["text"] = "Turn back." })]),
    };

    /// <param name="isDead">Whether the process that asks has crashed: it gets no answer, and has not asked.</param>
    public ModelDouble ModelFor(Func<bool> isDead) => new(async (call, cancellationToken) =>
    {
        if (isDead()) await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        _calls.Enqueue($"{call.Project} {call.Order}");
        if (await _drafts.IsAnsweredAsync(call.Project, call.Order, cancellationToken)) _askedAgain.Enqueue($"{call.Project} {call.Order}");
        var task = call.Request["task"]!;
        return (string?)task["verb"] == "stuck" ? Tips.ToJsonString() : Answer(call.Order, (int)task["count"]!);
    });

    private static string Answer(string order, int count)
    {
        var document = order.Split('@')[0].Split(':');
        return Commissions.Options([.. Enumerable.Range(1, count).Select(option => Content(document[0], document[^1], $"{order}, {option}"))]);
    }

    private static JsonObject Content(string kind, string key, string mark) => kind switch
    {
        "synopsis" => Commissions.Synopsis(mark),
        "profile" => GoodFilm.ProfileOf(key, "mara"),
        "plot" => GoodFilm.Plot,
        "scenes" => Scenes(),
        "dialogue" => GoodFilm.DialogueOf(key),
        _ => throw new ArgumentException($"The small film has no {kind}."),
    };

    private static JsonObject Brief()
    {
        var brief = GoodFilm.Brief;
        brief["lengthMinutes"] = 3;
        return brief;
    }

    private static JsonObject Cast()
    {
        var cast = GoodFilm.Cast;
        Keep(cast["characters"]!, "mara", "jon");
        return cast;
    }

    private static JsonObject Scenes()
    {
        var scenes = GoodFilm.Scenes;
        foreach (var scene in scenes["scenes"]!.AsArray()) scene!["wants"] = new JsonArray();
        Keep(scenes["scenes"]!, "s1", "s4");
        scenes["scenes"]![1]!["characters"] = new JsonArray("mara", "jon");
        return scenes;
    }

    private static void Keep(JsonNode items, params string[] ids)
    {
        foreach (var other in items.AsArray().Where(item => !ids.Contains((string?)item!["id"])).ToArray()) items.AsArray().Remove(other);
    }
}
