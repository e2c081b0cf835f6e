using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>The events of a synopsis that the writer brought, as turns of the plot: without them its scenes would tell another story.</summary>
internal static class OwnTurns
{
    /// <summary>An event has so many words; what is shorter belongs to the one before.</summary>
    private const int FewestWords = 4;

    /// <summary>By line of the synopsis: the first of the turns that are its own.</summary>
    private static readonly int[] Starts = [0, 3, 6, 9, 12, 14];

    /// <summary>The event that the turn tells; null where the writer's lines have none for it.</summary>
    /// <param name="lines">By line of the synopsis, empty where it is not the writer's.</param>
    public static string? Of(Story story, IReadOnlyList<string> lines, int turn)
    {
        var line = Array.FindLastIndex(Starts, start => start <= turn);
        var events = Events(story, lines[line]);
        // The film ends where the writer's last line does.
        var first = line == lines.Count - 1 ? Math.Max(Starts[line], Starts[^1] - events.Count) : Starts[line];
        return turn < first ? null : events.ElementAtOrDefault(turn - first);
    }

    /// <summary>A line cut where another of the film's people begins to do something.</summary>
    private static List<string> Events(Story story, string line)
    {
        var events = new List<string>();
        foreach (var sentence in Sentences.Split(line))
        {
            var from = 0;
            foreach (var at in Cuts(story, sentence).Order())
            {
                if (Sentences.Words(sentence[from..at]) < FewestWords || Sentences.Words(sentence[at..]) < FewestWords) continue;
                events.Add(Event(sentence[from..at]));
                from = at;
            }

            events.Add(Event(sentence[from..]));
        }

        return [.. events.Where(told => Sentences.Words(told) >= FewestWords)];
    }

    private static IEnumerable<int> Cuts(Story story, string sentence) =>
        from person in story.People
        from joint in (string[])[", and ", ", but ", "; "]
        let at = sentence.IndexOf(joint + person.Name + " ", StringComparison.Ordinal)
        where at > 0
        select at + joint.Length;

    private static string Event(string text)
    {
        var told = text.Trim();
        foreach (var joint in (string[])[", and", ", but", ";"])
        {
            if (told.EndsWith(joint, StringComparison.Ordinal)) told = told[..^joint.Length];
        }

        return Sentences.Closed(Sentences.Capitalised(told));
    }
}
