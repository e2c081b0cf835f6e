using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking.First;

/// <summary>The things that a writer wants kept out, one by one.</summary>
internal static partial class AvoidReading
{
    private const int Most = 60;

    public static IReadOnlyList<string> Items(string text) =>
        [.. Separator().Split(text).Select(item => Lead().Replace(item.Trim(), "").Trim(' ', '.', '!', ',')).Select(item => Tail().Replace(item, "").Trim())
            .Where(item => item.Count(char.IsLetter) > 2 && item.Length <= Most && !Nothing().IsMatch(item))];

    [GeneratedRegex(@"[.,;!?\n—]+|\s+(and|or|but)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A((well|please|ok|okay|maybe|also|the|any|too much|too many|much|no|not|nothing|never|avoid|avoiding|without|explicit|graphic|I|we|do not|don't|want|like|hate|can't stand|to|see|show|a|an|more|with|kind of|sort of)\b[\s,]*)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(please|at all|in it|whatsoever|if possible|thanks)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\A(nothing|none|idea|else|one|that|it)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();
}
