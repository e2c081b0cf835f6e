using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MovieChat.Core.Film;
using MovieChat.Core.Writing;

namespace MovieChat.Understudy.Talking;

/// <summary>The film as far as this turn has read it.</summary>
internal static class FilmReading
{
    private static readonly string[] s_written = ["approved", "awaitingApproval", "stale"];
    private static readonly string[] s_order = ["brief", "ideas", "synopsis", "cast", "look", "profile", "portrait", "plot", "scenes", "dialogue", "shots", "frame"];

    /// <summary>The content that counts of a document that was read: the approved option, else the first.</summary>
    public static JsonObject? ContentIn(JsonObject? result)
    {
        if (result?["draft"] is not JsonObject draft || draft["options"] is not JsonArray options) return null;
        var approved = result["approvedOption"]?.ToString();
        return (options.FirstOrDefault(option => approved is not null && option?["number"]?.ToString() == approved) ?? options.FirstOrDefault())?["content"] as JsonObject;
    }

    public static JsonObject? Content(TalkTurn turn, string document) =>
        ContentIn(turn.ResultOf(ToolCall.Read(document))) ?? (turn.Context.Film.Focus is { } focus && focus.Id == document ? focus.Content as JsonObject : null);

    /// <summary>What an editor noted first on a document that was read; null when there is nothing.</summary>
    public static string? Note(TalkTurn turn, string document) =>
        (turn.ResultOf(ToolCall.Read(document))?["notes"] as JsonArray ?? []).Select(note => note?["text"]?.ToString()).FirstOrDefault(text => text is { Length: > 0 });

    /// <summary>The first of the documents with a status, in the order of the journey; null when none has it.</summary>
    public static string? First(TalkTurn turn, string status) => turn.Context.Film.Documents.GetValueOrDefault(status) is [var first, ..] ? first : null;

    public static string? Status(TalkTurn turn, string document) =>
        turn.Context.Film.Documents.FirstOrDefault(group => group.Value.Contains(document)).Key;

    /// <summary>Whether there may be a text of it: of a long list of documents only the first are told.</summary>
    public static bool IsWritten(TalkTurn turn, string document) =>
        Status(turn, document) is { } status ? s_written.Contains(status) : document.Contains(':') && turn.Context.Film.Documents.Values.Any(ids => ids.Any(id => id.StartsWith("and ", StringComparison.Ordinal)));

    /// <summary>Reading calls for those of the documents that are written.</summary>
    public static IEnumerable<ToolCall> Wanted(TalkTurn turn, params IEnumerable<string> documents) => documents.Distinct().Where(document => IsWritten(turn, document)).Select(ToolCall.Read);

    /// <summary>The first of the documents that is written, to stand in for the whole film; null when none is.</summary>
    public static string? Whole(TalkTurn turn, params IEnumerable<string> documents) => documents.FirstOrDefault(document => IsWritten(turn, document));

    /// <summary>What the film is about, for whoever writes <paramref name="document"/>: without itself, and without what comes after it.</summary>
    public static FilmFacts Facts(TalkTurn turn, string document)
    {
        var (kind, key) = document.Split(':', 2) is [var its, var about] ? (its, about) : (document, "");
        var before = s_order.TakeWhile(each => each != kind).ToHashSet();
        return new()
        {
            Title = turn.Context.Film.Title,
            Brief = As("brief", FilmJson.Readable.Brief),
            Idea = As("ideas", FilmJson.Readable.Idea),
            Synopsis = As("synopsis", FilmJson.Readable.Synopsis),
            Cast = As("cast", FilmJson.Readable.Cast),
            Plot = As("plot", FilmJson.Readable.Plot),
            Scenes = As("scenes", FilmJson.Readable.SceneList)?.Scenes,
            Scene = kind is "dialogue" or "shots" ? As("scenes", FilmJson.Readable.SceneList)?.Scenes.FirstOrDefault(scene => scene.Id == key) : null,
            Look = As("look", FilmJson.Readable.Look),
            Dialogues = kind == "shots" && Read(turn, $"dialogue:{key}", FilmJson.Readable.Dialogue) is { } page ? [page] : null,
        };

        T? As<T>(string id, JsonTypeInfo<T> type)
            where T : class => before.Contains(id) ? Read(turn, id, type) : null;
    }

    /// <summary>A document that was read, in its form; null when it was not, or is not of it.</summary>
    public static T? Read<T>(TalkTurn turn, string document, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Content(turn, document)?.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
