using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Who speaks how.</summary>
internal static class Manners
{
    // One line in three shows the manner; more would be a tic.
    private const int Sparing = 3;

    /// <summary>By the words of the person's profile; without one, each of the cast another.</summary>
    public static Manner Of(Person person, Story story)
    {
        var voice = person.Profile?.Voice ?? "";
        var told = Shelf.Manners.MaxBy(manner => manner.Cues.Count(cue => voice.Contains(cue, StringComparison.OrdinalIgnoreCase)))!;
        if (told.Cues.Any(cue => voice.Contains(cue, StringComparison.OrdinalIgnoreCase))) return told;
        var order = story.ForProject("manners").Shuffled(Shelf.Manners);
        return order[Math.Max(0, story.People.ToList().FindIndex(one => one.Id == person.Id)) % order.Count];
    }

    /// <summary>A line as this manner says it.</summary>
    public static string Spoken(string line, Manner manner, Pen pen)
    {
        var text = manner.Plain ? Plain(line) : line;
        return pen.Draw.Below(Sparing * 2) switch
        {
            0 when manner.Openers.Count > 0 && !line.StartsWith('“') => $"{pen.Draw.Pick(manner.Openers)} {text}",
            1 when manner.Closers.Count > 0 && text.EndsWith('.') => $"{text} {pen.Draw.Pick(manner.Closers)}",
            _ => text,
        };
    }

    private static string Plain(string line) => Contractions.Aggregate(line, (text, pair) => text.Replace(pair.Short, pair.Long));

    private static readonly (string Short, string Long)[] Contractions =
    [
        ("can't", "cannot"), ("won't", "will not"), ("n't", " not"), ("I'm", "I am"), ("I'll", "I will"), ("I've", "I have"), ("I'd", "I would"),
        ("You're", "You are"), ("you're", "you are"), ("You'll", "You will"), ("you'll", "you will"), ("We're", "We are"), ("we're", "we are"),
        ("It's", "It is"), ("it's", "it is"), ("That's", "That is"), ("that's", "that is"), ("They're", "They are"), ("they're", "they are"),
    ];
}
