using System.Text.RegularExpressions;

namespace MovieChat.Core.Craft;

/// <summary>Who is hurt where, and who is dead: from action and the summaries of scenes.</summary>
internal static class BodyFacts
{
    public const string Dead = "dead";

    private const string Part = "(?<part>arm|hand|wrist|elbow|shoulder|leg|knee|ankle|foot|thigh|eye|ear|cheek)";
    private const string Hurt = "(?:bandaged|bleeding|bleeds|broken|burnt|burned|wounded|swollen|stitched|splinted|in a sling|in plaster|in a cast)";
    private const string Dressing = "(?:bandage|sling|plaster|splint|cast|cut|wound|gash|burn|scar|stitches)";

    private static readonly Regex[] Sides =
    [
        Names.Pattern($@"\b(?<name>@)['’]s? (?<side>left|right) {Part} (?:is )?(?:still )?{Hurt}\b"),
        Names.Pattern($@"\b(?<name>@)['’]s? {Hurt} (?<side>left|right) {Part}\b"),
        Names.Pattern($@"\b{Dressing} (?:on|over|around|across|in) (?<name>@)['’]s? (?<side>left|right) {Part}\b"),
        Names.Pattern($@"\b(?<name>@),? (?:his|her|their) (?<side>left|right) {Part} {Hurt}\b"),
        Names.Pattern($@"\b(?<name>@) (?:limps|is limping) (?:on|with) (?:the|his|her|their) (?<side>left|right) {Part}\b"),
    ];

    private static readonly Regex Dies = Names.Pattern(@"\b(?<name>@) (?:(?:dies|is dead|lies dead|is killed|is shot dead|falls dead|stops breathing|has died)\b|drowns[.,;])");

    /// <summary>Facts in the order of the film: property the part of the body, value its side; or <see cref="Dead"/>.</summary>
    public static IEnumerable<Fact> Read(Names names, IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages.Where(passage => passage.Scene is not null && passage.Speaker is null))
        {
            foreach (Match match in Sides.SelectMany(pattern => pattern.Matches(passage.Text)))
            {
                if (Fact(match, passage) is { } hurt) yield return hurt with { Property = match.Groups["part"].Value.ToLowerInvariant(), Value = match.Groups["side"].Value.ToLowerInvariant() };
            }

            foreach (Match match in Dies.Matches(passage.Text))
            {
                if (Fact(match, passage) is { } dead) yield return dead;
            }
        }

        Fact? Fact(Match match, Passage passage) => names.IdOf(match.Groups["name"].Value) is { } id
            ? new(id, Dead, Dead, passage) { Quote = Sentence.Around(passage.Text, match.Index) }
            : null;
    }
}
