using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking;

/// <summary>Words that the writer wants in the place of others, both quoted.</summary>
internal static partial class PassageTalk
{
    private const string Tool = "propose_passage";

    public static Reply? To(TalkTurn turn)
    {
        if (Change().Match(turn.Said) is not { Success: true } change) return null;
        var (passage, replacement) = (change.Groups["from"].Value, change.Groups["to"].Value);
        var rest = turn.Said.Remove(change.Index, change.Length);
        var named = DocumentNames.In(rest, turn, TalkPerson.Of(turn)) ?? turn.Focus;
        if (named is null && turn.Lacks(FilmReading.Wanted(turn, Places)) is { } looking) return looking;
        var document = named ?? Places.FirstOrDefault(place => FilmReading.Content(turn, place) is { } content && FilmTelling.Texts(content).Any(text => text.Contains(passage, StringComparison.Ordinal)));
        if (document is null) return Reply.Say(turn.Line("passage.nowhere", ("passage", Phrases.Quote(passage, 80))));
        var name = DocumentNames.Of(document, TalkPerson.Of(turn));
        if (turn.Used(Tool) is { Count: > 0 } tried)
        {
            return Reply.Say(tried[^1].Trouble is { } trouble
                ? turn.Line("passage.trouble", ("document", name), ("why", trouble.TrimEnd('.')))
                : turn.Line("passage.done", ("document", name), ("to", Phrases.Quote(replacement, 80)), ("from", Phrases.Quote(passage, 80))));
        }

        return turn.Tools.Contains(Tool)
            ? Reply.Use(new ToolCall(Tool, new JsonObject { ["document"] = document, ["passage"] = passage, ["replacement"] = replacement }))
            : Reply.Say(turn.Line("passage.trouble", ("document", name), ("why", "I can not propose just now")));
    }

    private static string[] Places { get; } = ["synopsis", "plot", "scenes", "cast", "ideas"];

    [GeneratedRegex("\\b(change|replace|swap|exchange|turn)\\s+[\"“„'‘](?<from>[^\"”“]{1,2000}?)[\"”“'’]\\s+(to|with|by|into|for)\\s+[\"“„'‘](?<to>[^\"”“]{0,2000}?)[\"”“'’](?=\\W|\\z)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Change();
}
