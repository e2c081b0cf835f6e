using System.Globalization;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports.Pages;

/// <summary>The film's scenes as blocks of lines. A scene that has no dialogue yet is its heading.</summary>
internal static class ScriptBlocks
{
    public static IReadOnlyList<ScriptBlock> Of(Screenplay film)
    {
        var blocks = new List<ScriptBlock>();
        foreach (var scene in film.Scenes?.Scenes ?? [])
        {
            blocks.Add(Heading(scene));
            IReadOnlyList<Element> elements = film.Dialogues.TryGetValue(scene.Id, out var dialogue) ? FairCopy.Of(film, dialogue) : [];
            for (var at = 0; at < elements.Count; at++)
                blocks.Add(Block(elements, ref at));
        }
        return blocks;
    }

    private static ScriptBlock Heading(Scene scene)
    {
        var number = scene.Number.ToString(CultureInfo.InvariantCulture);
        var lines = Lines(ScriptText.Heading(scene), PageRules.ActionWidth, 0);
        lines[0] = lines[0] with { Scene = number };
        return new ScriptBlock(lines) { IsHeading = true };
    }

    private static ScriptBlock Block(IReadOnlyList<Element> elements, ref int at)
    {
        switch (elements[at].Type)
        {
            case ElementTypes.Character: return Speech(elements, ref at);
            case ElementTypes.Transition: return Transition(elements[at].Text);
            // A parenthetical or a line without a cue does not come out of a fair copy but inside a speech.
            default: return Action(elements[at].Text);
        }
    }

    private static ScriptBlock Action(string text)
    {
        var lines = Lines(text, PageRules.ActionWidth, 0);
        return new ScriptBlock(lines, Inner(lines, 0, lines.Count).Concat(Paragraphs(lines)).ToHashSet());
    }

    private static ScriptBlock Transition(string text) => new(
        [.. Lines(text, PageRules.ActionWidth, PageRules.ActionWidth).Select(line => line with { IsFlushRight = true })]);

    private static ScriptBlock Speech(IReadOnlyList<Element> elements, ref int at)
    {
        var lines = Lines(elements[at].Text, PageRules.CueWidth, PageRules.CueColumn);
        var continued = Continued(lines);
        var breaks = new HashSet<int>();
        var afterWords = false;
        for (; at + 1 < elements.Count && FairCopy.IsSpoken(elements[at + 1]); at++)
        {
            var first = lines.Count;
            if (afterWords) breaks.Add(first);
            afterWords = elements[at + 1].Type == ElementTypes.Dialogue;
            lines.AddRange(afterWords ? Lines(elements[at + 1].Text, PageRules.DialogueWidth, PageRules.DialogueColumn) : Parenthetical(elements[at + 1].Text));
            if (afterWords) breaks.UnionWith(Inner(lines, first, lines.Count));
        }
        return new ScriptBlock(lines, breaks) { Continued = continued };
    }

    private static IEnumerable<PageLine> Parenthetical(string text) => Lines(text, PageRules.ParentheticalWidth, PageRules.ParentheticalColumn)
        .Select((line, at) => at == 0 ? line with { Column = PageRules.BracketColumn } : line);

    /// <summary>The cue in one line: it stands on every page of a long speech, and its whole text on the first.</summary>
    private static PageLine Continued(List<PageLine> cue)
    {
        var name = cue.Count == 1 ? cue[0].Text : $"{cue[0].Text}...";
        var isSaid = name.Contains("CONT'D", StringComparison.OrdinalIgnoreCase) || name.Contains("CONT\u2019D", StringComparison.OrdinalIgnoreCase);
        return cue[0] with { Text = isSaid ? name : $"{name} {PageRules.Continued}" };
    }

    /// <summary>Where lines of one text may be parted: two at least on either side, and never at a blank line.</summary>
    private static IEnumerable<int> Inner(List<PageLine> lines, int first, int end) =>
        Enumerable.Range(first, end - first).Where(at => at >= first + 2 && at <= end - 2 && lines[at].Text.Length > 0 && lines[at - 1].Text.Length > 0);

    /// <summary>Where an action that has paragraphs may be parted between them: the blank line is left out then.</summary>
    private static IEnumerable<int> Paragraphs(List<PageLine> lines) =>
        Enumerable.Range(0, lines.Count).Where(at => at >= 2 && at <= lines.Count - 3 && lines[at].Text.Length == 0 && lines[at - 1].Text.Length > 0);

    private static List<PageLine> Lines(string text, int width, int column) =>
        [.. LineBreaker.Lines(PrintText.Of(text), width).Select(line => new PageLine(line, column))];
}
