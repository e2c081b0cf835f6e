using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking;

/// <summary>What only the writer does: the companion says so, and where it is done.</summary>
internal static partial class DecisionTalk
{
    public static bool Is(string said) => Kind(said) is not null;

    public static Reply? To(TalkTurn turn)
    {
        if (Kind(turn.Said) is not { } kind) return null;
        var document = DocumentNames.In(turn.Said, turn, TalkPerson.Of(turn)) ?? turn.Focus ?? FilmReading.First(turn, "awaitingApproval");
        return Reply.Say(turn.Line($"decide.{kind}", ("document", document is null ? "each document" : DocumentNames.Of(document, TalkPerson.Of(turn)))));
    }

    private static string? Kind(string said) =>
        Approve().IsMatch(said) ? "approve" : Skip().IsMatch(said) ? "skip" : Delete().IsMatch(said) ? "delete" : Spend().IsMatch(said) ? "spend" : null;

    // Only who asks for it means it: "you have to accept that" may be what a film has to say.
    private const string Asking = @"(\A|[.!?,]\s+)\W*((please|now|ok(ay)?|and|so|then|just|let's|can|could|would|will|should|you|we|I|go ahead and|how (do|can|does)|when|who|help me|want you to|for me)[\s,]+)*";

    [GeneratedRegex(Asking + @"(approve\b(?! of\b)|approved? (it|the)\b|sign (it|this|that) off|sign off on|accept (it|this|that|the \w+|draft \d+|option \d+)\s*([.!?]|\z|for me|please|now)|(reopen|restore) (it|this|the|draft))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Approve();

    [GeneratedRegex(Asking + @"skip (the (brief|ideas|synopsis|cast|plot|scenes|profiles?|dialogues?|document|step)|this (document|step))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Skip();

    [GeneratedRegex(Asking + @"(delete|erase|throw away|get rid of) (the |this |my |that |all (the |of the )?|every )?(film|project|chat|talk|draft|document|synopsis|plot|cast|brief|ideas?|everything|it all|fact)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Delete();

    [GeneratedRegex(Asking + @"((raise|increase|lower|change|double|spend) (the |my |our |some |more )*(budget|tokens|money|limit)|give (it|yourself) more (budget|tokens))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Spend();
}
