using System.Text.RegularExpressions;

namespace MovieChat.Core.Craft;

/// <summary>Sentences and words of a text.</summary>
internal static partial class Sentence
{
    /// <summary>The sentence that holds the character at <paramref name="place"/>.</summary>
    public static string Around(string text, int place)
    {
        var start = 0;
        foreach (Match end in End().Matches(text))
        {
            if (end.Index > place) return text[start..end.Index].Trim();
            start = end.Index + end.Length;
        }

        return text[start..].Trim();
    }

    public static IEnumerable<string> Split(string text) => End().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>The words that carry the sense, in lower case and without their commonest endings: three letters and more, and numbers.</summary>
    public static IEnumerable<string> Terms(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => !Common.Contains(word)).Select(Stem);

    // Whatever an ending is cut from, "tangerines" and "tangerine", "the kettle's" and "a kettle" are one word.
    private static string Stem(string word)
    {
        word = Possessive().Replace(word, "");
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s", "e"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }

        return word;
    }

    private static readonly HashSet<string> Common =
    [
        .. ("all and any are but can day did for get got had has her him his how its let may nor not now off one our out own per put saw say see she the too two was way who why yes yet you about after again against almost along already also although always another anybody anything around away back because been before behind being below between both "
            + "bring brought came cannot come could does doing done down during each else enough even ever every everybody everyone everything find first from gave gets give given gives goes going gone "
            + "good have having here herself himself into itself just keep keeps kept knew know known knows last later least leave left less like little long look looks made make makes many might mine more most "
            + "much must myself near need needs never next nobody none nothing once only onto other others ours over perhaps please quite rather really right said same says seen shall should since some somebody "
            + "someone something sometimes somewhere soon still such take taken takes tell tells than that their them themselves then there these they thing things think this those though through time times told "
            + "took turn turns under until upon used very want wanted wants well went were what when where whether which while whole whom whose will with within without would year years your yourself").Split(' '),
    ];

    // A boundary has an end mark and a blank; what follows begins a sentence.
    [GeneratedRegex(@"(?<=[.!?…][”’)""]?)\s+|\n+", RegexOptions.ExplicitCapture)]
    private static partial Regex End();

    [GeneratedRegex("['’]s?$")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\p{L}[\p{L}'’]{2,}|\p{N}+")]
    private static partial Regex Word();
}
