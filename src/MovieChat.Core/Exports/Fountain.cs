using System.Globalization;
using System.Text;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>The screenplay in Fountain (fountain.io/syntax), the plain text that screenwriting tools share.</summary>
public static class Fountain
{
    /// <summary>Writes the title page and the scenes in their order, each with heading, number and the elements of its dialogue.
    /// A scene without dialogue gets its summary as a synopsis: it is one, it prints in no tool as if it were script, and whoever reads the
    /// file back can tell it from written words.</summary>
    /// <remarks>The film's text is literal. What would be markup is escaped or forced, so that <see cref="FountainReader"/> gives back the same
    /// elements, with the same text, except for this:
    /// <list type="bullet">
    /// <item>Line breaks of any kind are <c>\n</c>, a tab is four spaces; other control characters and U+FEFF go; an unpaired surrogate is U+FFFD.</item>
    /// <item>Space at the end of lines goes, and outside action that at their beginning; so do empty lines around a text, and empty elements.</item>
    /// <item>Headings, cues, parentheticals, transitions and synopses are one line: a line break in them is a space.</item>
    /// <item>A parenthetical has brackets. A heading has no dot in front; without any text it is its number.</item>
    /// <item>Dialogue directly below dialogue of the same person is one element. A line spoken without a cue, or by another person than the cue's,
    /// gets one with its person's name in capitals; without a person, or when of an unknown type, it is action.</item>
    /// </list></remarks>
    /// <returns>Text with <c>\n</c> line ends, to be stored as UTF-8 without a byte order mark; empty when there is neither a title nor a scene.</returns>
    public static string Write(Screenplay film, FountainOptions options)
    {
        var file = new StringBuilder();
        WriteTitlePage(file, film, options.Cover);
        foreach (var scene in film.Scenes?.Scenes ?? [])
            WriteScene(file, film, scene, options.Synopses);
        return file.ToString();
    }

    private static void WriteTitlePage(StringBuilder file, Screenplay film, CoverPage cover)
    {
        var authors = CleanText.Block(string.Join('\n', cover.Authors));
        WriteField(file, "Title", ScriptText.Title(film));
        WriteField(file, "Credit", authors.Length == 0 ? "" : "written by");
        WriteField(file, authors.Contains('\n', StringComparison.Ordinal) ? "Authors" : "Author", authors);
        WriteField(file, "Source", cover.Source);
        WriteField(file, "Draft date", cover.DraftDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        WriteField(file, "Contact", cover.Contact);
    }

    private static void WriteField(StringBuilder file, string key, string value)
    {
        var lines = CleanText.Block(value).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0) return;
        var separator = lines.Length == 1 ? " " : "\n    ";
        file.Append(key).Append(':');
        foreach (var line in lines)
            file.Append(separator).Append(FountainText.Escape(line));
        file.Append('\n');
    }

    private static void WriteScene(StringBuilder file, Screenplay film, Scene scene, bool synopses)
    {
        IReadOnlyList<Element> elements = film.Dialogues.TryGetValue(scene.Id, out var dialogue) ? FairCopy.Of(film, dialogue) : [];
        var summary = CleanText.Line(scene.Summary);
        WriteBlock(file, FountainLines.Heading(scene));
        if (summary.Length > 0 && (synopses || elements.Count == 0))
            WriteBlock(file, FountainLines.Synopsis(summary));
        for (var at = 0; at < elements.Count; at++)
            WriteElement(file, elements[at], at + 1 < elements.Count && FairCopy.IsSpoken(elements[at + 1]));
    }

    private static void WriteElement(StringBuilder file, Element element, bool isSpoken)
    {
        switch (element.Type)
        {
            case ElementTypes.Parenthetical: WriteLines(file, FountainLines.Parenthetical(element.Text)); break;
            case ElementTypes.Dialogue: WriteLines(file, FountainLines.Dialogue(element.Text)); break;
            case ElementTypes.Character: WriteBlock(file, FountainLines.Cue(element.Text, isSpoken)); break;
            case ElementTypes.Transition: WriteBlock(file, FountainLines.Transition(element.Text)); break;
            default: WriteBlock(file, FountainLines.Action(element.Text)); break;
        }
    }

    private static void WriteBlock(StringBuilder file, string lines)
    {
        if (file.Length > 0) file.Append('\n');
        WriteLines(file, lines);
    }

    private static void WriteLines(StringBuilder file, string lines) => file.Append(lines).Append('\n');
}
