using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking;

/// <summary>Where the film stands, out of what the tools say of it.</summary>
internal static partial class FilmStateTalk
{
    private const int Events = 8;

    public static bool Is(string said) => Kind(said) is not null;

    public static Reply? To(TalkTurn turn)
    {
        if (Kind(turn.Said) is not { } kind) return null;
        var look = kind == "last" ? ToolCall.ReadJournal(Events) : ToolCall.ReadFilm;
        if (turn.Lacks([look, .. TalkPerson.Wanted(turn)]) is { } reading) return reading;
        if (turn.ResultOf(look) is not { } result) return Reply.Say(turn.Line("state.blind"));
        if (new ToolStep(look, result).Trouble is { } trouble) return Reply.Say(turn.Line("read.trouble", ("why", trouble.TrimEnd('.'))));
        var people = TalkPerson.Of(turn);
        return Reply.Say(kind switch
        {
            "last" => Happened(turn, result, people),
            "awaiting" => Awaiting(turn, result, people),
            "stale" => Stale(turn, result, people),
            "budget" => turn.Line("state.budget", ("spent", $"{result["tokens"]?["spent"] ?? 0}"), ("limit", $"{result["tokens"]?["limit"] ?? 0}")),
            "stated" => Stated(turn, result),
            _ => Whole(turn, result, people),
        });
    }

    private static string Whole(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people)
    {
        var groups = Lines(result).GroupBy(line => Text(line, "status")).ToDictionary(group => group.Key, group => group.Select(line => Text(line, "id")).ToList());
        string[] sentences =
        [
            Told("approved", "state.approved"), Told("drafting", "state.drafting"), Told("failed", "state.failed"), Told("waiting", "state.waiting"),
            StaleOf(turn, result, people), AwaitingOf(turn, result, people) is { Length: > 0 } awaiting ? awaiting : turn.Line("state.nothing"),
        ];
        return Grammar.Sentences.Join(sentences);

        string Told(string status, string key) => groups.GetValueOrDefault(status) is { Count: > 0 } ids ? turn.Line(ids.Count == 1 ? $"{key}.one" : key, ("documents", DocumentNames.List(ids, people))) : "";
    }

    private static string Awaiting(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people) =>
        Grammar.Sentences.Join(AwaitingOf(turn, result, people) is { Length: > 0 } awaiting ? awaiting : turn.Line("state.nothing"), StaleOf(turn, result, people), Failed(turn, result, people));

    /// <summary>What awaits a decision and is neither stale nor failed: of those more is told.</summary>
    private static string AwaitingOf(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people)
    {
        var ids = Lines(result).Where(line => Text(line, "status") == "awaitingApproval").ToList();
        if (ids.Count == 0) return "";
        var names = ids.Take(6).Select(line => line["draft"] is { } draft ? $"{DocumentNames.Of(Text(line, "id"), people)}, draft {draft}" : DocumentNames.Of(Text(line, "id"), people)).ToList();
        if (ids.Count > 6) names.Add($"{ids.Count - 6} more");
        return turn.Line(ids.Count == 1 ? "state.awaits.one" : "state.awaits", ("documents", Phrases.List(names)));
    }

    private static string Stale(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people) =>
        StaleOf(turn, result, people) is { Length: > 0 } stale ? $"{stale} {turn.Line("state.stale.what")}" : turn.Line("state.stale.none");

    private static string StaleOf(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people) => Grammar.Sentences.Join(
        Lines(result).Where(line => Text(line, "status") == "stale")
            .GroupBy(line => DocumentNames.List([.. (line["because"] as JsonArray ?? []).Select(cause => cause?.ToString() ?? "").Where(cause => cause.Length > 0)], people))
            .Select(group => turn.Line(group.Count() == 1 ? "state.stale" : "state.stale.many", ("document", DocumentNames.List([.. group.Select(line => Text(line, "id"))], people, most: 20)), ("causes", group.Key.Length > 0 ? group.Key : "something above"))));

