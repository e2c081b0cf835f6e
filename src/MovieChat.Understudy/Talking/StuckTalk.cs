using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieChat.Core.Writing;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking;

/// <summary>A writer who is stuck is shown three ways that differ in kind, made of this film's people and things.</summary>
internal static partial class StuckTalk
{
    private const string Tool = "propose_ways";
    private static readonly string[] s_around = ["ideas", "synopsis", "cast", "plot", "scenes"];

    public static bool Is(string said) => Stuck().IsMatch(said);

    public static Reply? To(TalkTurn turn)
    {
        if (Taken(turn) is { } taken) return taken;
        if (!Is(turn.Said) && !IsOffered(turn)) return null;
        var document = DocumentNames.In(turn.Said, turn, TalkPerson.Of(turn)) ?? turn.Focus ?? FilmReading.Whole(turn, "plot", "synopsis", "ideas") ?? "brief";
        if (turn.Lacks([.. FilmReading.Wanted(turn, [document, .. s_around])]) is { } reading) return reading;
        var people = TalkPerson.Of(turn);
        if (turn.Lacks(FilmReading.Wanted(turn, people.Where(person => Core.Film.Roles.IsProtagonist(person.Role) || Core.Film.Roles.IsOpposing(person.Role)).Take(2).Select(person => $"profile:{person.Id}"))) is { } more) return more;
        var name = DocumentNames.Of(document, people);
        var ways = Ways.Of(turn, document, people);
        if (turn.Used(Tool) is { Count: > 0 } tried && tried[^1].Trouble is { } trouble) return Reply.Say(turn.Line("ways.trouble", ("why", trouble.TrimEnd('.'))), Told(turn, name, ways));
        if (turn.Used(Tool).Count > 0 || !turn.Tools.Contains(Tool)) return Reply.Say(Told(turn, name, ways));
        return Reply.Use(new ToolCall(Tool, new()
        {
            ["document"] = document,
            ["ways"] = new JsonArray([.. ways.Select(way => new JsonObject { ["title"] = way.Title, ["text"] = way.Text })]),
        }));
    }

    private static string Told(TalkTurn turn, string name, IReadOnlyList<WayForward> ways) => string.Join('\n', [
        turn.Line("ways.lead", ("document", name)),
        .. ways.Index().Select(way => $"{way.Index + 1}. {way.Item.Title}: {Plain(Sentences.Split(way.Item.Text)[0])}"),
        turn.Line("ways.which")]);

    /// <summary>A yes to the offer of ways with which the companion ended.</summary>
    private static bool IsOffered(TalkTurn turn) => Yes().IsMatch(turn.Said) && Shelf.Talk.Lines["talk.offer"].Any(offer => turn.Last.EndsWith(offer, StringComparison.Ordinal));

    /// <summary>The choice of one of the ways that were shown last; null when none is chosen.</summary>
    private static Reply? Taken(TalkTurn turn)
    {
        if (turn.Said.Length > 80 || !Shelf.Talk.Lines["ways.which"].Any(which => turn.Last.EndsWith(which, StringComparison.Ordinal)) || Choice().Match(turn.Said) is not { Success: true } choice) return null;
        var number = choice.Value.ToLowerInvariant() switch { "first" or "one" or "1" => "1", "second" or "two" or "2" => "2", _ => "3" };
        var line = turn.Last.Split('\n').FirstOrDefault(each => each.StartsWith($"{number}. ", StringComparison.Ordinal));
        var document = turn.Focus ?? FilmReading.Whole(turn, "plot", "synopsis", "ideas") ?? "brief";
        return line is null ? null : Reply.Say(turn.Line("ways.taken", ("way", line[3..].Split(':')[0]), ("document", DocumentNames.Of(document, TalkPerson.Of(turn)))));
    }

    // One question a message, and it is the companion's own.
    private static string Plain(string sentence) => sentence.Replace('?', '.');

    [GeneratedRegex(@"\A\W*(yes|yes please|please|sure|ok(ay)?|go ahead|do|gladly|show me|let's see)\b[^?]{0,30}\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Yes();

    [GeneratedRegex(@"\b(first|second|third|last|one|two|three|[123])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\b(I('m| am)|we('re| are)) (a bit |completely |really |totally |so )?(stuck|blocked|lost|out of ideas)\b|\b(no|any) ideas?\b.{0,30}\b(how|what|where|next)\b|\bI (do not|don't|can't) (know|see|think) (of )?(how|what|where)\b.{0,40}\b(go|goes|next|on|comes|happens?|do|write)\b|\bwhat (could|can|might|should) happen( next)?\b|\b(give|show) me (some |three |a few )?(ways|options|possibilities|ideas)\b|\bI('ve| have) hit a wall\b|\bhow (do|could|can|should) (I|we|it) (go|move|get) (on|forward|further|out)\b|\A\W*(stuck|help)\W*\z|\bwriter's block\b|\bunstick\b|\bget unstuck\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Stuck();
}
