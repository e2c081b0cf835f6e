using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Makes the same film the same file. PDFsharp takes the time from the clock and names documents by lot; and its metadata are no XML when a title
/// has a <c>&amp;</c> in it.</summary>
internal static class PdfSeal
{
    public static void Describe(PdfDocument document, string title, IReadOnlyList<string> authors)
    {
        document.Info.Title = title.Replace('\n', ' ');
        document.Info.Author = string.Join(", ", authors.Select(CleanText.Line));
        document.Info.Creator = "Movie Chat";
    }

    /// <summary>The file as it is saved, for <see cref="PdfParts"/> to be completed.</summary>
    /// <param name="words">All that the file says.</param>
    public static byte[] Save(PdfDocument document, string words, DateTimeOffset at)
    {
        document.Info.CreationDate = document.Info.ModificationDate = at.UtcDateTime;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{at.UtcDateTime:O}\n{words}"));
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Convert.ToHexStringLower(hash)[..16];
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        var file = stream.ToArray();
        WriteMetadata(file.AsSpan(PdfParts.LastObject(file)), Metadata(document.Info, at));
        return file;
    }

    /// <summary>The metadata are the file's last object, as plain text, and made only when it is saved: they are written over, and what is left of their room
    /// is white space, as it may be.</summary>
    private static void WriteMetadata(Span<byte> last, byte[] metadata)
    {
        var start = last.IndexOf("<?xpacket begin="u8);
        var end = last.LastIndexOf("<?xpacket end="u8);
        if (start < 0 || end < start) return;
        var room = last[start..end];
        room.Fill((byte)' ');
        if (metadata.Length <= room.Length) metadata.CopyTo(room);
    }

    private static byte[] Metadata(PdfDocumentInformation info, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <xmp:CreateDate>{time}</xmp:CreateDate><xmp:ModifyDate>{time}</xmp:ModifyDate><xmp:CreatorTool>{info.Creator}</xmp:CreatorTool>
            </rdf:Description></rdf:RDF></x:xmpmeta>

            """);
    }
}
