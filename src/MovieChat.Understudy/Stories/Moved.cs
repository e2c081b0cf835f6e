using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Stories;

/// <summary>The sentence by which a story whose texts name no place is moved to one, or to a time.</summary>
internal static partial class Moved
{
    public static string To(string place) => $"All of it happens in {place}.";

    /// <summary>The sentence where <paramref name="text"/> holds it; else empty.</summary>
    public static string SentenceIn(string text) => Pattern().Match(text).Value;

    /// <summary>The place or time of the sentence; null where there is none.</summary>
    public static string? PlaceIn(string text) => Pattern().Match(text) is { Success: true } match ? match.Groups["place"].Value : null;

    /// <summary>Whether it is a place and not a time: a place has a name.</summary>
    public static bool IsPlace(string moved) => char.IsUpper(moved.StartsWith("the ", StringComparison.Ordinal) && moved.Length > 4 ? moved[4] : moved[0]);

    [GeneratedRegex(@"All of it happens in (?<place>[^.\n]{1,80})\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
