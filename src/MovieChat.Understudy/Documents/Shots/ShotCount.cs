using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Takes shots out of a list and puts others in.</summary>
internal static class ShotCount
{
    private const int Fewest = 3, Added = 2;
    private const double Longer = 4;

    public static List<Shot>? Without(List<Shot> shots, int number) =>
        shots.Count > 1 && shots.Exists(shot => shot.N == number) ? [.. shots.Where(shot => shot.N != number)] : null;

    /// <summary>A third fewer. The place, what is planted, everybody's only line and the end stay.</summary>
    public static List<Shot>? Fewer(List<Shot> shots, Story story)
    {
        List<Shot> left = [.. shots];
        var most = Math.Max(Fewest, shots.Count - Math.Max(1, shots.Count / 3));
        foreach (var shot in shots.Skip(1).SkipLast(1).OrderBy(shot => shot.Line is null ? 0 : 1).ThenBy(shot => Sizes.Nearness(shot.Size)).ThenBy(shot => shot.Seconds))
        {
            if (left.Count <= most) break;
            if (story.Film.Scene is { } scene && Plants.Of(scene).Any(what => Plants.IsIn(what, shot.Action) && left.Count(other => Plants.IsIn(what, other.Action)) == 1)) continue;
            if (shot.Line is not null && left.Count(other => Cue(other) == Cue(shot)) == 1) continue;
            left.Remove(shot);
        }

        return left.Count < shots.Count ? left : null;
    }

    /// <summary>Two more, out of other drafts of the same scene.</summary>
    public static List<Shot>? More(List<Shot> shots, Story story)
    {
        if (story.Film.Scene is null) return null;
        List<Shot> all = [.. shots];
        var others = Enumerable.Range(1, 4).SelectMany(option => ShotsWriter.Write(story, option).Shots).Where(shot => shot.Size is not ("establishing" or "extreme long"));
        foreach (var other in others)
        {
            if (all.Count >= shots.Count + Added) break;
            if (all.Exists(shot => shot.Action == other.Action || (other.Line is not null && shot.Line == other.Line))) continue;
            Put(all, other, story);
        }

        return all.Count > shots.Count ? all : null;
    }

    /// <summary>One shot that goes through the whole scene.</summary>
    public static List<Shot>? One(List<Shot> shots) => shots.Count < 2 ? null :
    [
        shots[0] with
        {
            Size = "medium long",
            Angle = "eye level",
            Move = "steadicam",
            Lens = 35,
            Action = Sentences.Join(shots.Where((shot, place) => place == 0 || place == shots.Count / 2 || place == shots.Count - 1).Select(shot => Sentences.Split(shot.Action)[0])),
            Characters = [.. shots.SelectMany(shot => shot.Characters).Distinct()],
            Seconds = Math.Min(300, shots.Sum(shot => shot.Seconds)),
            Line = shots[^1].Line ?? shots.Select(shot => shot.Line).LastOrDefault(line => line is not null),
        },
    ];

    /// <summary>An insert of a thing, after the shot that names it; of somebody, a close-up.</summary>
    public static List<Shot>? With(List<Shot> shots, string named, Person? person, Story story)
    {
        if (story.Film.Scene is not { } scene) return null;
        var stage = new Stage(story, scene, shots.Count);
        foreach (var shot in shots) stage.Remember(shot.Action);
        if (person is not null && person.IsNamedIn(named)) return MoreOf(shots, person, story);
        var thing = named.Trim().TrimEnd('.', '!', '?', ',', ';', ' ');
        if (thing.Length is 0 or > 80 || thing.Contains('{') || stage.Tell(Shelf.Shots["insert"], stage.People.FirstOrDefault(), thing: thing) is not { Length: > 0 } told) return null;
        var at = shots.FindLastIndex(shot => Plants.IsIn(thing, $"{shot.Action} {shot.Line}"));
        var insert = new Shot
        {
            N = Next(shots),
            Size = "insert",
            Angle = "high",
            Move = "static",
            Lens = new LensChoice(story.Film.Look).For("insert"),
            Action = told,
            Characters = [.. stage.People.Where(each => each.IsNamedIn(told)).Select(each => each.Id)],
            Seconds = 2.5,
        };
        return [.. shots[..(at < 0 ? shots.Count / 2 : at + 1)], insert, .. shots[(at < 0 ? shots.Count / 2 : at + 1)..]];
    }

