using System.Text.RegularExpressions;
using MovieChat.Core.Film;
using MovieChat.Core.Journey;

namespace MovieChat.Core.Craft;

/// <summary>Writing for the screen: present tense, only what can be seen or heard, no camera, no explaining, short speeches, rare parentheticals.</summary>
internal static partial class ScreenRules
{
    public const int MostSpeechLines = 4;

    private const int MostActionLines = 5;

    /// <summary>One parenthetical for so many speeches, and two in any scene, are rare enough.</summary>
    private const int SpeechesEach = 6, AlwaysFine = 2;

    public static IEnumerable<CraftNote> Notes(Screenplay film, DocumentId document)
    {
        if (document is not { Kind: "dialogue", Key: { } key } || !film.Dialogues.TryGetValue(key, out var dialogue)) return [];
        var here = document.ToString();
        var page = dialogue.Elements;
        IEnumerable<CraftNote> words = CraftNotes.IsEnglish(film) ? page.SelectMany(element => Words(here, element)) : [];
        return [.. words, .. page.SelectMany(element => Lengths(here, element)), .. Parentheticals(here, page)];
    }

    private static IEnumerable<CraftNote> Words(string here, Element element) => element.Type switch
    {
        ElementTypes.Action =>
        [
            .. Found(here, element, Inner(), "inner", "'{0}' can not be seen or heard: show what it makes somebody do."),
            .. Found(here, element, Camera(), "camera", "'{0}' tells the camera what to do; say what is there, and the director will find it."),
            .. Found(here, element, Past(), "past", "'{0}' is past: a screenplay is in the present tense."),
        ],
        ElementTypes.Dialogue => Found(here, element, Explaining(), "explain", "'{0}': they both know it already. Let somebody want something from it, or let the audience find out otherwise."),
        _ => [],
    };

    private static IEnumerable<CraftNote> Found(string here, Element element, Regex pattern, string what, string text)
    {
        // What is written on a sign, or quoted, is no action.
        if (pattern.Match(Quoted().Replace(element.Text, " ")) is not { Success: true } match) yield break;
        var sentence = Sentence.Split(element.Text).FirstOrDefault(each => each.Contains(match.Value, StringComparison.Ordinal)) ?? element.Text;
        yield return CraftNote.Of(NoteKinds.Screen, $"{what} {sentence}", string.Format(System.Globalization.CultureInfo.InvariantCulture, text, match.Value), new Evidence(here, sentence));
    }

    private static IEnumerable<CraftNote> Lengths(string here, Element element)
    {
        var (width, most) = element.Type == ElementTypes.Dialogue ? (PageMeasure.DialogueWidth, MostSpeechLines) : (PageMeasure.ActionWidth, MostActionLines);
        if (element.Type is not (ElementTypes.Dialogue or ElementTypes.Action) || PageMeasure.Wrapped(element.Text, width) is var lines && lines <= most) yield break;
        yield return element.Type == ElementTypes.Dialogue
            ? CraftNote.Of(NoteKinds.Screen, $"speech {element.Text}", $"A speech of {PageMeasure.Wrapped(element.Text, width)} lines: break it with an answer or an action, or cut it.", new Evidence(here, element.Text))
            : CraftNote.Of(NoteKinds.Screen, $"action {element.Text}", $"{PageMeasure.Wrapped(element.Text, width)} lines of action in one paragraph: a reader's eye skips it. A paragraph is a shot or two.", new Evidence(here, element.Text));
    }

    private static IEnumerable<CraftNote> Parentheticals(string here, IReadOnlyList<Element> page)
    {
        var asides = page.Where(element => element.Type == ElementTypes.Parenthetical).ToArray();
        var speeches = page.Count(element => element.Type == ElementTypes.Character);
        if (asides.Length <= Math.Max(AlwaysFine, speeches / SpeechesEach)) yield break;
        yield return CraftNote.Of(
            NoteKinds.Screen, $"parentheticals {here}", $"{asides.Length} parentheticals in {speeches} speeches: the lines should say how they are said.",
            asides.Take(3).Select(aside => new Evidence(here, aside.Text)));
    }

    [GeneratedRegex(@"“[^”]*”|""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(knows|thinks|feels|remembers|realises|realizes|wonders|believes|hopes|understands|decides|regrets|imagines|wants to|recalls|is thinking|has forgotten|senses)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Inner();

    [GeneratedRegex(@"\b(camera|[Cc]lose on|close-up|closeup|[Ww]e see|[Ww]e hear|pan to|pans to|zoom|dolly|tracking shot|angle on|[Cc]ut to|wide shot|CLOSE ON|CLOSE UP|ANGLE ON|WE SEE|POV)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Camera();

    [GeneratedRegex(@"\b(he|she|they|it|\p{Lu}\p{L}+) (was|had|went|came|took|gave|stood|sat|looked|turned|walked|ran|opened|closed|said|saw|smiled|nodded|picked)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b([Aa]s you (well )?know|[Yy]ou know (very|full) well that|[Aa]s we both know|[Ll]et me remind you|I don't need to tell you|[Rr]emember, (you|we|I) (are|were|have)|[Aa]s your (mother|father|sister|brother|boss|doctor|lawyer|wife|husband))\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Explaining();
}
