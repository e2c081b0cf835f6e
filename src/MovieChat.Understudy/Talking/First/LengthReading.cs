using System.Globalization;
using System.Text.RegularExpressions;

namespace MovieChat.Understudy.Talking.First;

/// <summary>How long the film is to be, in minutes.</summary>
internal static partial class LengthReading
{
    private const int Shortest = 1, Longest = 600, ShortFilm = 15;

    private static readonly (string Word, double Value)[] s_words =
    [
        ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("half an", 0.5), ("ten", 10),
        ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
        ("ninety", 90), ("a hundred", 100), ("hundred", 100), ("a hundred and twenty", 120),
    ];

    /// <param name="isAsked">Whether a bare number is one of minutes.</param>
    public static int? Take(Clues clues, bool isAsked)
    {
        if (clues.TakeFirst(Hours()) is { } hours)
        {
            var minutes = Value(hours.Groups["hours"].Value) * 60;
            if (hours.Groups["half"].Success) minutes += 30;
            if (hours.Groups["minutes"] is { Success: true } more) minutes += Value(more.Value);
            return Bound(minutes);
        }

        if (clues.TakeFirst(Minutes()) is { } match) return Bound(match.Groups["to"] is { Success: true } to ? (Value(match.Groups["from"].Value) + Value(to.Value)) / 2 : Value(match.Groups["from"].Value));
        if (clues.TakeFirst(ShortFilmWords()) is not null) return ShortFilm;
        if (!isAsked) return null;
        if (clues.TakeFirst(Usual()) is not null) return Core.Film.Brief.DefaultLengthMinutes;
        if (clues.TakeFirst(Bare()) is { } bare) return Bound(bare.Groups["to"] is { Success: true } end ? (Value(bare.Groups["from"].Value) + Value(end.Value)) / 2 : Value(bare.Groups["from"].Value));
        return null;
    }

    private static int? Bound(double minutes) => minutes is >= Shortest and <= Longest ? (int)Math.Round(minutes) : null;

    private static double Value(string text) =>
        s_words.FirstOrDefault(each => each.Word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { Value: > 0 } word ? word.Value : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\b(about |around |under |over |roughly |at most |no (more|longer) than )*(?<hours>half an|an?|one|two|three|four|\d(\.\d+)?)[\s-]*(h|hrs?|hours?)\b(?<half> and a half)?( ?(and )?(?<minutes>\d{1,2})( ?(m|min|minutes))?\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(about |around |under |over |roughly |at most |no (more|longer) than )*((?<from>\d{1,3})( ?(-|–|to|or) ?(?<to>\d{1,3}))?|(?<from>ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred and twenty|a hundred|hundred))[\s-]*(min(ute)?s?\b|['’])( long)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\ba short( film)?\b(?! \w+ film)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortFilmWords();

    [GeneratedRegex(@"\b(normal|usual|standard|regular|average)( length)?|feature[ -]length|a feature\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Usual();

    [GeneratedRegex(@"\b((?<from>\d{1,3})( ?(-|–|to|or) ?(?<to>\d{1,3}))?|(?<from>thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred and twenty|a hundred|hundred))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();
}
