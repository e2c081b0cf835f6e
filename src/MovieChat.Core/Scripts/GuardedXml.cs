using System.Text;
using System.Xml;

namespace MovieChat.Core.Scripts;

/// <summary>Walks through XML that comes from anywhere. Nothing is resolved or expanded: a document type definition, an entity of its own, a processing instruction
/// and sizes that no script has are refused, each with its place.</summary>
internal sealed class GuardedXml : IDisposable
{
    /// <summary>Final Draft nests a dozen elements.</summary>
    private const int MostDepth = 32;

    private const int MostElements = 400_000;

    private readonly XmlReader reader;
    private int elements;

    public GuardedXml(ReadOnlyMemory<byte> bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ScriptReader.MostBytes,
            MaxCharactersFromEntities = 1_024,
            CheckCharacters = true,
            IgnoreComments = true,
        };
        try
        {
            reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);
        }
        catch (XmlException wrong)
        {
            // The first bytes tell the encoding.
            throw Unreadable(wrong);
        }
    }

    /// <summary>Where the reader stands, from 1.</summary>
    public int Line => Math.Max(1, ((IXmlLineInfo)reader).LineNumber);

    public string? Attribute(string name) => reader.GetAttribute(name);

    /// <summary>Goes to the root element, and gives its name.</summary>
    public string Root()
    {
        while (Next())
        {
            if (reader.NodeType is XmlNodeType.Element) return reader.Name;
        }

        throw Refused("The body holds no element: send a whole script in Final Draft's XML");
    }

    /// <summary>Calls <paramref name="child"/> with the name of every element directly below the one where the reader stands, which it leaves at its end.
    /// What the callback does not read is passed over, and still checked.</summary>
    public void Each(Action<string> child)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Element && reader.Depth == depth + 1) child(reader.LocalName);
        }
    }

    /// <summary>The text in the element where the reader stands, and in whatever is below it.</summary>
    public string Text()
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text.Append(reader.Value);
        }

        return text.ToString();
    }

    /// <summary>Reads to the end, so that all of the file has been checked.</summary>
    public void Finish()
    {
        while (Next())
        {
            // Only checked.
        }
    }

    public UnreadableScriptException Refused(string what) => new($"{what} (line {Line}).", Line);

    public void Dispose() => reader.Dispose();

    private bool Next()
    {
        try
        {
            if (!reader.Read()) return false;
        }
        catch (XmlException wrong)
        {
            throw Unreadable(wrong);
        }

        if (reader.NodeType is XmlNodeType.ProcessingInstruction) throw Refused("The script holds a processing instruction, which Final Draft writes none of: take it out");
        if (reader.NodeType is XmlNodeType.Element && ++elements > MostElements) throw Refused($"The script has more than {MostElements} elements, which no script has: send less");
        return reader.Depth <= MostDepth ? true : throw Refused($"The script nests elements deeper than {MostDepth}, which Final Draft does not: take them out");
    }

    /// <summary>The reader's own words quote the file and name its classes, so only what they point at is told.</summary>
    private static UnreadableScriptException Unreadable(XmlException wrong)
    {
        var line = Math.Max(1, wrong.LineNumber);
        var place = $"line {line}, position {Math.Max(1, wrong.LinePosition)}";
        if (wrong.Message.Contains("DTD", StringComparison.Ordinal)) return new($"The script holds a document type definition ({place}), which Final Draft writes none of: take it out.", line);
        if (wrong.Message.Contains("entity", StringComparison.Ordinal)) return new($"The script uses an entity that XML does not know by itself ({place}): write the character instead.", line);
        if (wrong.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase) || wrong.Message.Contains("byte order", StringComparison.OrdinalIgnoreCase)) return new($"The script is in an encoding that is not read, or not in the one that it declares ({place}): save it as UTF-8 or UTF-16.", line);
        return wrong.Message.Contains("invalid character", StringComparison.Ordinal)
            ? new($"The script holds a character that XML does not allow ({place}): take it out.", line)
            : new($"The script is no well-formed XML at {place}: save it once more from Final Draft, or send another format.", line);
    }
}
