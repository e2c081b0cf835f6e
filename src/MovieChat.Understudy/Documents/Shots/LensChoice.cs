using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Which lens a shot is taken with: by its size, among those that the look names.</summary>
internal sealed partial class LensChoice
{
    private readonly IReadOnlyList<int> _named;
    private readonly bool _isStrict;

    public LensChoice(Look? look)
    {
        _named = [.. Named().Matches(look?.Lenses ?? "").Select(match => Millimetres(match.Value)).Distinct()];
        _isStrict = _named.Count > 0 && Only().IsMatch(look!.Lenses);
    }

    /// <summary>A lens that the look names where one is near what is usual; another only where the look leaves room.</summary>
    public int For(string size)
    {
        var usual = Usual(size);
        if (_named.Count == 0) return usual;
        var nearest = _named.MinBy(lens => Math.Abs(Stop(lens) - Stop(usual)));
        return _isStrict || Math.Abs(Stop(nearest) - Stop(usual)) <= 1 ? nearest : usual;
    }

    private static int Usual(string size) => size switch
    {
        "establishing" or "extreme long" => 22,
        "long" or "medium long" or "two shot" => 35,
        "medium" or "POV" or "over the shoulder" => 50,
        "medium close-up" or "close-up" => 85,
        _ => 120,
    };

    // From one lens to the next it is one step, whatever the millimetres.
    private static int Stop(int lens) => ShotWords.Lenses.ToList().IndexOf(lens);

    private static int Millimetres(string word) => word.ToLowerInvariant() switch
    {
        "22" or "twenty-two" => 22,
        "35" or "thirty-five" => 35,
        "50" or "fifty" => 50,
        "85" or "eighty-five" => 85,
        _ => 120,
    };

    [GeneratedRegex(@"\b(22|35|50|85|120|twenty-two|thirty-five|fifty|eighty-five|hundred and twenty)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(throughout|only|nothing else|all of it|always|every shot|never longer|never wider)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Only();
}
