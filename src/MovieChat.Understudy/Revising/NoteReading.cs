using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Revising;

/// <summary>Reads a writer's notes clause by clause.</summary>
internal static partial class NoteReading
{
    private const int YearsOlder = 10;

    public static IReadOnlyList<Wish> Read(string? notes, IReadOnlyList<Person> people) =>
        [.. Clause().Split(notes ?? "").Select(clause => clause.Trim()).Where(clause => (clause.Any(char.IsLetter) || Shape().IsMatch(clause)) && !Courtesy().IsMatch(clause)).Select(clause => Wish(clause, people))];

    private static Wish Wish(string clause, IReadOnlyList<Person> people)
    {
        var name = people.FirstOrDefault(person => clause.Contains(person.Name, StringComparison.OrdinalIgnoreCase))?.Name;
        if (Renamed(clause) is { } rename) return rename;
        if (CutScene().Match(clause) is { Success: true } cut) return new CutSceneWish(clause, NumberIn(cut), cut.Groups["place"].Value.Trim());
        if (Turn().Match(clause) is { Success: true } turn) return new TurnWish(clause, NumberIn(turn));
        if (Period().Match(clause) is { Success: true } period) return new PeriodWish(clause, period.Groups["period"].Value.Trim());
        if (Years().Match(clause) is { Success: true } years && name is not null) return new AgeWish(clause, name, Number(years), Exact: true);
        if (Older().IsMatch(clause)) return new AgeWish(clause, name, YearsOlder);
        if (Younger().IsMatch(clause)) return new AgeWish(clause, name, -YearsOlder);
        if (Place().Match(clause) is { Success: true } place) return new PlaceWish(clause, place.Groups["place"].Value.Trim());
        if (Darker().IsMatch(clause)) return new ToneWish(clause, Tones.Dark);
        if (Lighter().IsMatch(clause)) return new ToneWish(clause, Tones.Light);
        if (name is not null && More().IsMatch(clause)) return new PresenceWish(clause, name, More: true);
        if (name is not null && Less().IsMatch(clause)) return new PresenceWish(clause, name, More: false);
        if (Longer().IsMatch(clause)) return new LengthWish(clause, Longer: true);
        if (Shorter().IsMatch(clause)) return new LengthWish(clause, Longer: false);
        return new OtherWish(clause);
    }

    private static RenameWish? Renamed(string clause)
    {
        var match = Rename().Match(clause);
        return match.Success ? new(clause, match.Groups["from"].Value.Trim(), match.Groups["to"].Value.Trim('"', '“', '”', '\'', ' ')) : null;
    }

    private static int? NumberIn(Match match) => match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;

    private static int Number(Match match) => int.Parse(match.Groups["years"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[.;!?\n]+(?:\s|\z)|,\s+(?:and\s+)?|\s+and\s+(?=make|set|rename|call|move|change|let|give|add|more|less|fewer)", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\brename (?<from>.+?) (to|as|into) (?<to>.+)|\bcall (?<from>\p{Lu}[\p{L}'-]*) (?<to>[""“]?\p{Lu}.*)|\bchange (?<from>.+?)(['’]s)? name to (?<to>.+)|(?<from>\p{Lu}[\p{L}'-]*) should be (called|named) (?<to>.+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Rename();

    [GeneratedRegex(@"\b(cut|drop|remove|delete|lose|take out) (the )?scene (number )?(s?(?<number>\d{1,3})|(in|at|on) (the )?(?<place>.+))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CutScene();

    [GeneratedRegex(@"\badd (a |another |one more |some )?(turn|twist|reversal|surprise|reveal)\b(.*?\bscene (number )?s?(?<number>\d{1,3}))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Turn();

    [GeneratedRegex(@"\b(set|put|move|place)\b.*?\b(in|to|into|during) (?<period>(the )?((early|late|mid)[- ])?(1\d{3}s?|20\d{2}s?|\p{L}+(teenth|tieth|first)[ -]century|middle ages|bronze age|ice age|war|future))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Period();

    [GeneratedRegex(@"\b(?<years>[1-9]\d?)\b( years old)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Years();

    [GeneratedRegex(@"\A(please|thanks?|thank you|ok|okay|hi|hello|maybe)\W*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Courtesy();

    // The shape of a picture is asked for in figures.
    [GeneratedRegex(@"\A\W*(1\.85|2\.(39|35|4)|16\s?[:/x]\s?9|4\s?[:/x]\s?3)\W*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\bolder\b", RegexOptions.IgnoreCase)]
    private static partial Regex Older();

    [GeneratedRegex(@"\byounger\b", RegexOptions.IgnoreCase)]
    private static partial Regex Younger();

    [GeneratedRegex(@"\b((?i:set|put|move|place|relocate))\b.*?\b(in|to|into|on|at) (?<place>(the )?\p{Lu}[\p{L}'’-]*([\s,]+\p{Lu}[\p{L}'’-]*)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(darker|bleaker|sadder|grimmer|more (serious|tragic|bleak|dark)|less (funny|light|cheerful))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Darker();

    [GeneratedRegex(@"\b(lighter|funnier|happier|warmer|brighter|more (hope|hopeful|humou?r|cheerful|light|fun|funny)|less (dark|bleak|grim|sad|serious))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lighter();

    [GeneratedRegex(@"\bmore\b", RegexOptions.IgnoreCase)]
    private static partial Regex More();

    [GeneratedRegex(@"\b(less|fewer)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Less();

    [GeneratedRegex(@"\b(longer|lengthen|expand|more (detail|people|scenes|words|lines))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Longer();

    [GeneratedRegex(@"\b(shorter|shorten|cut|trim|tighten|tighter|fewer (people|scenes|words|lines)|less (detail|words))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Shorter();
}
