using System.Text;
using System.Xml;
using MovieChat.Core.Film;

namespace MovieChat.Core.Exports;

/// <summary>The screenplay in Final Draft's XML, as Beat and Trelby write it too: the format in which scripts are handed to a production.</summary>
public static class Fdx
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>Writes the scenes in their order, each with number, summary and the elements of its dialogue; then the title page and the lists from which
    /// Final Draft completes what is typed.</summary>
    /// <remarks>Texts are literal, cleaned and ordered as Fountain has them. What XML forbids, and a text can still hold, is U+FFFD. Lines of an action or a
    /// speech are lines of one paragraph.</remarks>
    public static byte[] Write(Screenplay film, CoverPage cover)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
            new FdxWriter(film, xml).Write(cover);
        return stream.ToArray();
    }
}
