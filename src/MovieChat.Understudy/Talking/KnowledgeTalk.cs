using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;

namespace MovieChat.Understudy.Talking;

/// <summary>Who knows what by when, and who was there.</summary>
internal static partial class KnowledgeTalk
{
    private const int MostPeople = 8, MostTold = 6;

    public static Reply? To(TalkTurn turn)
    {
        var (knows, present) = (Knows().IsMatch(turn.Said), Present().IsMatch(turn.Said));
        if (!knows && !present) return null;
        if (turn.Lacks(TalkPerson.Wanted(turn)) is { } reading) return reading;
        var people = TalkPerson.Of(turn);
        var asked = people.Where(person => person.IsNamed(turn.Said)).Take(2).ToList();
        var scene = DocumentNames.SceneIn(turn.Said);
        if (present || (asked.Count == 0 && WhoKnows().IsMatch(turn.Said))) return Everybody(turn, people, scene, present);
        var names = asked.Select(person => person.Id).DefaultIfEmpty(Knows().Match(turn.Said).Groups["who"].Value.Trim()).Where(name => name.Length > 0).ToList();
        if (names.Count == 0 || (asked.Count == 0 && Pronoun().IsMatch(names[0]))) return null;
        ToolCall[] calls = [.. names.Select(name => ToolCall.Knowledge(name, scene))];
        return turn.Lacks(calls) ?? Reply.Say(calls.Select(call => Told(turn, call, asked.FirstOrDefault(person => person.Id == call.Arguments["character"]!.ToString())?.Name ?? "", scene)));
    }

    private static string Told(TalkTurn turn, ToolCall call, string name, string? scene)
    {
        if (turn.ResultOf(call) is not { } result) return turn.Line("state.blind");
        if (new ToolStep(call, result).Trouble is { } trouble) return turn.Line("read.trouble", ("why", trouble.TrimEnd('.')));
        var who = name.Length > 0 ? name : result["character"]?.ToString() ?? "";
        var when = scene is null ? "in the whole film" : $"before scene {scene}";
        string[] found = [.. (result["foundOut"] as JsonArray ?? []).Select(each => Phrases.Inner(each?.ToString() ?? ""))];
        JsonObject[] there = [.. (result["wasThere"] as JsonArray ?? []).OfType<JsonObject>()];
        return Sentences.Join(
            found.Length > 0 ? turn.Line("knows.found", ("who", who), ("when", when), ("what", Phrases.List([.. found.TakeLast(MostTold).Select(each => $"that {That().Replace(each, "")}")]))) : turn.Line("knows.nothing", ("who", who), ("when", when)),
            there.Length > 0 ? turn.Line("knows.there", ("who", who), ("scenes", Phrases.List([.. there.Select(each => Number(each["scene"]?.ToString() ?? ""))]))) : turn.Line("knows.absent", ("who", who), ("when", when)),
            there.Length > 0 ? turn.Line("knows.last", ("who", who), ("what", Phrases.Quote(there[^1]["what"]?.ToString() ?? ""))) : "");
    }

    /// <summary>Who was in a scene, or who has found something out: asked person by person.</summary>
    private static Reply? Everybody(TalkTurn turn, IReadOnlyList<TalkPerson> people, string? scene, bool present)
    {
        if (people.Count == 0) return Reply.Say(turn.Line("knows.nobody"));
        TalkPerson[] some = [.. people.Take(MostPeople)];
        if (turn.Lacks(some.Select(person => ToolCall.Knowledge(person.Id, null))) is { } reading) return reading;
        var results = some.Select(person => (person.Name, Result: turn.ResultOf(ToolCall.Knowledge(person.Id, null)) ?? [])).ToList();
        if (results.All(each => each.Result["error"] is not null)) return Reply.Say(turn.Line("read.trouble", ("why", $"{results[0].Result["error"]}".TrimEnd('.'))));
        if (!present) return Known(turn, results);
        var scenes = results.SelectMany(each => (each.Result["wasThere"] as JsonArray ?? []).OfType<JsonObject>()).Select(each => (Id: $"{each["scene"]}", What: $"{each["what"]}")).Distinct().ToList();
        var found = scene is not null ? scenes.FirstOrDefault(each => each.Id == scene || each.Id == $"s{scene}") : FilmTelling.Best(turn.Said, scenes, each => each.What);
        if (found.Id is null) return Reply.Say(turn.Line("knows.nowhere"));
        string[] there = [.. results.Where(each => (each.Result["wasThere"] as JsonArray ?? []).Any(entry => $"{entry?["scene"]}" == found.Id)).Select(each => each.Name)];
        return Reply.Say(turn.Line(there.Length == 1 ? "knows.present.one" : "knows.present", ("scene", Number(found.Id)), ("people", Phrases.List(there)), ("what", Phrases.Quote(found.What))));
    }

    private static Reply Known(TalkTurn turn, IReadOnlyList<(string Name, JsonObject Result)> results)
    {
        var all = results.SelectMany(each => (each.Result["foundOut"] as JsonArray ?? []).Select(found => $"{found}")).Distinct().ToList();
        if (FilmTelling.Best(turn.Said, all, found => found) is not { Length: > 0 } found) return Reply.Say(turn.Line("knows.nowhere"));
        string[] knowing = [.. results.Where(each => (each.Result["foundOut"] as JsonArray ?? []).Any(one => $"{one}" == found)).Select(each => each.Name)];
        return Reply.Say(turn.Line(knowing.Length == 1 ? "knows.who.one" : "knows.who", ("what", That().Replace(Phrases.Inner(found), "")), ("people", Phrases.List(knowing))));
    }

    private static string Number(string scene) => scene.Length > 1 && scene[0] == 's' && scene.Skip(1).All(char.IsDigit) ? scene[1..] : scene;

    [GeneratedRegex(@"\b(what|how much|whether|does|did|do) (all )?((does|did|do|can|could|would|has|have) )?(?<who>[\p{L}'’ -]{2,40}?) (really )?(already )?(know|knows|knew|known|learnt?|learned|find out|found out|been told)\b|\bwho (all )?(already )?(knows|knew|has found out|found out)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Knows();

    [GeneratedRegex(@"\bwho (all )?(already )?(knows|knew|has found out|found out)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WhoKnows();

    [GeneratedRegex(@"\bwho (else )?(was|were|is|are) (all )?(there|present|in (the room|scene)|with \p{L}+ (when|in))\b|\bwho (sees|saw|witnesse[sd]|hears|heard)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Present();

    [GeneratedRegex(@"\A(you|I|we|they|he|she|it|the audience|everyone|to|let me)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\Athat ", RegexOptions.IgnoreCase)]
    private static partial Regex That();
}
