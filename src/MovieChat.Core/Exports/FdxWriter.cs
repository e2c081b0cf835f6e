using System.Globalization;
using System.Xml;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>Writes one film as the paragraphs of Final Draft.</summary>
internal sealed class FdxWriter(Screenplay film, XmlWriter xml)
{
    private readonly FdxLists lists = new();

    public void Write(CoverPage cover)
    {
        xml.WriteStartDocument(standalone: false);
        xml.WriteStartElement("FinalDraft");
        xml.WriteAttributeString("DocumentType", "Script");
        xml.WriteAttributeString("Template", "No");
        xml.WriteAttributeString("Version", "1");
        WriteContent();
        WriteTitlePage(cover);
        lists.Add(film.Cast);
        lists.Write(xml);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private void WriteContent()
    {
        xml.WriteStartElement("Content");
        foreach (var scene in film.Scenes?.Scenes ?? [])
        {
            WriteHeading(scene);
            lists.Add(scene.Heading);
            if (!film.Dialogues.TryGetValue(scene.Id, out var dialogue)) continue;
            foreach (var element in FairCopy.Of(film, dialogue))
                WriteElement(element);
        }
        xml.WriteEndElement();
    }

    private void WriteHeading(Scene scene)
    {
        xml.WriteStartElement("Paragraph");
        xml.WriteAttributeString("Type", "Scene Heading");
        xml.WriteAttributeString("Number", scene.Number.ToString(CultureInfo.InvariantCulture));
        var summary = CleanText.Line(scene.Summary);
        if (summary.Length > 0)
        {
            xml.WriteStartElement("SceneProperties");
            xml.WriteStartElement("Summary");
            WriteParagraph("Type", "General", summary);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        WriteText(ScriptText.Heading(scene));
        xml.WriteEndElement();
    }

    private void WriteElement(Element element)
    {
        if (element.Type == ElementTypes.Character) lists.AddCue(element.Text);
        WriteParagraph("Type", element.Type switch
        {
            ElementTypes.Character => "Character",
            ElementTypes.Parenthetical => "Parenthetical",
            ElementTypes.Dialogue => "Dialogue",
            ElementTypes.Transition => "Transition",
            _ => "Action",
        }, element.Text);
    }

    private void WriteTitlePage(CoverPage cover)
    {
        var authors = CleanText.Block(string.Join('\n', cover.Authors));
        xml.WriteStartElement("TitlePage");
        xml.WriteStartElement("Content");
        WriteLines("Center", ScriptText.Title(film));
        if (authors.Length > 0) WriteLines("Center", $"\nwritten by\n\n{authors}");
        WriteLines("Center", CleanText.Block(cover.Source));
        WriteLines("Right", cover.DraftDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        WriteLines("Left", CleanText.Block(cover.Contact));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteLines(string alignment, string text)
    {
        if (text.Length == 0) return;
        foreach (var line in text.Split('\n'))
            WriteParagraph("Alignment", alignment, line);
    }

    private void WriteParagraph(string attribute, string value, string text)
    {
        xml.WriteStartElement("Paragraph");
        xml.WriteAttributeString(attribute, value);
        WriteText(text);
        xml.WriteEndElement();
    }

    private void WriteText(string text) => xml.WriteElementString("Text", FdxLists.Valid(text));
}
