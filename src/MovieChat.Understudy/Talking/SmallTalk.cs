using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking;

/// <summary>A greeting, thanks, a question about the companion: one short line, and back to the film.</summary>
internal static partial class SmallTalk
{
    public static bool Is(string said) => said.Length < 90 && (IsGreeting(said) || Thanks().IsMatch(said) || Who().IsMatch(said) || How().IsMatch(said) || Bye().IsMatch(said));

    public static bool IsGreeting(string said) => Greeting().IsMatch(said);

    public static Reply? To(TalkTurn turn) => Is(turn.Said) || Nod().IsMatch(turn.Said) ? Reply.Say(Short(turn).Text + Back(turn)) : null;

    public static Reply Short(TalkTurn turn) => Reply.Say(turn.Line(
        Who().IsMatch(turn.Said) ? "small.who" : Thanks().IsMatch(turn.Said) ? "small.thanks" : How().IsMatch(turn.Said) ? "small.how" : Bye().IsMatch(turn.Said) ? "small.bye" : IsGreeting(turn.Said) ? "small.hello" : "small.nod"));

    /// <summary>Where the film stands, in half a line.</summary>
    private static string Back(TalkTurn turn)
    {
        var awaiting = FilmReading.First(turn, "awaitingApproval");
        var document = awaiting ?? turn.Focus;
        return " " + (document is null ? turn.Line("small.back") : turn.Line(awaiting is not null ? "small.awaits" : "small.focus", ("document", DocumentNames.Of(document, TalkPerson.Of(turn)))));
    }

    [GeneratedRegex(@"\A\W*(hi|hello|hey|good (morning|evening|afternoon)|greetings|howdy)\b( there| again| companion)?\W*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\A\W*((ok|okay|great|perfect|good|lovely|nice|cool)\W+)?(thanks?|thank you|thx|cheers)\b[^?]{0,40}\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(who|what) are you\b|\bare you (a |an )?(human|person|robot|machine|ai|real|bot)\b|\bwhat can you do\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Who();

    [GeneratedRegex(@"\A\W*((hi|hello|hey)\W+)?(how are you|how('s| is) it going|what's up|how do you do)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex How();

    [GeneratedRegex(@"\A\W*(bye|goodbye|good night|see you( later| tomorrow)?|that's all for (today|now))\b\W*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Bye();

    [GeneratedRegex(@"\A\W*(ok(ay)?|good|great|nice|perfect|cool|fine|alright|all right|lovely|yes|no|yep|nope|sure|right|understood|got it|i see)\W*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Nod();
}
