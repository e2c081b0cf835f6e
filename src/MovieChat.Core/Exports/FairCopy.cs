using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>A scene's elements as they can stand on a page, whatever the draft holds:
/// texts are clean (<see cref="CleanText"/>) and empty ones gone; action and dialogue keep their lines, the rest is one line;
/// a parenthetical has its brackets; dialogue directly below dialogue is one text; a line spoken without a cue, or by somebody else
/// than the cue says, gets the cue of its person; words of nobody, and elements of an unknown type, are action.</summary>
internal sealed class FairCopy
{
    private readonly Screenplay film;
    private readonly List<Element> elements = [];
    private string? speaker;

    private FairCopy(Screenplay film) => this.film = film;

    public static IReadOnlyList<Element> Of(Screenplay film, Dialogue dialogue)
    {
        var copy = new FairCopy(film);
        foreach (var element in dialogue.Elements)
            copy.Add(Clean(element));
        return copy.elements;
    }

    public static bool IsSpoken(Element element) => element.Type is ElementTypes.Parenthetical or ElementTypes.Dialogue;

    private static Element Clean(Element element) => element.Type switch
    {
        ElementTypes.Dialogue => element with { Text = CleanText.Block(element.Text) },
        ElementTypes.Parenthetical => element with { Text = Bracketed(CleanText.Line(element.Text)) },
        ElementTypes.Character or ElementTypes.Transition => element with { Text = CleanText.Line(element.Text) },
        _ => AsAction(element),
    };

    private static Element AsAction(Element element) =>
        element with { Type = ElementTypes.Action, Text = CleanText.Indented(element.Text), Character = null };

    public static string Bracketed(string text)
    {
        if (text.Trim('(', ')', ' ').Length == 0) return "";
        return text.StartsWith('(') && text.EndsWith(')') ? text : $"({text})";
    }

    private void Add(Element element)
    {
        if (element.Text.Length == 0) return;
        if (IsSpoken(element))
            AddSpoken(element);
        else
            AddPlain(element);
    }

    private void AddPlain(Element element)
    {
        speaker = element.Type == ElementTypes.Character ? element.Character : null;
        elements.Add(element);
    }

    private void AddSpoken(Element element)
    {
        if (!IsInSpeechOf(element.Character))
        {
            if (CueOf(element.Character) is not { } cue)
            {
                AddPlain(AsAction(element));
                return;
            }
            AddPlain(cue);
        }
        speaker ??= element.Character;
        AddOrJoin(element);
    }

    private bool IsInSpeechOf(string? person)
    {
        var last = elements.LastOrDefault();
        var inSpeech = last is not null && (last.Type == ElementTypes.Character || IsSpoken(last));
        return inSpeech && (person is null || speaker is null || person == speaker);
    }

    private Element? CueOf(string? person)
    {
        var name = person is null ? "" : CleanText.Line(film.CharacterById(person)?.Name ?? person).ToUpperInvariant();
        return name.Length == 0 ? null : new Element { Type = ElementTypes.Character, Text = name, Character = person };
    }

    private void AddOrJoin(Element element)
    {
        if (element.Type == ElementTypes.Dialogue && elements[^1].Type == ElementTypes.Dialogue)
            elements[^1] = elements[^1] with { Text = $"{elements[^1].Text}\n{element.Text}" };
        else
            elements.Add(element);
    }
}
