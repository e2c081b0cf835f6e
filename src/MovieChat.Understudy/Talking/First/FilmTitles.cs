using System.Text.RegularExpressions;
using MovieChat.Understudy.Library;

namespace MovieChat.Understudy.Talking.First;

/// <summary>Titles of films in what a writer says: known ones, quoted ones, words with capitals where a film is compared with.</summary>
internal static partial class FilmTitles
{
    private const int MostWords = 6;

    private static readonly IReadOnlyList<(string Title, Regex Words)> s_known =
        [.. Shelf.Talk.Films.Keys.OrderByDescending(title => title.Length).Select(title => (title, Pattern(title)))];

    /// <param name="isAsked">Whether the message answers the question for films, so that a title needs no other sign.</param>
    public static IReadOnlyList<string> Take(Clues clues, bool isAsked)
    {
        var found = new List<string>();
        foreach (var match in clues.Take(Quoted())) found.Add(match.Groups["title"].Value.Trim());
        foreach (var (title, words) in s_known)
        {
            var isPlain = !title.Contains(' ');
            foreach (var _ in clues.Take(words, match => !isPlain || isAsked || IsCompared(clues.Rest, match.Index))) found.Add(title);
        }

        if (isAsked && !clues.Rest.Any(char.IsUpper)) found.AddRange(Small(clues).Select(title => s_known.FirstOrDefault(known => known.Title.Equals(title, StringComparison.OrdinalIgnoreCase)).Title ?? title));
        foreach (var match in clues.Take(isAsked ? Capitals() : Compared(), match => IsTitle(match.Groups["title"].Value, clues.Rest, match, isAsked))) found.Add(match.Groups["title"].Value.Trim());
        return [.. found.OrderBy(title => clues.Whole.IndexOf(title, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>As in "the white ribbon, close encounters": titles of whoever writes without capitals.</summary>
    private static List<string> Small(Clues clues)
    {
        var list = clues.Rest.Split(['.', '!', '?', '\n'], 2)[0];
        var before = Reason().Split(list)[0];
        string[] parts = [.. Comma().Split(Lead().Replace(before, "")).Select(part => part.Trim()).Where(part => part.Length > 1)];
        if (parts.Length == 0 || !parts.All(part => part.Split(' ').Length <= MostWords && !NoTitle().IsMatch(part))) return [];
        clues.Take(new Regex($@"\A{Regex.Escape(before)}"));
        return [.. parts.Select(part => string.Join(' ', part.Split(' ').Select((word, at) => at > 0 && word is "of" or "the" or "and" or "in" or "a" or "to" or "for" ? word : char.ToUpperInvariant(word[0]) + word[1..])))];
    }

    private static bool IsTitle(string title, string text, Match match, bool isAsked) =>
        !Common().IsMatch(title) && !NoFilm().IsMatch(title) && (!isAsked || title.Contains(' ') || !IsSentenceStart(text, match.Index) || IsListed(text, match));

    private static bool IsSentenceStart(string text, int at) => text[..at].TrimEnd() is var before && (before.Length == 0 || before[^1] is '.' or '!' or '?');

    private static bool IsListed(string text, Match match) => text[(match.Index + match.Length)..].TrimStart() is var after && (after.Length == 0 || after[0] is ',' or '.' or ';' || after.StartsWith("and ", StringComparison.Ordinal));

    private static bool IsCompared(string text, int at) => Before().IsMatch(text[..at]);

    private static Regex Pattern(string title) => new($@"\b{Regex.Escape(title)}\b", title.Contains(' ') ? RegexOptions.IgnoreCase : RegexOptions.None);

    [GeneratedRegex("[\"“](?<title>[^\"“”]{2,60})[\"”]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<title>\b(\p{Lu}[\p{L}'’]+|\d{1,4}(?=:))([:,]? (?!and )((of|the|in|a|an|to|for|on|with|from|at|is|de|la) )*(\p{Lu}[\p{L}'’]*|\d+))*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\b(like|such as|as in|vein of|style of|spirit of|love|loved|reminds? me of|meets|cross between) (?<title>\p{Lu}[\p{L}'’]+( ((of|the|in|a|an|to|for|on|with|from|at) )*(\p{Lu}[\p{L}'’]*|\d+))*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Compared();

    [GeneratedRegex(@"\b(like|such as|as in|vein of|style of|spirit of|love|loved|reminds? me of|meets|cross between|and|or)\s+\z|,\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    [GeneratedRegex(@"\A(I|It|They|What|How|Because|The way|He|She|We|But|And|Also|Maybe|Anything|Everything|Nothing|No|Yes|Well|Films?|Movies?|Some|Most|All|My|That|This|There|Old|In|For|Something|Mostly|Probably|Honestly|Oh|Hi|Hello|If|When|Or|So|Not|Just|Really|Both|You|English|French|German|Italian|Japanese|Korean|Hollywood)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Common();

    [GeneratedRegex(@"\A(I|It|They|What|How|Because|He|She|We|But|And|You) ", RegexOptions.ExplicitCapture)]
    private static partial Regex NoFilm();

    [GeneratedRegex(@"\A\W*((I|we) (really )?(like|love|loved|liked|enjoy|enjoyed)|films? like|movies? like|things like|well|hmm|maybe|probably|mostly|oh)?\W*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(\b(because|for (the|its|their|how)|especially|mainly|due to)\b|[:;—–(]| - ).*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reason();

    [GeneratedRegex(@",\s*(and\s+)?|\s+and\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\b(I|i|how|he|she|they|it|is|are|because|people|nobody|films|movies|anything|something|nothing|none|where|who|which|that|don't|make|want|about|thriller|comedy|drama|horror|no|yes|ok|hello|hi)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoTitle();
}
