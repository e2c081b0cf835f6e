using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Three parts, told turn by turn, and the beat sheet under them. Lines of the synopsis that others wrote are taken in word for word.</summary>
internal static class PlotWriter
{
    private const int FewestWords = 720;

    public static Plot Write(Story story, int option)
    {
        var pen = story.PenFor($"plot {option}");
        // Where the premise tells enough by itself, a first draft tells nothing else.
        var isPlain = option == 0 && story.IsFirstAnswer;
        var carried = Carried(story);
        pen.Remember(string.Join('\n', carried));
        var others = new Queue<Person>(story.People.Where(person => person.Slot.StartsWith("other", StringComparison.Ordinal)));
        var acts = new[]
        {
            Act(0, BeatSheet.Middle, [carried[0], carried[1]], acts => acts.Beginning),
            Act(BeatSheet.Middle, BeatSheet.End, [carried[2], carried[3]], acts => acts.Middle),
            Act(BeatSheet.End, BeatSheet.Names.Count, [carried[4]], acts => acts.End),
        };
        Move(acts, story);
        Lengthen(acts, story, pen);
        return new()
        {
            Beginning = Text(acts[0]),
            Middle = Text(acts[1]),
            End = Text(acts[2]),
            Beats = [.. BeatSheet.PositionsOf(story.ForProject("positions")).Select((position, index) => new Beat
            {
                Name = Telling.Name(story, index),
                Position = position,
                Text = OwnTurns.Of(story, carried, index) ?? Telling.Beat(story, index),
            })],
        };

        List<string> Act(int from, int to, IEnumerable<string> lines, Func<Acts, IReadOnlyList<string>> texture)
        {
            var paragraphs = lines.Where(line => line.Length > 0).ToList();
            var pool = Textures(story, texture);
            for (var index = from; index < to; index++)
            {
                // What tells the whole turn needs no more; another draft says it once more in a line, here and there.
                var isWhole = Telling.IsWhole(story, index);
                var told = isWhole && (isPlain || pen.Draw.Below(3) > 0) ? Telling.BeatText(story, index) : Sentences.Join(Telling.Beat(story, index), Telling.BeatText(story, index));
                pen.Remember(told);
                // What the film is to say stands once, near its end, for whoever reads the plot.
                var message = isWhole && index == BeatSheet.Names.Count - 2 ? pen.Line(Shelf.Pools["theme.end"].Where(line => line.Contains("{message}", StringComparison.Ordinal))) : "";
                var extra = isWhole ? others.TryDequeue(out var one) ? Shown(one, pen) : message : index == 1 ? pen.Line(Shelf.Pools["theme"]) : index == BeatSheet.Names.Count - 2 ? pen.Line(Shelf.Pools["theme.end"]) : others.TryDequeue(out var other) ? Shown(other, pen) : !isPlain && pen.Draw.Below(3) == 0 ? pen.Line(pool) : "";
                paragraphs.Add(Sentences.Join(told, extra));
            }
            return paragraphs;
        }
    }

    /// <summary>Where the writer has moved the story, the plot says so, also when its texts name no place.</summary>
    private static void Move(List<string>[] acts, Story story)
    {
        if (story.Slots["town"] is not { } town || !story.Premise.Facts.TryGetValue("town", out var own) || own.Contains(town)) return;
        if (!acts.Any(act => act.Exists(paragraph => paragraph.Contains(town, StringComparison.Ordinal)))) acts[0].Insert(0, Moved.To(town));
    }

    /// <summary>The synopsis lines that are not the premise's, by line; empty where they are.</summary>
    public static IReadOnlyList<string> Carried(Story story) =>
        [.. Enumerable.Range(0, Synopsis.LineCount).Select(index => Carried(story, story.Film.Synopsis?.Lines.ElementAtOrDefault(index), index))];

    private static string Carried(Story story, string? line, int index)
    {
        if (string.IsNullOrWhiteSpace(line)) return "";
        var told = Telling.Line(story, index);
        var isOwn = (told.Length > 0 && line.Contains(told, StringComparison.Ordinal)) || Telling.BeatOf(story, line) >= 0;
        // Where it all happens is the writer's word, wherever it stands.
        return isOwn ? Moved.SentenceIn(line) : Sentences.Closed(line);
    }

    private static List<string> Textures(Story story, Func<Acts, IReadOnlyList<string>> act) =>
        [.. act(story.Genre.Texture), .. act(story.Tone.Texture)];

    private static string Shown(Person other, Pen pen)
    {
        var slots = pen.Slots.Copy();
        other.Bind(slots, "other");
        var line = pen.With(slots).Line(Shelf.Pools["plot.other"]);
        return line;
    }

    private static void Lengthen(List<string>[] acts, Story story, Pen pen)
    {
        Func<Acts, IReadOnlyList<string>>[] textures = [act => act.Middle, act => act.End, act => act.Beginning];
        int[] order = [1, 2, 0];
        for (var turn = 0; turn < 60 && acts.Sum(act => act.Sum(Sentences.Words)) < FewestWords; turn++)
        {
            var act = acts[order[turn % 3]];
            var line = pen.Line([.. Textures(story, textures[turn % 3]), .. Shelf.Pools["plot.any"]]);
            var at = 1 + (turn / 3 % (act.Count - 1));
            act[at] = Sentences.Join(act[at], line);
        }
    }

    private static string Text(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);
}
