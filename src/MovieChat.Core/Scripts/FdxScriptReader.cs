using System.Text;
using MovieChat.Core.Exports;
using MovieChat.Core.Film;

namespace MovieChat.Core.Scripts;

/// <summary>Takes a file of Final Draft as a script. Styles are left out, because a film's texts are literal; shots, general paragraphs and kinds of the writer's own are
/// action; lyrics are dialogue where somebody speaks; of dual dialogue one speech follows the other; script notes are no part of the film.</summary>
internal sealed class FdxScriptReader
{
    private const int MostParagraphs = 60_000;

    private readonly GuardedXml xml;
    private readonly ScriptBuilder script = new();
    private int paragraphs;

    private FdxScriptReader(GuardedXml xml) => this.xml = xml;

    /// <exception cref="UnreadableScriptException">It is no script in Final Draft's XML, or none that can be taken.</exception>
    public static Script Read(ReadOnlyMemory<byte> bytes)
    {
        using var xml = new GuardedXml(bytes);
        return new FdxScriptReader(xml).Read();
    }

    private Script Read()
    {
        var root = xml.Root();
        if (root != "FinalDraft") throw xml.Refused($"The root element is '{Excerpt.Of(root, 60)}' and must be 'FinalDraft': send a script in Final Draft's XML (.fdx)");
        if (xml.Attribute("DocumentType") is { } type && type != "Script") throw xml.Refused($"The document's type is '{Excerpt.Of(type, 60)}' and must be 'Script': send the script itself");
        xml.Each(part =>
        {
            if (part == "Content") xml.Each(ReadParagraph);
            if (part == "TitlePage") xml.Each(content => xml.Each(_ => AddTitle(xml.Text())));
        });
        xml.Finish();
        return script.Build();
    }

    private void ReadParagraph(string name)
    {
        if (name != "Paragraph") return;
        if (++paragraphs > MostParagraphs) throw xml.Refused($"The script has more than {MostParagraphs} paragraphs: send it in parts");
        var (type, number, line) = (xml.Attribute("Type") ?? "Action", xml.Attribute("Number"), xml.Line);
        var (text, summary) = (new StringBuilder(), new StringBuilder());
        xml.Each(part =>
        {
            switch (part)
            {
                case "Text": text.Append(xml.Text()); break;
                case "SceneProperties": xml.Each(property => ReadSummary(property, summary)); break;
                case "DualDialogue":
                    script.Remark(xml.Line, "Of dual dialogue, one speech follows the other.");
                    xml.Each(ReadParagraph);
                    break;
                case "ScriptNote": script.Remark(xml.Line, "A note is no part of the film: it was left out."); break;
            }
        });
        Add(type, text.ToString(), number, line);
        if (type == "Scene Heading") script.AddSummary(summary.ToString());
    }

    private void ReadSummary(string property, StringBuilder summary)
    {
        if (property != "Summary") return;
        xml.Each(_ =>
        {
            xml.Each(part =>
            {
                if (part == "Text") summary.Append(xml.Text());
            });
            summary.Append('\n');
        });
    }

    private void Add(string type, string text, string? number, int line)
    {
        switch (type)
        {
            case "Scene Heading" when CleanText.Line(text).Length > 0: script.AddHeading(text, number, line); break;
            case "Character": script.Add(ElementTypes.Character, text, line); break;
            case "Parenthetical": script.Add(ElementTypes.Parenthetical, text, line); break;
            case "Dialogue" or "Lyrics": script.Add(ElementTypes.Dialogue, text, line); break;
            case "Transition": script.Add(ElementTypes.Transition, text, line); break;
            default: script.Add(ElementTypes.Action, text, line); break;
        }
    }

    private void AddTitle(string text)
    {
        if (script.Title.Length == 0) script.Title = CleanText.Line(text);
    }
}
