using System.Text.RegularExpressions;
using MovieChat.Understudy.Grammar;
using MovieChat.Understudy.Stories;

namespace MovieChat.Understudy.Documents.Shots;

/// <summary>What of a text can be seen.</summary>
internal static partial class Seeing
{
    private const int ShortSound = 9;

    /// <summary>Whether the sentence is a sound and nothing else.</summary>
    public static bool IsSound(string sentence, IReadOnlyList<Person> people) =>
        Heard().IsMatch(sentence) || (Sentences.Words(sentence) <= ShortSound && Sound().IsMatch(sentence) && !people.Any(person => person.IsNamedIn(sentence)) && !Doing().IsMatch(sentence));

    public static bool IsSeen(string sentence) => !Inner().IsMatch(sentence) && !Camera().IsMatch(sentence) && sentence.Any(char.IsLetter);

    /// <summary>Whether somebody looks at what comes next.</summary>
    public static bool IsLooking(string seen) => Look().IsMatch(seen);

    /// <summary>Whether somebody is on the way.</summary>
    public static bool IsGoing(string seen) => Going().IsMatch(seen);

    public static bool IsRising(string seen) => Rising().IsMatch(seen);

    public static bool IsLow(string seen) => Low().IsMatch(seen);

    public static bool IsHigh(string seen) => High().IsMatch(seen);

    public static bool IsOfHands(string seen) => Hands().IsMatch(seen);

    public static bool IsOfAFace(string seen) => Face().IsMatch(seen);

    public static bool IsFlat(string seen) => Flat().IsMatch(seen);

    /// <summary>Whether it is about much of the place at once.</summary>
    public static bool IsWide(string seen) => Wide().IsMatch(seen);

    [GeneratedRegex(@"\b((is|are|can be) heard|one (can )?hears?|we hear|the sound of|the noise of)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Heard();

    [GeneratedRegex(@"\b(sounds?|noise|hiss|grind|clatter|rumbles?|whistles?|voices?|music|song|chord|knock(s|ing)?|footsteps|silence|quiet|applause|bark(s|ing)?|drone|crack|thud|creaks?|hums?|siren|thunder|laughter|laughs|shouts?|screams?|bray|rattle|ticks|ticking|clink|rings|bell|gulls|whirr|slam|slams|bangs?|explosion|shot)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sound();

    // A bell that swings can be seen.
    [GeneratedRegex(@"\b(hangs?|swings?|lies|stands?|moves?|falls?|turns?|opens?|shuts?|rises?|comes?|goes|runs?|holds?|hand|hands|face|eyes|mouth|door|light|lamp)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Doing();

    [GeneratedRegex(@"\b(knows?|knew|thinks?|feels?|felt|remembers?|reali[sz]es?|wonders?|believes?|hopes?|understands?|decides?|regrets?|imagines?|wants? to|recalls?|senses|has forgotten|fears?|loves?|hates?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Inner();

    [GeneratedRegex(@"\b(camera|close on|close-up|we see|pan to|pans to|zoom|dolly|tracking shot|angle on|cut to|wide shot|POV)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Camera();

    [GeneratedRegex(@"\b(looks?|stares?|watch(es)?|gaze|eyes|turns? (round|to|towards?)|peers?|glances?|follows?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Look();

    [GeneratedRegex(@"\b(walks?|comes?|goes|runs?|crosses|climbs?|steps|rides?|carries|leaves|passes|pushes|drives?|strides|hurries|creeps?|crawls?|enters|marches|staggers|rows?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Going();

    [GeneratedRegex(@"\b(rises|stands up|gets up|gets to (his|her) feet|raises|lifts|looks up|straightens|climbs|goes up|flies up)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Rising();

    [GeneratedRegex(@"\b(sits|kneels|lies|crouch(es)?|squats|on the (floor|ground)|bends|stoops|below|on (his|her) knees|asleep)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Low();

    [GeneratedRegex(@"\b(stands over|above|on top|roof|tower|mast|ladder|platform|balcony|looms|raises|holds up|up the|against the sky|ceiling|rafters)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex High();

    [GeneratedRegex(@"\b(hands?|fingers?|thumbs?|palms?|fists?|knuckles?|fingertips?|nail)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hands();

    [GeneratedRegex(@"\b(eyes?|mouth|lips?|face|cheeks?|brow|jaw|smiles?|blinks?|tears?|frowns?|ear)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Face();

    [GeneratedRegex(@"\b(map|page|paper|ledger|book|letter|cards?|board|list|photographs?|table|coins?|floor|tiles|chart|plan|note)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Flat();

    [GeneratedRegex(@"\b(sky|crowd|everybody|everyone|all of them|hundreds?|thousands?|thirty|forty|fifty|sixty|rows|the whole|horizon|river|sea|street|field|plain|square|harbour|boats?|people|children|men|women|nobody)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Wide();
}
