using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking.First;

/// <summary>A message from which one thing after the other is taken; what is left answers the question that was asked.</summary>
internal sealed partial class Clues(string text)
{
    public string Whole { get; } = text;

    public string Rest { get; private set; } = text;

    /// <summary>Takes what fits out of the message.</summary>
    public IReadOnlyList<Match> Take(Regex pattern, Func<Match, bool>? fits = null)
    {
        var matches = pattern.Matches(Rest).Where(match => fits is null || fits(match)).ToList();
        foreach (var match in matches) Rest = Rest[..match.Index] + new string(' ', match.Length) + Rest[(match.Index + match.Length)..];
        return matches;
    }

    public Match? TakeFirst(Regex pattern)
    {
        if (pattern.Match(Rest) is not { Success: true } match) return null;
        Rest = Rest[..match.Index] + new string(' ', match.Length) + Rest[(match.Index + match.Length)..];
        return match;
    }

    /// <summary>What is left, without what carries nothing by itself.</summary>
    public string Left
    {
        get
        {
            var text = Space().Replace(Rest, " ").Trim();
            text = StrayMarks().Replace(text, "");
            for (var before = ""; before != text;) (before, text) = (text, Tail().Replace(Lead().Replace(text, ""), "").Trim());
            return text;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*[,;:](\s*[,;:.])+|\s+(?=[.,;:!?])|(?<=[.!?])(\s*[.,;:])+", RegexOptions.ExplicitCapture)]
    private static partial Regex StrayMarks();

    [GeneratedRegex(@"\A([\s,.;:!?…-]+|(ok|okay|well|so|hmm+|um|oh|hi|hello|hey|yes|yeah|right|sure|please|and|or|but|also|maybe|perhaps|probably|actually|I guess|I think|I suppose|let me think|let's say|no(?=[,.!])|thanks|thank you|I like|I love|I loved|I want|I'd like|I would like|to make|to write|a film|a movie|something|films|movies|it's|it is|it should be|make it|the film|like|such as|set)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(@"([\s,;:…-]+|\b(and|or|but|also|please|like|with|for|in|a|the|film|movie|I think|I guess|thanks)\b[\s.!]*)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();
}
