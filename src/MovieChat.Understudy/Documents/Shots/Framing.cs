using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Makes shots of takes: who is in each, how near, from where, and what one sees.</summary>
internal sealed class Framing(Stage stage, IReadOnlyList<Take> takes)
{
    private readonly List<Framed> _shots = [];
    private readonly IReadOnlyList<string> _scheme = Schemes.Of(stage);
    private int _spoken;

    /// <summary>In the order of the cut; a place that no take shows is added, and things that have to be seen and are on no page.</summary>
    public List<Framed> All()
    {
        foreach (var take in takes) _shots.Add(Of(take));
        Place();
        Things();
        Angles.Differ(_shots, stage);
        return _shots;
    }

    private Framed Of(Take take)
    {
        if (take.IsPlace) return new(take, Sizes.OfPlace(stage), take.Piece.Seen, []);
        if (take.Piece.Seen.Length == 0) return Spoken(take);
        stage.Remember(take.Piece.Seen);
        var who = take.Piece.Who;
        var size = take.IsInsert ? Sizes.Insert(stage, take) : Sizes.Of(stage, take, Progress);
        return new(take, size, take.Piece.Seen, who);
    }

    /// <summary>How far the scene is, 0 to 1: one comes nearer as it goes on.</summary>
    private double Progress => takes.Count < 2 ? 1 : (double)_shots.Count / (takes.Count - 1);

    /// <summary>A line with no action of its own: the one who speaks, the one who listens, or both.</summary>
    private Framed Spoken(Take take)
    {
        var pools = Shelf.Shots;
        var (speaker, other) = (take.Speaker is { } one && stage.People.Contains(one) ? one : null, take.Other);
        if (speaker is null) return other is null ? new(take, "long", stage.Tell(pools["place.empty"]), []) : Single(take, other, pools["alone"]);
        if (other is null) return Single(take, speaker, take.IsTurn ? pools["turn.alone"] : pools["alone"]);
        if (take.IsTurn) return Single(take, speaker, pools["turn"], other);
        switch (_scheme[_spoken++ % _scheme.Count])
        {
            case "two" when stage.People.Count > 2 && stage.Draw.Below(2) == 0:
                return new(take, "medium long", stage.Tell(pools["group"], speaker, other), stage.People);
            case "two":
                var pair = stage.Ordered([speaker, other]);
                return new(take, "two shot", stage.Tell(pools["two"], speaker, other, names: pair), pair);
            case "over":
                return new(take, "over the shoulder", stage.Tell(pools["over"], speaker, other), stage.Ordered([speaker, other]));
            case "listens":
                var heard = stage.Tell(pools["listens"], speaker, other);
                return new(take, Sizes.Told(heard, Sizes.Single(stage, Progress)), heard, [other]);
            default:
                return Single(take, speaker, pools[Manner(take.Line)], other);
        }
    }

    private Framed Single(Take take, Person person, IReadOnlyList<string> pool, Person? other = null)
    {
        var told = stage.Tell(pool, person, other);
        if (told.Length == 0) told = stage.Tell(Shelf.Shots["alone"], person);
        if (told.Length == 0) told = $"{person.Name}, and nobody else in the picture.";
        return new(take, Sizes.Told(told, take.IsTurn ? "close-up" : Sizes.Single(stage, Progress)), told, [person]);
    }

    private static string Manner(string line)
    {
        var words = Sentences.Words(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        if (line.EndsWith('?')) return "asks";
        if (line.EndsWith('!')) return "exclaims";
        return words < 4 ? "short" : "speaks";
    }

    /// <summary>The place is shown early and once; now and then the scene begins with a detail.</summary>
    private void Place()
    {
        var at = _shots.FindIndex(shot => shot.Take.IsPlace);
        if (at < 0)
        {
            var told = stage.People.Count switch
            {
                0 => stage.Tell(Shelf.Shots["place.empty"]),
                1 => stage.Tell(Shelf.Shots["place.alone"], stage.People[0]),
                _ => stage.Tell(Shelf.Shots["place"]),
            };
            _shots.Insert(0, new(new(new("", [])) { IsPlace = true }, Sizes.OfPlace(stage), told.Length > 0 ? told : stage.Tell(Shelf.Shots["place.empty"]), stage.People.Count < 4 ? stage.People : []));
            at = 0;
        }

        foreach (var other in Enumerable.Range(0, _shots.Count).Where(place => place != at && _shots[place].Take.IsPlace)) _shots[other] = _shots[other] with { Take = _shots[other].Take with { IsPlace = false }, Size = "long" };
        if (at == 0 && _shots.Count > 2 && _shots[1].Take.Line.Length == 0 && _shots[1].Size is "insert" or "close-up" or "extreme close-up" or "medium close-up" && stage.Draw.Below(2) == 0)
        {
            (_shots[0], _shots[1]) = (_shots[1], _shots[0]);
        }
    }

    /// <summary>A thing that is planted or paid off and is not seen in the chosen takes gets an insert: over the line that names it, or of its own.</summary>
    private void Things()
    {
        foreach (var what in Plants.Of(stage.Scene).Where(Plants.IsThing))
        {
            if (_shots.Exists(shot => Plants.IsIn(what, shot.Seen))) continue;
            var named = _shots.FindIndex(shot => shot.Take.Piece.Thing == what);
            var near = named >= 0 ? _shots[named].Take.Speaker : null;
            var person = near is not null && stage.People.Contains(near) ? near : stage.People.FirstOrDefault();
            if (stage.Tell(Shelf.Shots["insert"], person, thing: what) is not { Length: > 0 } told) continue;
            IReadOnlyList<Person> who = person is not null && person.IsNamedIn(told) ? [person] : [];
            var insert = new Framed(new(new("", []) { Thing = what }) { IsInsert = true }, "insert", told, who);
            if (named >= 0 && !_shots[named].Take.IsTurn) _shots[named] = _shots[named] with { Size = "insert", Seen = told, Who = who };
            else _shots.Insert(named >= 0 ? named : Math.Min(_shots.Count, 1 + stage.Draw.Below(Math.Max(1, _shots.Count - 2))), insert);
        }
    }
}

/// <summary>A shot as far as it is staged.</summary>
internal sealed record Framed(Take Take, string Size, string Seen, IReadOnlyList<Person> Who)
{
    public string Angle { get; init; } = "eye level";

    public string Move { get; init; } = "static";
}
