using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking;

/// <summary>Texts of the talk, with what they are told of filled in. A value is never read as a template.</summary>
internal static partial class Phrases
{
    public static string Line(Draw draw, string key, params ReadOnlySpan<(string Slot, string Value)> values) => Filled(draw.Pick(Shelf.Talk.Lines[key]), values);

    public static string Filled(string template, params ReadOnlySpan<(string Slot, string Value)> values)
    {
        var known = values.ToArray().ToDictionary(each => each.Slot, each => each.Value);
        return Sentences.Capitalised(Slot().Replace(template, match => known.GetValueOrDefault(match.Groups[1].Value, match.Value)));
    }

    /// <summary>As in "one, two and three".</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} {last} {items[^1]}",
    };

    /// <summary>A text of the film in quotation marks, cut where it is long, on one line.</summary>
    public static string Quote(string text, int most = 180)
    {
        var plain = Space().Replace(text, " ").Trim();
        if (plain.Length <= most) return $"“{plain}”";
        var space = plain.LastIndexOf(' ', most);
        return $"“{plain[..(space > 0 ? space : most)].TrimEnd(',', ';', ':', '.', ' ')}…”";
    }

    /// <summary>A clause for the middle of a sentence: without its full stop, its first letter small unless it is a name's.</summary>
    public static string Inner(string text)
    {
        var plain = Space().Replace(text, " ").Trim().TrimEnd('.');
        return Small().IsMatch(plain) ? char.ToLowerInvariant(plain[0]) + plain[1..] : plain;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\A(The|A|An|To|That|His|Her|Their|She|He|They|It|In|On|At|When|What|Whoever|Not|Nobody|Somebody|Every|One|There|Inside|Outside)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Small();
}
