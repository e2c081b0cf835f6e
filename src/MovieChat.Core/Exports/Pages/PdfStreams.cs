using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>Gives compressed streams the checksum at their end that the format asks for (RFC 1950) and PDFsharp leaves out: viewers do without it, whoever checks
/// a file before it is printed does not. Everything behind moves, so the table of objects is written anew.</summary>
internal static class PdfStreams
{
    private const int EntryLength = 20, ChecksumLength = 4;

    public static byte[] Complete(byte[] file)
    {
        var (table, entries) = Table(file);
        var starts = Starts(file, entries);
        using var complete = new MemoryStream(file.Length + (starts.Count * ChecksumLength));
        complete.Write(file, 0, starts.Min());
        var moved = new Dictionary<int, long>();
        var inOrder = starts.Order().Append(table).ToArray();
        for (var at = 0; at + 1 < inOrder.Length; at++)
        {
            moved[inOrder[at]] = complete.Length;
            Write(complete, file.AsSpan(inOrder[at]..inOrder[at + 1]));
        }
        WriteTable(complete, file, table, entries, [.. starts.Select(start => moved[start])]);
        return complete.ToArray();
    }

    /// <summary>Where the file's last object begins.</summary>
    public static int LastObject(byte[] file) => Starts(file, Table(file).Entries).Max();

    private static (int Start, int Entries) Table(byte[] file)
    {
        var start = Number(file, file.AsSpan().LastIndexOf("startxref\n"u8) + "startxref\n".Length);
        return (start, start + file.AsSpan(start).IndexOf("0000000000 65535 f"u8));
    }

    private static List<int> Starts(byte[] file, int entries)
    {
        var starts = new List<int>();
        for (var at = entries + EntryLength; char.IsAsciiDigit((char)file[at]); at += EntryLength)
            starts.Add(Number(file, at));
        return starts;
    }

    private static void Write(MemoryStream complete, ReadOnlySpan<byte> part)
    {
        var body = part.IndexOf(">>\nstream\n"u8);
        var length = body < 0 ? -1 : part[..body].LastIndexOf("/Length "u8);
        // A bracket begins a text, which could hold anything: streams that are compressed have none in front.
        if (length < 0 || part[..body].IndexOf("/FlateDecode"u8) < 0 || part[..body].Contains((byte)'('))
        {
            complete.Write(part);
            return;
        }
        var digits = length + "/Length ".Length;
        var (bytes, data) = (Number(part, digits), body + ">>\nstream\n".Length);
        var rest = digits + bytes.ToString(CultureInfo.InvariantCulture).Length;
        complete.Write(part[..digits]);
        complete.Write(Encoding.ASCII.GetBytes((bytes + ChecksumLength).ToString(CultureInfo.InvariantCulture)));
        complete.Write(part[rest..(data + bytes)]);
        complete.Write(Checksum(part.Slice(data, bytes).ToArray()));
        complete.Write(part[(data + bytes)..]);
    }

    private static byte[] Checksum(byte[] compressed)
    {
        const uint prime = 65521;
        using var inflate = new DeflateStream(new MemoryStream(compressed, 2, compressed.Length - 2), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        inflate.CopyTo(plain);
        var (low, high) = (1u, 0u);
        foreach (var one in plain.GetBuffer().AsSpan(0, (int)plain.Length))
        {
            low = (low + one) % prime;
            high = (high + low) % prime;
        }
        var checksum = new byte[ChecksumLength];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, (high << 16) | low);
        return checksum;
    }

    private static void WriteTable(MemoryStream complete, byte[] file, int table, int entries, IReadOnlyList<long> starts)
    {
        var start = complete.Length;
        complete.Write(file, table, entries + EntryLength - table);
        foreach (var at in starts)
            complete.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at:D10} 00000 n \n")));
        var trailer = entries + (EntryLength * (starts.Count + 1));
        var end = file.AsSpan().LastIndexOf("startxref\n"u8);
        complete.Write(file, trailer, end - trailer);
        complete.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
    }

    private static int Number(ReadOnlySpan<byte> file, int at)
    {
        var number = 0;
        for (; at < file.Length && char.IsAsciiDigit((char)file[at]); at++)
            number = (number * 10) + (file[at] - '0');
        return number;
    }
}
