using System.Xml;
using System.Xml.Linq;
using MovieChat.Core.Film;

namespace MovieChat.Tests.Exports;

/// <summary>A script as a reader of Final Draft's files takes it: the type and text of each paragraph.</summary>
internal sealed record FdxReader(XElement Root)
{
    public static FdxReader Read(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return new(XDocument.Load(reader).Root!);
    }

    public IEnumerable<XElement> Paragraphs => Root.Element("Content")!.Elements("Paragraph");

    public IEnumerable<(string Type, string Text)> Elements => Paragraphs.Select(paragraph => (paragraph.Attribute("Type")!.Value, Text(paragraph)));

    public IEnumerable<string> TitlePage => Root.Element("TitlePage")!.Element("Content")!.Elements("Paragraph").Select(Text);

    /// <summary>The film's dialogues, from heading to heading.</summary>
    public IEnumerable<Element[]> Scenes()
    {
        var scenes = new List<List<Element>>();
        foreach (var (type, text) in Elements)
        {
            if (type == "Scene Heading") scenes.Add([]);
            else scenes[^1].Add(new Element { Type = type.ToLowerInvariant(), Text = text });
        }
        return scenes.Select(scene => scene.ToArray());
    }

    public IEnumerable<string> List(string name) => Root.Element("SmartType")!.Element(name)!.Elements().Select(entry => entry.Value);

    private static string Text(XElement paragraph) => string.Concat(paragraph.Elements("Text").Select(text => text.Value));
}
