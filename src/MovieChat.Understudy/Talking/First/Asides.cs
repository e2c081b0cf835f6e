using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking.First;

/// <summary>What a writer says in the first chat that is no answer to its question. The question stays open and is not asked twice.</summary>
internal static partial class Asides
{
    public static bool IsAside(string said) =>
        DecisionTalk.Is(said) || FilmStateTalk.Is(said) || SeparateTalk.Is(said) || IsUnclear(said) || SmallTalk.Is(said);

    /// <summary>Null when the message is an answer, or a greeting with which the chat begins.</summary>
    public static Reply? To(TalkTurn turn)
    {
        var open = Topics.In(turn.Last);
        if (!IsAside(turn.Said) || (open is null && turn.Before.Count == 0 && SmallTalk.IsGreeting(turn.Said))) return null;
        var reply = DecisionTalk.To(turn) ?? SeparateTalk.To(turn) ?? FilmStateTalk.To(turn) ?? (IsUnclear(turn.Said) ? Example(turn, open) : SmallTalk.Short(turn));
        if (reply.Calls.Count > 0) return reply;
        var next = WantsReading.Of(turn.Context.Chat.Summary, turn.Before, null).Next;
        var more = open is { } topic ? Topics.Open(topic) : turn.Before.Count == 0 && next is { } first ? Topics.Question(first, turn) : "";
        return Reply.Say(reply.Text, more);
    }

    private static Reply Example(TalkTurn turn, Topic? open) => Reply.Say(open is { } topic ? turn.Line($"example.{Topics.Name(topic)}") : turn.Line("first.why"));

    private static bool IsUnclear(string said) => said.Length < 120 && Unclear().IsMatch(said);

    [GeneratedRegex(@"\b(what do you mean|what does that mean|why do you (ask|want to know|need)|(can|could) you (give|show) me (an |some )?examples?|for example\s*\?|like what\s*\?|such as\s*\?|I do(n't| not) understand|what kind of answer|what should I say)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unclear();
}
