using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts;

/// <summary>Puts speeches in order without losing a word of them: a film's dialogue has every speech below a cue, and ends none with a parenthetical.</summary>
internal sealed class Speeches
{
    private readonly List<ScriptElement> ordered = [];

    /// <summary>The texts of the dialogue that comes last so far. They are put together once, however many there are.</summary>
    private readonly List<string> words = [];

    private bool IsInSpeech => ordered is [.., { Type: ElementTypes.Character or ElementTypes.Parenthetical or ElementTypes.Dialogue }];

    /// <summary>The elements as a dialogue may have them. Dialogue directly below dialogue is one text. Words of nobody are action, and so is a cue that nothing
    /// follows. A parenthetical that no words follow stands as words.</summary>
    public static IReadOnlyList<ScriptElement> InOrder(IEnumerable<ScriptElement> elements)
    {
        var speeches = new Speeches();
        foreach (var element in elements) speeches.Add(element);
        speeches.EndSpeech();
        return speeches.ordered;
    }

    private void Add(ScriptElement element)
    {
        if (element.Type is not (ElementTypes.Parenthetical or ElementTypes.Dialogue))
        {
            EndSpeech();
            ordered.Add(element);
        }
        else if (!IsInSpeech)
        {
            ordered.Add(element with { Type = ElementTypes.Action });
        }
        else if (element.Type == ElementTypes.Dialogue)
        {
            AddWords(element);
        }
        else
        {
            EndWords();
            ordered.Add(element);
        }
    }

    private void AddWords(ScriptElement element)
    {
        if (words.Count == 0) ordered.Add(element);
        words.Add(element.Text);
    }

    private void EndWords()
    {
        if (words.Count > 1) ordered[^1] = ordered[^1] with { Text = string.Join('\n', words) };
        words.Clear();
    }

    private void EndSpeech()
    {
        EndWords();
        switch (ordered)
        {
            case [.., { Type: ElementTypes.Character } cue]: ordered[^1] = cue with { Type = ElementTypes.Action }; break;
            case [.., { Type: ElementTypes.Dialogue } before, { Type: ElementTypes.Parenthetical } last]:
                ordered.RemoveAt(ordered.Count - 1);
                ordered[^1] = before with { Text = $"{before.Text}\n{last.Text}" };
                break;
            case [.., { Type: ElementTypes.Parenthetical } last]: ordered[^1] = last with { Type = ElementTypes.Dialogue }; break;
        }
    }
}
