using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Insights;

/// <summary>What somebody says from one cue to the next element that is not theirs.</summary>
/// <param name="Speaker">The id of a person of the cast; otherwise the name on the cue.</param>
/// <param name="Lines">On the printed page, of 35 characters.</param>
internal sealed record SpeechPart(string Speaker, int Words, int Lines);

internal static class SpeechParts
{
    /// <summary>The speeches of a scene as they are printed. A cue without a line is none.</summary>
    public static IReadOnlyList<SpeechPart> Of(Screenplay film, Scene scene)
    {
        if (!film.Dialogues.TryGetValue(scene.Id, out var dialogue)) return [];
        var speeches = new List<SpeechPart>();
        var open = false;
        var speaker = "";
        foreach (var element in FairCopy.Of(film, dialogue))
        {
            if (element.Type == ElementTypes.Dialogue)
            {
                var part = new SpeechPart(speaker, WordsOf(element.Text), element.Text.Split('\n').Sum(line => PageMeasure.Wrapped(line, PageMeasure.DialogueWidth)));
                if (open) speeches[^1] = speeches[^1] with { Words = speeches[^1].Words + part.Words, Lines = speeches[^1].Lines + part.Lines };
                else speeches.Add(part);
                open = true;
            }
            else if (element.Type != ElementTypes.Parenthetical)
            {
                open = false;
                speaker = element.Type == ElementTypes.Character ? Speaker(film, element) : "";
            }
        }
        return speeches;
    }

    /// <summary>Words as they are counted: what stands between spaces and has a letter or a digit. A text without spaces between its words, as Chinese, counts a
    /// word for every two of its characters.</summary>
    public static int WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsLetterOrDigit))
        .Sum(word => word.Count(IsIdeograph) is var signs and > 1 ? (signs + 1) / 2 : 1);

    private static string Speaker(Screenplay film, Element cue)
    {
        if (cue.Character is { } id && film.CharacterById(id) is not null) return id;
        var name = FountainSyntax.CueName(cue.Text);
        return film.Cast?.Characters.FirstOrDefault(person => CleanText.Line(person.Name).Equals(name, StringComparison.OrdinalIgnoreCase))?.Id ?? name;
    }

    private static bool IsIdeograph(char letter) => letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
