using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Stories;

/// <summary>Finds the names of people in a text by others: words with a capital inside a sentence, or in a script without capitals
/// inside a Latin text. A guess; what a cast says goes first.</summary>
internal static partial class NameFinder
{
    /// <summary>Candidates, the one mentioned first at the front.</summary>
    public static IReadOnlyList<string> Find(string text, Func<string, bool> isKnownWord)
    {
        var latin = Latin().Count(text);
        if (latin * 2 < text.Count(char.IsLetter)) return [];
        return [.. Candidate().Matches(text)
            .Where(match => !OfPlace().IsMatch(text[..match.Index]) && !char.IsDigit(text[match.Index]))
            .Where(match => IsPerson(text, match))
            .Select(match => match.Value)
            .Where(name => !Common().IsMatch(name) && !isKnownWord(name))
            .Distinct()];
    }

    /// <summary>Whether a text can be what somebody is called: a few words, each with a capital or in a script without, but for such as <c>van</c>.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= MostLetters && text.Split(' ') is { Length: <= MostWords } words && words.All(word => Particle().IsMatch(word) || (word.Length > 0 && !char.IsLower(word[0]))) && words.Any(word => !Particle().IsMatch(word));

    private const int MostLetters = 40, MostWords = 5;

    [GeneratedRegex("^(van|von|der|den|de|la|le|di|da|dos|del|al|el|bin|ibn|of|the|and)$")]
    private static partial Regex Particle();

    // At the start of a sentence any word has a capital: a name there must come back, or be followed by a comma or a verb's ending.
    private static bool IsPerson(string text, Match match)
    {
        if (!SentenceStart().IsMatch(text[..match.Index])) return true;
        var after = text[(match.Index + match.Length)..];
        return text.IndexOf(match.Value, match.Index + match.Length, StringComparison.Ordinal) > 0 || Verb().IsMatch(after);
    }

    [GeneratedRegex(@"\p{IsBasicLatin}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}\p{Ll}[\p{L}'’-]*(\s\p{Lu}\p{Ll}[\p{L}'’-]*){0,2}|\p{Lo}{1,12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"(\A|[.!?…:\n])[\s""“‘]*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"\b(in|at|from|near|to|of|on|into|the|a|an|outside|across|over|through)\s+\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OfPlace();

    [GeneratedRegex(@"\A(,|('s|’s)\b|\s+(is|was|has|had|must|will|can|and|[a-z]+s)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(The|A|An|When|While|After|Before|But|And|As|If|In|On|At|To|His|Her|Their|He|She|They|It|One|Two|Three|Only|Then|Now|Years|Every|Each|With|Without|For|This|That|There|Here|What|Who|Where|Why|How|Not|No|Once|Until|Because|By|From|Nobody|Nothing|Somebody|Someone|Something|Everyone|Everybody|Everything|All|Even|Some|Help|Each|God|Earth|English|French|German|American|Love|Money|Rain|Snow|Time|War|Death|Life|Children|People|Neither|Both|Many|Most|Few|Another|Anyone|Everywhere|Nowhere|Inside|Outside|Work|Fear|Hope|Truth|Silence|Night|Day|Morning|Winter|Summer|Spring|Autumn|Christmas|Easter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Common();
}
