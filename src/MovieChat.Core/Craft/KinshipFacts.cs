using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Craft;

/// <summary>Who is whose relative. <c>Tom, Mara's brother</c> makes Tom <c>brother</c> of Mara.</summary>
internal static class KinshipFacts
{
    /// <summary>By word: what it is seen from the other side, and the sex it tells.</summary>
    private static readonly Dictionary<string, (string Kin, string Inverse, char Sex)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mother"] = ("parent", "child", 'f'),
        ["father"] = ("parent", "child", 'm'),
        ["daughter"] = ("child", "parent", 'f'),
        ["son"] = ("child", "parent", 'm'),
        ["sister"] = ("sibling", "sibling", 'f'),
        ["brother"] = ("sibling", "sibling", 'm'),
        ["wife"] = ("spouse", "spouse", 'f'),
        ["husband"] = ("spouse", "spouse", 'm'),
        ["grandmother"] = ("grandparent", "grandchild", 'f'),
        ["grandfather"] = ("grandparent", "grandchild", 'm'),
        ["granddaughter"] = ("grandchild", "grandparent", 'f'),
        ["grandson"] = ("grandchild", "grandparent", 'm'),
        ["aunt"] = ("aunt or uncle", "niece or nephew", 'f'),
        ["uncle"] = ("aunt or uncle", "niece or nephew", 'm'),
        ["niece"] = ("niece or nephew", "aunt or uncle", 'f'),
        ["nephew"] = ("niece or nephew", "aunt or uncle", 'm'),
        ["cousin"] = ("cousin", "cousin", ' '),
    };

    private static readonly string Kin = $"(?:{string.Join('|', Words.Keys)})";

    private const string Lesser = "(?:younger |older |elder |little |big |twin |only |late |dead |estranged )?";

    private static readonly Regex[] Patterns =
    [
        Names.Pattern($@"\b(?<person>@)(?:,| is| was) (?<of>@)['’]s? {Lesser}(?<kin>{Kin})\b"),
        Names.Pattern($@"\b(?<of>@)['’]s? {Lesser}(?<kin>{Kin}),? (?<person>@)\b"),
        Names.Pattern($@"\b(?<person>@)(?:,| is| was) (?:the |a )?{Lesser}(?<kin>{Kin}) of (?<of>@)\b"),
    ];

    private static readonly Regex Opening = Names.Pattern($@"\A(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Tt]he) {Lesser}(?<kin>{Kin})(?:[,.;]| who| whom)");

    /// <param name="Word">What the text calls them.</param>
    public sealed record Relation(string Person, string Of, string Word, Fact Fact)
    {
        public string Kin => Words[Word].Kin;

        /// <summary>The same seen from the other side.</summary>
        public string Inverse => Words[Word].Inverse;

        /// <summary>Whether both can be true: of the same two people, one way round or the other.</summary>
        public bool Contradicts(Relation other)
        {
            if (Person == other.Person && Of == other.Of) return Kin != other.Kin || (Words[Word].Sex, Words[other.Word].Sex) is ('f', 'm') or ('m', 'f');
            return Person == other.Of && Of == other.Person && Inverse != other.Kin;
        }
    }

    public static IEnumerable<Relation> Read(Screenplay film, Names names, IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages)
            foreach (Match match in Patterns.SelectMany(pattern => pattern.Matches(passage.Text)))
            {
                if (names.IdOf(match.Groups["person"].Value) is { } person && names.IdOf(match.Groups["of"].Value) is { } of && person != of)
                {
                    yield return Of(person, of, match.Groups["kin"].Value, passage, Sentence.Around(passage.Text, match.Index));
                }
            }

        // In a profile a relation that begins so says what the other is: "Her older sister, who left".
        foreach (var profile in film.Profiles.Values)
            foreach (var relation in profile.Relations)
            {
                var match = Opening.Match(relation.Text);
                if (match.Success) yield return Of(relation.Character, profile.Character, match.Groups["kin"].Value, new($"profile:{profile.Character}", relation.Text), relation.Text);
            }
    }

    private static Relation Of(string person, string of, string word, Passage where, string quote) =>
        new(person, of, word.ToLowerInvariant(), new Fact(person, $"relation to {of}", word.ToLowerInvariant(), where) { Quote = quote });
}
