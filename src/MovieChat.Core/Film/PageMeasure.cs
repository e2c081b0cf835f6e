namespace MovieChat.Core.Film;

/// <summary>How many lines elements take on a printed page: 60 characters of action, 35 of dialogue, 25 of a parenthetical.</summary>
public static class PageMeasure
{
    public const int ActionWidth = 60, DialogueWidth = 35, ParentheticalWidth = 25;

    public static int Lines(IEnumerable<Element> elements) => elements.Sum(Lines);

    /// <summary>The element's lines, with the blank line that stands before action, cue and transition.</summary>
    public static int Lines(Element element) => element.Type switch
    {
        ElementTypes.Action => 1 + Wrapped(element.Text, ActionWidth),
        ElementTypes.Dialogue => Wrapped(element.Text, DialogueWidth),
        ElementTypes.Parenthetical => Wrapped(element.Text, ParentheticalWidth),
        _ => 2,
    };

    /// <summary>How many lines of <paramref name="width"/> characters a text takes, broken between words.</summary>
    public static int Wrapped(string text, int width)
    {
        var lines = 1;
        var column = 0;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > width) (lines, column) = (lines + 1, 0);
            column += word.Length + (column > 0 ? 1 : 0);
        }
        return lines;
    }
}
