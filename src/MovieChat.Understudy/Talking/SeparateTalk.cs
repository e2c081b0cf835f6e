using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking;

/// <summary>A subject that the writer wants to talk about apart.</summary>
internal static partial class SeparateTalk
{
    private const int MostWords = 6;

    public static bool Is(string said) => Apart().IsMatch(said) || NewChat().IsMatch(said);

    public static Reply? To(TalkTurn turn)
    {
        if (!Is(turn.Said)) return null;
        var title = TitleOf(turn.Said);
        var focus = DocumentNames.In(turn.Said, turn, TalkPerson.Of(turn)) ?? (TalkPerson.Of(turn).FirstOrDefault(person => person.IsNamed(turn.Said)) is { } person && FilmReading.Status(turn, $"profile:{person.Id}") is not null ? $"profile:{person.Id}" : null);
        if (turn.Used("propose_chat") is { Count: > 0 } tried)
        {
            return Reply.Say(tried[^1].Trouble is { } trouble ? turn.Line("chat.trouble", ("why", trouble.TrimEnd('.'))) : turn.Line("chat.offered", ("title", title)));
        }

        if (!turn.Tools.Contains("propose_chat")) return Reply.Say(turn.Line("chat.trouble", ("why", "I can not offer one just now")));
        var arguments = new System.Text.Json.Nodes.JsonObject { ["title"] = title };
        if (focus is not null) arguments["focus"] = focus;
        return Reply.Use(new ToolCall("propose_chat", arguments));
    }

    private static string TitleOf(string said)
    {
        var match = About().Match(said);
        var subject = match.Success ? Tail().Replace(match.Groups["what"].Value, "").Trim(' ', '.', '!', '?', '"', '“', '”') : "";
        var words = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "A talk of its own";
        if (words.Length == 1) return $"About {words[0]}";
        return char.ToUpperInvariant(words[0][0]) + string.Join(' ', words.Take(MostWords))[1..];
    }

    [GeneratedRegex(@"\b(talk|discuss|speak|chat|look at|take|think)\b.*\b(separately|apart|on (its|their|her|his) own|by (itself|themselves)|(in|as) (a|an|another) (separate|new|other|different|own)?\s?(chat|talk|conversation|thread))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();

    [GeneratedRegex(@"\b(open|start|begin|make|new|another|separate|own) (a |an |another |new |separate )*(chat|talk|conversation|thread)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NewChat();

    [GeneratedRegex(@"\b(talk|speak|chat|conversation|thread|think)\b[^.]*?\b(about|of|on|for) (?<what>.+)|\b(discuss|look at|take) (?<what>.+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex About();

    [GeneratedRegex(@"\s*,?\s*\b(separately|apart|please|on (its|their|her|his) own|by (itself|themselves)|(in|as) (a|an|another)\b.*)\b.*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();
}