    /// <summary>The last shot of somebody alone is held; where there is none, one is added.</summary>
    /// <param name="last">Whether the scene is to end on it.</param>
    public static List<Shot>? Held(List<Shot> shots, Person person, bool last, Story story)
    {
        var at = last ? shots.Count - 1 : shots.FindLastIndex(shot => shot.Characters.SequenceEqual([person.Id]));
        if (at >= 0 && shots[at].Characters.SequenceEqual([person.Id])) return [.. shots.Select((shot, place) => place == at ? shot with { Seconds = shot.Seconds + Longer } : shot)];
        if (Single(shots, person, "held", story) is not { } held) return null;
        var after = last ? shots.Count - 1 : shots.FindLastIndex(shot => shot.Characters.Contains(person.Id));
        return after < 0 ? [.. shots, held] : [.. shots[..(after + 1)], held, .. shots[(after + 1)..]];
    }

    public static List<Shot>? MoreOf(List<Shot> shots, Person person, Story story)
    {
        if (Single(shots, person, "turn", story) is not { } single) return null;
        var after = shots.FindIndex(shot => shot.Characters.Contains(person.Id));
        return [.. shots[..(after + 1)], single, .. shots[(after + 1)..]];
    }

    public static List<Shot>? LessOf(List<Shot> shots, Person person)
    {
        List<Shot> left = [.. shots.Where((shot, place) => place == shots.Count - 1 || !shot.Characters.SequenceEqual([person.Id]) || place % 2 == 0)];
        return left.Count < shots.Count && left.Count >= Fewest ? left : null;
    }

    /// <summary>The list with its first near shot, or its first far one, at the front. A line keeps its place.</summary>
    public static List<Shot>? Beginning(List<Shot> shots, bool near)
    {
        var at = shots.FindIndex(shot => shot.Line is null && (near ? Sizes.Nearness(shot.Size) >= 4 : Sizes.Nearness(shot.Size) <= 2));
        return at < 1 ? null : [shots[at], .. shots[..at], .. shots[(at + 1)..]];
    }

    private static Shot? Single(List<Shot> shots, Person person, string pool, Story story)
    {
        if (story.Film.Scene is not { } scene || !scene.Characters.Contains(person.Id)) return null;
        var stage = new Stage(story, scene, shots.Count);
        foreach (var shot in shots) stage.Remember(shot.Action);
        var other = stage.People.Find(each => each.Id != person.Id);
        var told = stage.Tell(Shelf.Shots[other is null ? "turn.alone" : pool], person, other);
        return told.Length == 0 ? null : new()
        {
            N = Next(shots),
            Size = Sizes.Told(told, "close-up"),
            Angle = "eye level",
            Move = "static",
            Lens = new LensChoice(story.Film.Look).For("close-up"),
            Action = told,
            Characters = [person.Id],
            Seconds = 3 + Longer,
        };
    }

    /// <summary>Puts a shot of another draft where its line belongs on the page.</summary>
    private static void Put(List<Shot> shots, Shot other, Story story)
    {
        var at = other.Line is null ? shots.Count / 2 : shots.FindLastIndex(shot => shot.Line is not null && OnPage(shot.Line, story) < OnPage(other.Line, story)) + 1;
        shots.Insert(Math.Clamp(at, Math.Min(1, shots.Count), shots.Count), other with { N = Next(shots) });
    }

    private static int OnPage(string line, Story story)
    {
        var page = story.Film.Dialogues?.FirstOrDefault(dialogue => dialogue.Scene == story.Film.Scene?.Id);
        var said = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return page?.Elements.Index().FirstOrDefault(element => element.Item.Text.Trim() == said, (0, null!)).Index ?? 0;
    }

    private static string Cue(Shot shot) => shot.Line?.Split(':')[0] ?? "";

    private static int Next(List<Shot> shots) => shots.Count == 0 ? 1 : shots.Max(shot => shot.N) + 1;
}
