using System.Xml;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>What Final Draft completes while somebody types: the people, and the parts of headings, each once and in the order of the film.</summary>
internal sealed class FdxLists
{
    private readonly OrderedDictionary<string, bool> people = [];
    private readonly OrderedDictionary<string, bool> intros = [];
    private readonly OrderedDictionary<string, bool> places = [];
    private readonly OrderedDictionary<string, bool> times = [];

    /// <summary>Characters that XML does not know are replaced; of clean text, only U+FFFE and U+FFFF can be.</summary>
    public static string Valid(string text) =>
        text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') < 0 ? text : text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');

    public void Add(Cast? cast)
    {
        foreach (var person in cast?.Characters ?? [])
            Add(people, person.Name);
    }

    public void AddCue(string cue) => Add(people, FountainSyntax.CueName(cue));

    public void Add(SceneHeading heading)
    {
        Add(intros, heading.Setting.Trim().TrimEnd('.'));
        Add(places, heading.Place);
        Add(times, heading.Time);
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("SmartType");
        Write(xml, "Characters", "Character", people, null);
        Write(xml, "SceneIntros", "SceneIntro", intros, ". ");
        Write(xml, "Locations", "Location", places, null);
        Write(xml, "TimesOfDay", "TimeOfDay", times, " - ");
        xml.WriteEndElement();
    }

    private static void Add(OrderedDictionary<string, bool> list, string text)
    {
        var word = CleanText.Line(text).ToUpperInvariant();
        if (word.Length > 0) list.TryAdd(word, true);
    }

    private static void Write(XmlWriter xml, string name, string entry, OrderedDictionary<string, bool> words, string? separator)
    {
        xml.WriteStartElement(name);
        if (separator is not null) xml.WriteAttributeString("Separator", separator);
        foreach (var word in words.Keys)
            xml.WriteElementString(entry, Valid(word));
        xml.WriteEndElement();
    }
}