    private static string Failed(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people) => Grammar.Sentences.Join(
        Lines(result).Where(line => line["failure"] is not null).Take(3).Select(line => turn.Line("state.failure", ("document", DocumentNames.Of(Text(line, "id"), people)), ("why", Text(line, "failure").TrimEnd('.')))));

    private static string Stated(TalkTurn turn, JsonObject result)
    {
        var facts = (result["stated"] as JsonArray ?? []).Select(fact => fact?["text"]?.ToString().TrimEnd('.') ?? "").Where(fact => fact.Length > 0).ToList();
        return facts.Count == 0 ? turn.Line("state.stated.none") : turn.Line("state.stated", ("facts", string.Join("; ", facts.TakeLast(12))));
    }

    private static string Happened(TalkTurn turn, JsonObject result, IReadOnlyList<TalkPerson> people)
    {
        var events = (result["events"] as JsonArray ?? []).OfType<JsonObject>().Where(each => Shelf.Talk.Events.ContainsKey(Text(each, "what"))).TakeLast(5).Reverse().ToList();
        if (events.Count == 0) return turn.Line("state.last.none");
        var told = events.Select(each => Phrases.Filled(Shelf.Talk.Events[Text(each, "what")], ("who", Who(Text(each, "by"))), ("document", Text(each, "document") is { Length: > 0 } id ? DocumentNames.Of(id, people) : "the film"))
            + (Text(each, "notes") is { Length: > 0 } notes ? $", with the note {Phrases.Quote(notes, 80)}" : "") + $" ({Text(each, "at")})");
        return turn.Line("state.last", ("events", string.Join(". ", told)));
    }

    private static string Who(string by) => by switch { "writer" => "you", "companion" => "I", _ => "the service" };

    private static IEnumerable<JsonObject> Lines(JsonObject result) => (result["documents"] as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonObject item, string name) => item[name]?.ToString() ?? "";

    private static string? Kind(string said) =>
        said.Length > 200 ? null : Last().IsMatch(said) ? "last" : StaleWords().IsMatch(said) ? "stale" : AwaitingWords().IsMatch(said) ? "awaiting" : BudgetWords().IsMatch(said) ? "budget" : StatedWords().IsMatch(said) ? "stated" : Where().IsMatch(said) ? "whole" : null;

    [GeneratedRegex(@"\bwhere (are we|do we stand|does (the film|it|everything) stand|is the film|were we)\b|\A\W*(status|progress)\W*\z|\bwhat('s| is) the (status|state|progress)\b|\bhow far (are we|is the film|along)\b|\bwhat('s| is) (done|missing|finished|next)\s*\?|\bwhat comes next\s*\?|\bwhat (do|should) (I|we) do (now|next)\b|\bcatch me up\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Where();

    [GeneratedRegex(@"\A\W*(and |so |ok,? )?(what|which|is there anything|anything|show me what)\b.{0,30}\b(awaits?|waits?|waiting|to (approve|decide)|needs me|on my desk|pending)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AwaitingWords();

    [GeneratedRegex(@"\A\W*(and |so |ok,? )?(what|which|why|is|are|anything)\b.{0,60}\b(stale|out of date|outdated)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex StaleWords();

    [GeneratedRegex(@"\bwhat (has |have |was )?(just |last |been )*(happened|changed|done)( (last|lately|recently|so far|since( (yesterday|last time|then))?))?( (with|to) the (film|project))?\s*[?.!]*\s*\z|\bwhat happened last\b|\bwhat('s| is) new\b|\b(show|read)( me)? the (journal|history)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Last();

    [GeneratedRegex(@"\A\W*how (much|many)\b.{0,30}\b(budget|tokens?|money|cost|spent|left)\b|\bwhat (has|have|did) (it|this|the film|we) (cost|spent|spend)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BudgetWords();

    [GeneratedRegex(@"\A\W*what\b.{0,20}\b(I|we) (have |had )?(stated|told you|fixed|laid down)\b|\b(which|what|list (the|my|all)) .{0,10}facts\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex StatedWords();
}
