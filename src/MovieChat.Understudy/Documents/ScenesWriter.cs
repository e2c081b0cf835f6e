using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Key scenes, one for every turn of the plot, more or fewer as the film's length asks.</summary>
internal static partial class ScenesWriter
{
    private const int Fewest = 5, Most = 40, MinutesEach = 8, WholeMinutes = 80, LongMinutes = 200;

    private static readonly int Turns = BeatSheet.Names.Count;

    /// <param name="more">Scenes beyond what the length asks for; negative for fewer.</param>
    public static SceneList Write(Story story, int option, int more = 0)
    {
        var pen = story.PenFor($"scenes {option}");
        var minutes = story.Film.Brief?.LengthMinutes ?? Brief.DefaultLengthMinutes;
        // Whole scenes are worth more than many: a film longer than usual has no others made up, unless the writer asks for them, and one that is
        // only a little shorter leaves none out, since every turn stands on the one before.
        var usual = Math.Clamp((minutes + MinutesEach - 1) / MinutesEach, Fewest, Most);
        if (minutes is >= WholeMinutes and <= LongMinutes && story.Premise.IsWhole) usual = Turns;
        var count = Math.Clamp(usual + more, Fewest, Most);
        var moments = Moments(story, count);
        return Planted(story, new() { Scenes = [.. moments.Select((moment, index) => Scene(story, pen, moment, index, moments.Count))] }, [.. moments.Select(moment => moment.Beat + 1)]);
    }

    private sealed record Moment(string Text, double Position, int Beat);

    private static Scene Scene(Story story, Pen pen, Moment moment, int index, int count)
    {
        var own = moment.Beat >= 0 && Telling.IsOwnBeat(story, moment.Beat) ? story.Premise.Beats[moment.Beat] : null;
        var purpose = Purpose(moment, index, count);
        // Whoever closes in on somebody need not run: in most films that are told whole, they talk.
        if (purpose == "chase" && own is { IsWhole: true } && !Chase().IsMatch($"{own.Beat} {own.Scene} {own.Text}")) purpose = "other";
        var outcome = pen.Line(Shelf.Pools[$"outcome.{purpose}"]);
        string[] present = [.. Present(story, moment, own, index)];
        return new()
        {
            Id = $"s{index + 1}",
            Number = index + 1,
            Heading = own is null ? PlaceFinder.OfText(story, moment.Text, index) : PlaceFinder.OfPremise(story, own.At, own.Time),
            Purpose = purpose,
            Characters = present,
            Summary = own is { Scene.Length: > 0 } && moment.Text.Contains(Telling.Beat(story, moment.Beat), StringComparison.OrdinalIgnoreCase)
                ? Sentences.Closed(story.IsFirstAnswer || pen.Draw.Below(2) == 0 ? Telling.Scene(story, moment.Beat) : moment.Text)
                : Sentences.Join(Sentences.Closed(moment.Text), outcome),
            Turn = own is { Turn.Length: > 0 } && pen.Try(own.Turn) is { } turn ? turn : outcome,
            Wants = [.. Wants(story, own, present, pen)],
            Learns = own is { Learns.Length: > 0 } && pen.Slots.Fill(own.Learns) is { } found ? [new() { What = found.TrimEnd('.'), Characters = present }] : [],
            Position = Math.Round(Math.Clamp(moment.Position, 0, 1), 3),
        };
    }

    private static IEnumerable<SceneWant> Wants(Story story, PremiseBeat? own, string[] present, Pen pen)
    {
        foreach (var (slot, told) in own?.Wants ?? new Dictionary<string, string>())
        {
            if (story.InSlot(slot) is not { } person || !present.Contains(person.Id) || pen.Slots.Fill(told) is not { } want || !story.Avoidance.Allows(want)) continue;
            yield return Want(person, want);
        }

        if (own?.Wants is { Count: > 0 }) yield break;
        foreach (var person in story.People.Where(person => present.Contains(person.Id)).Take(2))
        {
            var slots = pen.Slots.Copy();
            person.Bind(slots, "me");
            if (pen.With(slots).Line(Shelf.Pools["want.scene"]) is not { Length: > 0 } line) continue;
            yield return Want(person, line);
        }
    }

    /// <param name="told"><c>what is wanted | what stands in the way</c>.</param>
    private static SceneWant Want(Person person, string told)
    {
        var parts = told.Split('|', 2);
        return new() { Character = person.Id, Want = parts[0].Trim(), Obstacle = Sentences.Capitalised(parts[^1].Trim()) };
    }

    /// <summary>The list with what is planted in it, as far as both the planting and the return are among its scenes.</summary>
    /// <param name="turns">By scene: the turn of the premise that it plays, from 1; 0 for none.</param>
    private static SceneList Planted(Story story, SceneList list, IReadOnlyList<int> turns)
    {
        Plant[] plants = [.. (story.Premise.Plants ?? []).Where(plant => turns.Contains(plant.At) && plant.Back.Any(turns.Contains) && story.Avoidance.Allows(plant.What))];
        return new() { Scenes = [.. list.Scenes.Zip(turns, (scene, turn) => scene with { SetUps = Named(plant => plant.At == turn), PayOffs = Named(plant => plant.Back.Contains(turn)) })] };

        IReadOnlyList<string> Named(Func<Plant, bool> which) => [.. plants.Where(which).Select(plant => story.Slots.Phrase(plant.What)).OfType<string>()];
    }

