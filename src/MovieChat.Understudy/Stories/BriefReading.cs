using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Stories;

/// <summary>What the writer's own words ask for beyond genre and tone: subjects, a place, the clock that runs, the message.</summary>
internal sealed partial class BriefReading
{
    // A word the premise declares says more than one that merely occurs in it.
    private const int DeclaredWeight = 4;

    // What a premise tells does not change: it is read once.
    private static readonly ConcurrentDictionary<string, HashSet<string>> Told = new();

    private readonly HashSet<string> _stems;

    private BriefReading(HashSet<string> stems) => _stems = stems;

    /// <summary>A proper name such as "Lisbon" or "the Hebrides"; null when the notes tell none.</summary>
    public string? Place { get; private init; }

    /// <summary>As "before the ferry line is closed for good"; null when the notes tell none.</summary>
    public string? Deadline { get; private init; }

    /// <summary>As a sentence; null when there is none.</summary>
    public string? Message { get; private init; }

    public static BriefReading Of(Brief? brief, string title)
    {
        var notes = brief?.Notes ?? "";
        var words = $"{notes} {brief?.Message} {title}";
        return new([.. Stems(words)])
        {
            Place = Named().Match(notes) is { Success: true } place ? place.Groups["place"].Value : null,
            Deadline = Clock().Match(notes) is { Success: true } clock ? clock.Groups["clock"].Value.Trim() : null,
            Message = string.IsNullOrWhiteSpace(brief?.Message) ? null : Sentences.Capitalised(Sentences.Closed(brief.Message)),
        };
    }

    /// <summary>How well a premise fits these words; 0 when it shares none.</summary>
    public int Fit(Premise premise)
    {
        if (_stems.Count == 0) return 0;
        var declared = (premise.Words ?? []).SelectMany(Stems).Distinct().Count(_stems.Contains);
        return (declared * DeclaredWeight) + Told.GetOrAdd(premise.Id, _ => Stems(premise.AllText).ToHashSet()).Count(_stems.Contains);
    }

    /// <summary>What the brief asks a fact of the story to be; null when it has no say in it.</summary>
    public string? For(string fact, IReadOnlyList<string> alternatives, Premise premise) => fact switch
    {
        _ when premise.Fixed?.Contains(fact) == true => null,
        // A world that is told in every detail does not move; one that is told in outline does.
        "town" => premise.IsWhole ? null : Place,
        // A clock runs only in a world that knows what it is about.
        "deadline" when Deadline is not null && Stems(Deadline).Intersect((premise.Words ?? []).SelectMany(Stems)).Any() => Deadline,
        _ => alternatives.Select(each => (each, hits: Stems(each).Count(_stems.Contains))).Where(each => each.hits > 0)
            .OrderByDescending(each => each.hits).Select(each => each.each).FirstOrDefault(each => !each.Contains('{')),
    };

    private static IEnumerable<string> Stems(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => !Common().IsMatch(word)).Select(word => Ending().Replace(word, ""));

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=...)(ing|ies|ers|er|ed|es|s|y|e)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(the|this|that|with|from|your|have|after|before|only|about|what|when|where|which|their|there|they|them|than|then|into|over|must|will|would|could|should|last|first|some|every|film|story|movie|scene|scenes|people|person|week|year|years|days|good|make|more|most|never|nobody|somebody|everybody|untitled|cannot|because|while|until|other|another|under|very|just|like|want|wants|also|each|been|does|once|still|back|place)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Common();

    [GeneratedRegex(@"\b([Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ff) (?<place>(the )?(?!January|February|March|April|May\b|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|French|German|Spanish|Wales|Scotland|Ireland|England|Britain|France|Italy|Spain|Portugal|Germany|Poland|Greece|Turkey|Russia|Japan|Korea|China|India|Africa|Europe|America|Asia|Mexico|Brazil|Canada|Australia|Christmas|Easter)\p{Lu}[\p{L}'’-]+(\s\p{Lu}[\p{L}'’-]+)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?<clock>(before|until) (the|a|an|his|her|their|its|midnight|dawn|noon|Christmas|Easter)\b[^.,;!?\n]{0,60})(?=[.,;!?\n]|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
