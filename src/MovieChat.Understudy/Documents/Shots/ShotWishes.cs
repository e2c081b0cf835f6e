using System.Globalization;
using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>Follows what a note asks of a list of shots. Shots keep their numbers, for their frames hang on them; a new one takes the next number.</summary>
internal static partial class ShotWishes
{
    /// <summary>Null when the note asks for nothing that a list of shots can follow.</summary>
    public static ShotList? Follow(string note, ShotList list, Story story)
    {
        var shots = Followed(note, [.. list.Shots], story);
        return shots is null || shots.SequenceEqual(list.Shots) ? null : list with { Shots = Neighbours.Differ(shots) };
    }

    private static List<Shot>? Followed(string note, List<Shot> shots, Story story)
    {
        var person = story.People.FirstOrDefault(each => story.Film.Scene?.Characters.Contains(each.Id) != false && each.IsNamedIn(note))
            ?? story.People.FirstOrDefault(each => note.Contains(each.Name, StringComparison.OrdinalIgnoreCase));
        // The plainest words first: "no close-ups" holds "close-ups" as well.
        if (Cut().Match(note) is { Success: true } cut) return ShotCount.Without(shots, int.Parse(cut.Groups["n"].Value, CultureInfo.InvariantCulture));
        if (OneTake().IsMatch(note)) return ShotCount.One(shots);
        if (Fewer().IsMatch(note)) return ShotCount.Fewer(shots, story);
        if (MoreShots().IsMatch(note)) return ShotCount.More(shots, story);
        if (Insert().Match(note) is { Success: true } insert) return ShotCount.With(shots, insert.Groups["thing"].Value, person, story);
        if (person is not null && Hold().Match(note) is { Success: true } hold) return ShotCount.Held(shots, person, hold.Groups["last"].Success, story);
        if (person is not null && MoreOf().IsMatch(note)) return ShotCount.MoreOf(shots, person, story);
        if (person is not null && LessOf().IsMatch(note)) return ShotCount.LessOf(shots, person);
        if (Start().Match(note) is { Success: true } start) return ShotCount.Beginning(shots, start.Groups["near"].Success);
        if (Changes(note, story) is not { Count: > 0 } changes) return null;
        return [.. shots.Select(shot => changes.Aggregate(shot, (each, change) => change(each)))];
    }

    /// <summary>What is asked of every shot.</summary>
    private static List<Func<Shot, Shot>> Changes(string note, Story story)
    {
        var lenses = new LensChoice(story.Film.Look);
        List<(Regex Asks, Func<Shot, Shot> Change)> all =
        [
            (Static(), shot => shot with { Move = "static" }),
            (NoHandheld(), shot => shot.Move == "handheld" ? shot with { Move = "static" } : shot),
            (Handheld(), shot => shot.Characters.Count > 0 ? shot with { Move = "handheld" } : shot),
            (Closer(), shot => Near(shot, 1, lenses)),
            (Wider(), shot => Near(shot, -1, lenses)),
            (Slower(), shot => shot with { Seconds = Halves(shot.Seconds * 1.4) }),
            (Faster(), shot => shot with { Seconds = Math.Max(Math.Ceiling(Timing.Spoken(shot.Line ?? "") * 2) / 2, Halves(shot.Seconds * 0.7)) }),
            (Level(), shot => shot with { Angle = "eye level" }),
            (LowAngles(), shot => shot.Characters.Count is 1 or 2 ? shot with { Angle = "low" } : shot),
            (HighAngles(), shot => shot with { Angle = "high" }),
            (Askew(), shot => shot.Characters.Count == 1 ? shot with { Angle = "Dutch" } : shot),
            (Silent(), shot => shot with { Line = null }),
            (LongLenses(), shot => shot with { Lens = Stepped(shot.Lens, 1) }),
            (WideLenses(), shot => shot with { Lens = Stepped(shot.Lens, -1) }),
        ];
        var asked = all.Where(each => each.Asks.IsMatch(note)).Select(each => each.Change).ToList();
        if (OneLens().Match(note) is { Success: true } one) asked.Add(shot => shot with { Lens = int.Parse(one.Groups["mm"].Value, CultureInfo.InvariantCulture) });
        return asked;
    }

    private static Shot Near(Shot shot, int by, LensChoice lenses)
    {
        string[] steps = shot.Characters.Count switch
        {
            0 => ["extreme long", "long", "close-up", "insert", "extreme close-up"],
            1 => ["extreme long", "long", "medium long", "medium", "medium close-up", "close-up", "extreme close-up"],
            _ => ["extreme long", "long", "medium long", "two shot", "medium close-up"],
        };
        var at = Array.IndexOf(steps, shot.Size);
        // The place is shown once, whole; what has no step of its own is taken at the next.
        if (shot.Size == "establishing" || (at < 0 && shot.Size is not ("over the shoulder" or "POV" or "medium"))) return shot;
        var size = steps[Math.Clamp((at < 0 ? 3 : at) + by, 0, steps.Length - 1)];
        return shot with { Size = size, Lens = lenses.For(size) };
    }

