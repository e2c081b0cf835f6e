using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents;

/// <summary>Who speaks how.</summary>
internal static partial class Manners
{
    // More phrases than a manner has, so that in some scenes none is used: more would be a tic.
    private const int Round = 7, ShortestLine = 5;

    /// <summary>By the words of the person's profile; without one, each of the cast another.</summary>
    public static Manner Of(Person person, Story story)
    {
        var voice = person.Profile?.Voice ?? "";
        var told = Shelf.Manners.MaxBy(manner => manner.Cues.Count(cue => voice.Contains(cue, StringComparison.OrdinalIgnoreCase)))!;
        if (told.Cues.Any(cue => voice.Contains(cue, StringComparison.OrdinalIgnoreCase))) return told;
        var order = story.ForProject("manners").Shuffled(Shelf.Manners);
        return order[Math.Max(0, story.People.ToList().FindIndex(one => one.Id == person.Id)) % order.Count];
    }

    /// <summary>A line as this manner says it. Only a whole statement takes an opener or a closer, and a scene holds one in all.</summary>
    /// <param name="turn">Of the scene and the speaker, so that the phrases go round.</param>
    public static string Spoken(string line, Manner manner, int turn, ISet<string> said)
    {
        var text = manner.Plain ? Plain(line) : line;
        if (said.Count > 0 || !line.EndsWith('.') || Sentences.Words(line) < ShortestLine || !Statement().IsMatch(line)) return text;
        if (manner.Openers.ElementAtOrDefault(turn % Round) is { } opener && said.Add(opener)) return $"{opener} {text}";
        if (manner.Closers.ElementAtOrDefault((turn + 2) % Round) is { } closer && said.Add(closer)) return $"{text} {closer}";
        return text;
    }

    // "Left, left, wait." is no sentence to put another before.
    [GeneratedRegex(@"\A(I|You|We|He|She|It|They|That|There|This|Somebody|Nobody|My|Your)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    private static string Plain(string line) => Contractions.Aggregate(line, (text, pair) => text.Replace(pair.Short, pair.Long));

    private static readonly (string Short, string Long)[] Contractions =
    [
        ("can't", "cannot"), ("won't", "will not"), ("n't", " not"), ("I'm", "I am"), ("I'll", "I will"), ("I've", "I have"), ("I'd", "I would"),
        ("You're", "You are"), ("you're", "you are"), ("You'll", "You will"), ("you'll", "you will"), ("We're", "We are"), ("we're", "we are"),
        ("It's", "It is"), ("it's", "it is"), ("That's", "That is"), ("that's", "that is"), ("They're", "They are"), ("they're", "they are"),
    ];
}
