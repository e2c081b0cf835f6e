using System.Text.RegularExpressions;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>The rule by which tension is estimated. It is small on purpose: nobody can measure tension, and a rule that one can say is one that a writer can overrule.</summary>
internal static partial class TensionRule
{
    private const double Start = 0.2, Rise = 0.35, Peak = 0.9, Fall = 0.3, Word = 0.06, Turn = 0.05, Discovery = 0.05;
    private const int MostWords = 3;

    public const string InWords =
        "An estimate, and a diagnostic, never a law. It rises with the position from 0.2 to 0.55 at nine tenths of the film and falls by 0.3 to its end; each of up to three words of danger or loss in the beat adds 0.06, "
        + "each of up to three of rest takes 0.06; of the scenes until the next beat, the purpose adds most: 0.2 for a chase, 0.15 for a twist, 0.1 for a reveal, a turn 0.05, something found out 0.05. Words are looked for in English.";

    /// <param name="position">A fraction of the film, 0 to 1.</param>
    /// <param name="scenes">Those that play from here to the next beat.</param>
    /// <returns>0 to 1.</returns>
    public static double Estimate(double position, string text, IEnumerable<Scene> scenes)
    {
        var level = position <= Peak ? Start + (Rise * position / Peak) : Start + Rise - (Fall * (position - Peak) / (1 - Peak));
        level += Word * (Math.Min(Stakes().Count(text), MostWords) - Math.Min(Rest().Count(text), MostWords));
        return Math.Clamp(level + scenes.Select(OfScene).DefaultIfEmpty(0).Max(), 0, 1);
    }

    private static double OfScene(Scene scene) => (scene.Purpose.Trim().ToLowerInvariant() switch
    {
        "chase" => 0.2,
        "twist" => 0.15,
        "reveal" => 0.1,
        _ => 0,
    }) + (scene.Turn.Trim().Length > 0 ? Turn : 0) + (scene.Learns.Count > 0 ? Discovery : 0);

    [GeneratedRegex(@"\b(die[sd]?|dead|death|kill\w*|murder\w*|lose[sd]?|losing|lost|loss|threat\w*|danger\w*|trap\w*|betray\w*|escap\w*|attack\w*|fight\w*|fought|fear\w*|afraid|collaps\w*|crash\w*|fire|burn\w*|flood\w*|drown\w*|gun|knife|blood\w*|arrest\w*|deadline|last chance|too late|must|never|secret|lie[sd]?|confront\w*|caught|hunt\w*|chas(e[sd]?|ing)|break[s]?|broke\w*|destroy\w*|refus\w*|accus\w*|flee\w*|fled)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Stakes();

    [GeneratedRegex(@"\b(rest\w*|calm\w*|quiet\w*|peace\w*|laugh\w*|smil\w*|dance[sd]?|dancing|home|safe\w*|forgiv\w*|gentl\w*|sleep\w*|slept|breakfast|together|warm\w*|welcom\w*|play[s]?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Rest();
}