    private static int Stepped(int lens, int by)
    {
        var at = ShotWords.Lenses.ToList().IndexOf(lens);
        return ShotWords.Lenses[Math.Clamp(at + by, 0, ShotWords.Lenses.Count - 1)];
    }

    private static double Halves(double seconds) => Math.Clamp(Math.Round(seconds * 2) / 2, 1, 120);

    private const string No = @"\b(no|fewer|less|without( any)?|not so many|too many|avoid)\s+(more\s+)?(camera\s+)?";

    [GeneratedRegex(@"\b(cut|drop|remove|delete|lose|take out|without) (the )?shot (number |no\.? ?)?(?<n>\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\b(one|a single|single) (long |continuous )?(take|shot)\b|\boner\b|\bwithout (a )?cuts?\b|\bno cuts\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OneTake();

    [GeneratedRegex(@"\b(fewer|less|too many|not so many) shots\b|\bshorter\b(?! (takes|shots))|\b(shorten|tighten|trim|simpler|simplify)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Fewer();

    [GeneratedRegex(@"\bmore (shots|coverage)\b|\blonger\b(?! (takes?|shots|lens|lenses|on))|\badd (some |a few |two |another )?(more )?shots?\b(?! (of|on))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MoreShots();

    [GeneratedRegex(@"\b(insert|detail|close-?up|shot|look) (of|on|at) (?<thing>(?!(the )?(place|room|whole)\b)\S.*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Insert();

    [GeneratedRegex(@"\b(hold|stay|linger|rest|remain|(?<last>end|finish|close|last shot))\b( \w+){0,2} (on|with)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hold();

    [GeneratedRegex(@"\bmore\b", RegexOptions.IgnoreCase)]
    private static partial Regex MoreOf();

    [GeneratedRegex(@"\b(less|fewer)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LessOf();

    [GeneratedRegex(@"\b(start|begin|open)\w* (on|with|from|at) (a |an |the )?((?<near>detail|insert|close-?up|face|hands?|thing)|place|wide|establishing|room|whole|long shot)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Start();

    [GeneratedRegex(No + @"(moves?|movements?|moving)\b|\b(static|locked[ -]off|tripod)\b|camera (stands|stays) still|\bstill camera\b|do(es)?(n't| not) move", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Static();

    [GeneratedRegex(No + @"hand-?held\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoHandheld();

    [GeneratedRegex(@"(?<!\b(no|not|less|without|fewer) )(\bhand-?held\b|\bon the shoulder\b|\bshaky\b|\bmore movement\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Handheld();

    [GeneratedRegex(@"\b(more|all|only|mostly) (extreme )?(close-?ups?|faces)\b|\b(closer|nearer|tighter)\b(?! lens)|\bmore intimate\b|\b(fewer|no|less) wides?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Closer();

    [GeneratedRegex(No + @"(extreme )?close-?ups?\b|\bwider\b(?! lens)|\bmore (wides?|long shots|wide shots|distance|space)\b|\b(further|farther) (away|back|off)\b|\bstep back\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Wider();

    [GeneratedRegex(@"\b(slower|slow it down|longer (takes?|shots)|more time|breathe|calmer|more patient|unhurried)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Slower();

    [GeneratedRegex(@"\b(faster|quicker|speed (it )?up|shorter (takes?|shots)|snappier|more pace|punchier|brisker)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Faster();

    [GeneratedRegex(@"\beye[ -]level\b|\b(no|fewer|less|without) (dutch|tilted|odd|strange|low|high|extreme|funny|unusual)?\s?angles?\b|\bno (dutch|tilts?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Level();

    [GeneratedRegex(@"(?<!\b(no|fewer|less|without) )\b(low(er)? angles?|from below)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LowAngles();

    [GeneratedRegex(@"(?<!\b(no|fewer|less|without) )\b(high(er)? angles?|from above|bird'?s[- ]eye)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HighAngles();

    [GeneratedRegex(@"(?<!\b(no|fewer|less|without) )\b(dutch( angles?)?|tilted|askew|canted)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Askew();

    [GeneratedRegex(@"\b(no|without( any)?) (lines?|dialogue|talk|words)\b|\bsilent\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Silent();

    [GeneratedRegex(@"\blong(er)? lens(es)?\b|\bmore compressed\b|\btele(photo)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LongLenses();

    [GeneratedRegex(@"\bwide(r)? lens(es)?\b|\bwide[ -]angle\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WideLenses();

    [GeneratedRegex(@"\b(on|with|only|at|use) (a |an |the )?(?<mm>22|35|50|85|120)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OneLens();
}