    private static string Purpose(Moment moment, int index, int count)
    {
        if (index == 0) return SceneWords.Opening;
        if (index == count - 1) return SceneWords.Conclusion;
        // The turns where a film turns, whatever its plot calls them.
        var nearest = Enumerable.Range(1, BeatSheet.Names.Count - 2).MinBy(beat => Math.Abs(BeatSheet.Positions[beat] - ((double)index / (count - 1))));
        return BeatSheet.Purposes[moment.Beat is > 0 and < 13 ? moment.Beat : nearest];
    }

    private static IEnumerable<string> Present(Story story, Moment moment, PremiseBeat? own, int index)
    {
        // A whole scene says who is there; whom its turn only speaks of is not. What the writer adds to it counts.
        var told = own is { IsWhole: true } ? Without(Without(moment.Text, Telling.Beat(story, moment.Beat)), Telling.Scene(story, moment.Beat)) : moment.Text;
        var named = story.People.Where(person => person.IsNamedIn(told)).ToList();
        if (own is not null) named.AddRange(own.Who.Split(' ').Select(story.InSlot).OfType<Person>());
        if (named.Count == 0) named.Add(story.Hero);
        // Somebody to play against, and whoever has no part in the premise: in turn, so that everyone of a larger cast gets on.
        var others = story.People.Where(person => !named.Contains(person)).ToList();
        var extras = others.Where(person => person.Slot.StartsWith("other", StringComparison.Ordinal)).ToList();
        if (index > 0 && extras.Count > 0) named.Add(extras[index % extras.Count]);
        if (own is null && named.Count == 1 && others.Count > 0) named.Add(others[index % others.Count]);
        return story.People.Where(named.Contains).Select(person => person.Id);
    }

    private static string Without(string text, string part) => part.Length == 0 ? text : text.Replace(part, "", StringComparison.OrdinalIgnoreCase);

    private static List<Moment> Moments(Story story, int count)
    {
        var beats = (story.Film.Plot?.Beats ?? []).Where(beat => !string.IsNullOrWhiteSpace(beat.Text)).OrderBy(beat => beat.Position)
            .Select(beat => new Moment(beat.Text.Trim(), beat.Position, Telling.BeatOf(story, beat.Text))).ToList();
        // What the writer tells is kept before what was added to it.
        for (var place = beats.Count - 1; place > 0 && beats.Count > count && !story.Premise.IsWhole && beats.Exists(beat => beat.Beat < 0); place--)
        {
            if (beats[place].Beat >= 0) beats.RemoveAt(place);
        }

        // The last two stay whatever goes: where it comes to a head, and what is left of it.
        if (beats.Count > count) return [.. Enumerable.Range(0, count - 1).Select(index => beats[index * (beats.Count - 2) / (count - 2)]), beats[^1]];
        return Ascending([.. beats, .. Between(story, beats, count - beats.Count)]);
    }

    /// <summary>What the plot tells between its beats.</summary>
    private static IEnumerable<Moment> Between(Story story, List<Moment> beats, int count)
    {
        var plot = story.Film.Plot;
        var told = new[] { (plot?.Beginning, 0.0, 0.25), (plot?.Middle, 0.25, 0.5), (plot?.End, 0.75, 0.25) }
            .SelectMany(act => Spread(act.Item1 ?? "", act.Item2, act.Item3))
            .Where(moment => !beats.Exists(beat => beat.Text.Contains(moment.Text, StringComparison.OrdinalIgnoreCase))).ToList();
        var peopled = told.Where(moment => story.People.Any(person => person.IsNamedIn(moment.Text))).ToList();
        if (peopled.Count >= count) told = peopled;
        if (told.Count < count) told.AddRange(Enumerable.Range(0, BeatSheet.Names.Count).Select(beat => new Moment(Telling.Beat(story, beat), BeatSheet.Positions[beat], beat))
            .Where(moment => !beats.Exists(beat => beat.Text == moment.Text)));
        if (told.Count == 0) return [];
        // More scenes than anybody told moments for: the same moment is played in two scenes.
        return Enumerable.Range(0, count).Select(index => told[count <= told.Count ? index * told.Count / count : index % told.Count]);
    }

    private static IEnumerable<Moment> Spread(string text, double from, double width)
    {
        var sentences = Sentences.Split(text).Where(sentence => Sentences.Words(sentence) > 5).ToList();
        return sentences.Select((sentence, index) => new Moment(sentence, from + (width * (index + 0.5) / sentences.Count), -1));
    }

    // Two moments at one place in the film: the later one gives way a little.
    private static List<Moment> Ascending(IEnumerable<Moment> moments)
    {
        var sorted = moments.OrderBy(moment => moment.Position).ToList();
        for (var index = 1; index < sorted.Count; index++)
        {
            if (sorted[index].Position <= sorted[index - 1].Position) sorted[index] = sorted[index] with { Position = sorted[index - 1].Position + 0.002 };
        }
        return sorted;
    }

    [GeneratedRegex(@"\b(chas\w+|pursu\w+|flees?|fled|escap\w+|overtak\w+|races?|runs? (after|through))\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Chase();
}
