using System.Text.RegularExpressions;

namespace MovieChat.Core.Craft;

/// <summary>What becomes of things on the page: who takes them, hands them on, destroys them, brings them out.</summary>
internal static class ThingFacts
{
    public const string Takes = "takes", Destroys = "destroys", Produces = "produces", Leaves = "leaves";

    private const string Thing = @"(?:the|his|her|their) (?<thing>\p{L}+(?:[ -]\p{L}+)?)";

    private static readonly (string What, Regex Pattern)[] Patterns =
    [
        (Takes, Names.Pattern($@"\b(?<name>@) (?:takes|picks up|pockets|grabs|snatches|keeps|steals|catches|accepts) {Thing}\b")),
        (Takes, Names.Pattern($@"\b@ (?:hands|gives|passes|throws|tosses|slides) (?<name>@) {Thing}\b")),
        (Takes, Names.Pattern($@"\b@ (?:hands|gives|passes|throws|tosses|slides) {Thing} to (?<name>@)\b")),
        (Leaves, Names.Pattern($@"\b(?<name>@) (?:puts down|sets down|lays down|drops|leaves|hides|throws away|loses) {Thing}\b")),
        (Destroys, Names.Pattern($@"\b(?<name>@) (?:burns|smashes|tears up|shreds|shatters|destroys|swallows|eats) {Thing}\b")),
        (Produces, Names.Pattern($@"\b(?<name>@) (?:pulls out|takes out|brings out|produces|draws|unfolds|holds up|unwraps) {Thing}\b")),
    ];

    /// <summary>In the order of the film: subject the thing, property what is done, value who has it then (empty for nobody).</summary>
    public static IEnumerable<Fact> Read(Names names, IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages.Where(passage => passage.IsAction))
        {
            var found = Patterns.SelectMany(each => each.Pattern.Matches(passage.Text).Select(match => (each.What, Match: match)));
            foreach (var (what, match) in found.OrderBy(each => each.Match.Index))
            {
                if (names.IdOf(match.Groups["name"].Value) is not { } id) continue;
                var thing = Noun(match.Groups["thing"].Value);
                yield return new(thing, what, what is Takes or Produces ? id : "", passage) { Quote = Sentence.Around(passage.Text, match.Index) };
            }
        }
    }

    // "The letter from", "the brass key": what follows a noun is no part of it where it is a small word.
    private static string Noun(string thing)
    {
        var words = thing.ToLowerInvariant().Split(' ', '-');
        return words.Length > 1 && After.Contains(words[1]) ? words[0] : string.Join(' ', words);
    }

    private static readonly HashSet<string> After =
    [
        "from", "to", "and", "in", "on", "out", "off", "into", "with", "at", "by", "as", "but", "over", "up", "down", "back", "again", "under", "away", "then", "without", "for", "of",
        "that", "across", "through", "before", "after", "behind", "like", "so", "which", "who", "is", "he", "she", "it", "they", "too", "against", "beside", "between", "onto",
    ];
}
