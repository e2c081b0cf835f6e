using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>Clean text as the lines of one Fountain element, marked wherever it could be read as another.</summary>
internal static class FountainLines
{
    /// <summary>An empty line would end the element; a line of two spaces does not.</summary>
    private const string EmptyLine = "  ";

    /// <summary>The heading with its number. One that says nothing is the number alone.</summary>
    public static string Heading(Scene scene)
    {
        var text = ScriptText.Heading(scene);
        var forced = FountainSyntax.IsHeading(text) ? "" : ".";
        return $"{forced}{FountainText.Escape(text)} #{scene.Number}#";
    }

    public static string Synopsis(string summary) => $"= {FountainText.Escape(summary)}";

    public static string Transition(string text)
    {
        var plain = char.IsAsciiLetterUpper(text[0]) && text.EndsWith(" TO:", StringComparison.Ordinal)
            && FountainSyntax.IsTransition(text) && !FountainSyntax.MayBeHeading(text);
        return plain ? FountainText.Escape(text) : $"> {EscapeEnd(text, '<')}";
    }

    /// <param name="isSpoken">Whether words follow: without them only a forced cue is one.</param>
    public static string Cue(string text, bool isSpoken)
    {
        var plain = isSpoken && char.IsAsciiLetterUpper(text[0]) && FountainSyntax.IsCue(text) && !HasOddBrackets(text)
            && !FountainSyntax.MayBeHeading(text) && !FountainSyntax.EndsLikeTransition(text);
        return (plain ? "" : "@") + EscapeEnd(text, '^');
    }

    public static string Action(string text)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Select((line, at) => ActionLine(line, at == 0, lines.Length > 1)));
    }

    private static string ActionLine(string line, bool isFirst, bool isFollowed)
    {
        if (line.Length == 0) return EmptyLine;
        var bare = line.TrimStart();
        var marked = FountainSyntax.Marks.Contains(bare[0]) || FountainSyntax.MayBeTransition(bare)
            || (isFirst && (FountainSyntax.MayBeHeading(bare) || (isFollowed && FountainSyntax.MayBeCue(bare))));
        return (marked ? "!" : "") + FountainText.Escape(line);
    }

    public static string Dialogue(string text) => string.Join('\n', text.Split('\n').Select(DialogueLine));

    // No mark forces dialogue, so a mark at the beginning is escaped; an ellipsis is not a mark.
    private static string DialogueLine(string line)
    {
        if (line.Length == 0) return EmptyLine;
        var marked = (FountainSyntax.Marks.Contains(line[0]) && !line.StartsWith("..", StringComparison.Ordinal))
            || FountainSyntax.IsParenthetical(line);
        return (marked ? "\\" : "") + FountainText.Escape(line);
    }

    public static string Parenthetical(string text) => FountainText.Escape(text);

    private static string EscapeEnd(string text, char end)
    {
        var markup = FountainText.Escape(text);
        return markup.EndsWith(end) ? $"{markup[..^1]}\\{end}" : markup;
    }

    private static bool HasOddBrackets(string cue) => cue.AsSpan().IndexOfAny('(', ')') >= 0 && FountainSyntax.CueName(cue) == cue;
}
