using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>What a scene plants or pays off, as things that have to be seen.</summary>
internal static partial class Plants
{
    public static IEnumerable<string> Of(Scene scene) => scene.SetUps.Concat(scene.PayOffs).Where(what => what.Trim().Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The one that a text shows; null when it shows none.</summary>
    public static string? In(Scene scene, string text) => text.Length == 0 ? null : Of(scene).FirstOrDefault(what => IsIn(what, text));

    /// <summary>Whether the text names it, or the word that matters most of it.</summary>
    public static bool IsIn(string what, string text)
    {
        var there = Terms(text).ToHashSet();
        var terms = Terms(what).ToList();
        return terms.Count > 0 && (terms.Count(there.Contains) * 2 > terms.Count || there.Contains(Main(what, terms)));
    }

    /// <summary>Whether it is a thing that can lie before a lens, and no phrase, tune or habit.</summary>
    public static bool IsThing(string what) => Thing().IsMatch(what) && !Act().IsMatch(what);

    // "The hat on the nail" is about a hat.
    private static string Main(string what, List<string> terms) => Terms(Tail().Split(what)[0]).LastOrDefault() ?? terms[0];

    private static IEnumerable<string> Terms(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => !Common().IsMatch(word)).Select(word => word.Length > 4 ? Ending().Replace(word, "") : word.TrimEnd('s'));

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\p{L}{3})(ing|es|ed|s|e|y|ies)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A(the|and|for|with|from|that|this|who|whom|his|her|their|its|she|him|they|one|two|three|four|five|has|have|had|was|were|not|but|which|when|never|only|into|under|over|behind|before|after|about|how|far|more|than|are|out|off|all|left|right)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Common();

    [GeneratedRegex(@"\s(on|in|of|from|at|with|under|over|behind|that|who|which|for|to|into|beside|between|round|before|after)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\A(the|an?|his|her|their|somebody's|\p{Lu}[\p{L}'’]+['’]s)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Thing();

    [GeneratedRegex(@"[“”""?]|\b(music|voice|call|song|words?|count(ing)?|knock(ing|s)?|promise|phrase|habit|bet|law|hiss|tapping|notes?\b(?! book)|applause|whistle of|half second|seconds?|break|thumb in|wave|breath|cough|rain|place on|way|rule|steam|hop|turn|quarter|sound|sounds|scratch|tail of|line that|middle of|fives|ten seconds|push|sign|speaks?|name|steps?|knees?|heels?|ears?|eyes?|hands?|thumbs?|feet|foot|nod|tune|melody|laugh|smile|habit)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Act();
}
