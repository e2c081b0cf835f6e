using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Chooses which pieces of a scene are worth a shot: what must be seen, everybody's voice once, and of the rest what lies furthest from what
/// is there already.</summary>
internal sealed partial class Takes(Stage stage, IReadOnlyList<Piece> pieces)
{
    private const int Fewest = 4, Most = 9, LongLine = 24;

    private readonly List<Take?> _possible = [];

    public List<Take> Choose()
    {
        Possible();
        var places = Enumerable.Range(0, _possible.Count).Where(place => _possible[place] is not null).ToList();
        var wanted = Math.Clamp(Wanted(), Fewest, Most - (NeedsPlace ? 1 : 0));
        var chosen = new SortedSet<int>(Needed(places, wanted));
        while (chosen.Count < Math.Min(wanted, places.Count))
        {
            chosen.Add(places.Where(place => !chosen.Contains(place)).MaxBy(place => (chosen.Count == 0 ? 1 : chosen.Min(other => Math.Abs(other - place)) * 3) + Worth(_possible[place]!)));
        }

        return Turned([.. chosen.Select(place => _possible[place]!)]);
    }

    /// <summary>Whether no piece of the page shows the place by itself.</summary>
    private bool NeedsPlace => !pieces.Take(2).Any(IsPlace);

    private int Wanted() => stage.Scene.Purpose switch
    {
        "chase" => stage.Draw.Between(7, 9),
        "reveal" or "twist" => stage.Draw.Between(6, 8),
        "conclusion" => stage.Draw.Between(5, 7),
        _ => stage.Draw.Between(5, 8),
    };

    /// <summary>Every action is a take, with the speech that follows it where that is short; every other speech is one by itself.</summary>
    private void Possible()
    {
        var at = 0;
        while (at < pieces.Count)
        {
            var piece = pieces[at];
            var next = pieces.ElementAtOrDefault(at + 1);
            var takesLine = !piece.IsSpeech && at > 0 && next is { IsSpeech: true, Speaker: not null } && Sentences.Words(next.Line) < LongLine && Sentences.Words(piece.Seen) < LongLine && stage.Draw.Below(3) > 0;
            _possible.Add(takesLine
                ? new Take(piece with { Thing = piece.Thing ?? next!.Thing }) { Line = next!.Line, Speaker = next.Speaker, Other = Listener(at + 1), IsInsert = IsInsert(piece) }
                : new Take(piece) { Line = piece.Line, Speaker = piece.Speaker, Other = piece.IsSpeech ? Listener(at) : null, IsPlace = at < 2 && IsPlace(piece), IsInsert = IsInsert(piece) });
            at += takesLine ? 2 : 1;
        }
    }

    /// <summary>Whoever answers, else whoever spoke before; else somebody who is there.</summary>
    private Person? Listener(int at)
    {
        var speaker = pieces[at].Speaker;
        var around = pieces.Skip(at + 1).Take(2).Concat(pieces.Take(at).Reverse().Take(3)).Select(piece => piece.Speaker).OfType<Person>();
        return around.Concat(stage.People).FirstOrDefault(person => person != speaker && stage.People.Contains(person));
    }

    private IEnumerable<int> Needed(List<int> places, int wanted)
    {
        var needed = new List<int>();
        if (places.Count == 0) return needed;
        // How it begins and how it ends, each thing that is planted or comes back, and a line of everybody who speaks.
        Add(places[0]);
        Add(places[^1]);
        foreach (var what in Plants.Of(stage.Scene)) Best(place => _possible[place]!.Piece.Thing == what, place => _possible[place]!.IsInsert ? 2 : 1);
        foreach (var person in places.Select(place => _possible[place]!.Speaker).OfType<Person>().Distinct()) Best(place => _possible[place]!.Speaker == person, place => Worth(_possible[place]!));
        return needed.Distinct().Take(Math.Max(wanted, Most - (NeedsPlace ? 1 : 0)));

        void Add(int place) => needed.Add(place);

        void Best(Func<int, bool> which, Func<int, int> worth)
        {
            if (needed.Any(which)) return;
            var possible = places.Where(which).ToList();
            if (possible.Count > 0) Add(possible.MaxBy(worth));
        }
    }

    /// <summary>What people do is worth more than what they say, and of what they say the short and the last.</summary>
    private static int Worth(Take take) =>
        (take.Piece.IsSpeech ? 0 : 6) + (take.Line.Length > 0 ? 2 : 0) + (take.Piece.Who.Count > 0 ? 1 : 0) - (Sentences.Words(take.Line) / 12) - (Cut().IsMatch(take.Line) ? 3 : 0) - (Vague().IsMatch(take.Piece.Seen) ? 2 : 0);

    // Somebody who crosses the yard with the thing in hand is more than the thing.
    private static bool IsInsert(Piece piece) =>
        !piece.IsSpeech && piece.Thing is { } thing && Plants.IsThing(thing) && Plants.IsIn(thing, piece.Seen) && piece.Who.Count < 2 && !(piece.Who.Count > 0 && (Seeing.IsGoing(piece.Seen) || Sentences.Words(piece.Seen) > 16));

    private bool IsPlace(Piece piece) => !piece.IsSpeech && piece.Who.Count == 0 && piece.Thing is null && Sentences.Words(piece.Seen) >= 6 && !stage.Story.People.Any(person => person.IsNamedIn(piece.Seen));

    /// <summary>Marks where the scene turns: at what its own words of the turn tell, else at its last doing.</summary>
    private List<Take> Turned(List<Take> takes)
    {
        if (takes.Count < 2) return takes;
        var turn = stage.Scene.Turn.Length > 0 ? Overlaps(takes) : -1;
        if (turn < 0) turn = takes.FindLastIndex(take => take.Piece.Who.Count > 0 || take.Line.Length > 0) is var last && last > 0 ? last : takes.Count - 1;
        takes[turn] = takes[turn] with { IsTurn = true };
        return takes;
    }

    private int Overlaps(List<Take> takes)
    {
        var words = Terms(stage.Scene.Turn);
        var best = Enumerable.Range(takes.Count / 2, takes.Count - (takes.Count / 2)).MaxBy(place => Terms($"{takes[place].Piece.Seen} {takes[place].Line}").Count(words.Contains));
        return Terms($"{takes[best].Piece.Seen} {takes[best].Line}").Count(words.Contains) > 1 ? best : -1;
    }

    private static HashSet<string> Terms(string text) => [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', '?', '!', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3)];

    // "In…" is no line to be remembered.
    [GeneratedRegex(@":\s*\S{1,12}(\s\S{1,12})?…\z")]
    private static partial Regex Cut();

    // Whoever draws it can not know what "it" is.
    [GeneratedRegex(@"\A\S+ \p{Ll}+s (it|them)\b|\A(It|They|Both|Then)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Vague();
}
