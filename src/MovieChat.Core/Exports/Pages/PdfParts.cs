using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>A saved file taken apart, to be written anew: whoever writes it may put other bytes in an object's place, such as pictures that were not to be held
/// until then. Compressed streams get the checksum at their end that the format asks for (RFC 1950) and PDFsharp leaves out: viewers do without it, whoever
/// checks a file before it is printed does not. Everything behind moves, so the table of objects is written anew.</summary>
internal sealed class PdfParts
{
    private const int EntryLength = 20, ChecksumLength = 4;

    private readonly byte[] file;
    private readonly int table, entries;
    private readonly List<int> starts;
    private readonly Dictionary<int, Range> objects = [];

    public PdfParts(byte[] file)
    {
        this.file = file;
        (table, entries) = Table(file);
        starts = Starts(file, entries);
        var inOrder = starts.Index().OrderBy(each => each.Item).ToArray();
        foreach (var (at, (index, start)) in inOrder.Index())
            objects[index + 1] = start..(at + 1 < inOrder.Length ? inOrder[at + 1].Item : table);
        Numbers = [.. inOrder.Select(each => each.Index + 1)];
    }

    /// <summary>What stands before the first object.</summary>
    public ReadOnlyMemory<byte> Head => file.AsMemory(0, starts.Min());

    /// <summary>The numbers of the objects, in the order in which they stand in the file.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>The whole file, with every object as it was.</summary>
    public static byte[] Complete(byte[] file)
    {
        var parts = new PdfParts(file);
        using var complete = new MemoryStream(file.Length + (parts.starts.Count * ChecksumLength));
        complete.Write(parts.Head.Span);
        var moved = new Dictionary<int, long>();
        foreach (var number in parts.Numbers)
        {
            moved[number] = complete.Length;
            complete.Write(parts.Object(number).Span);
        }
        complete.Write(parts.Tail(moved, complete.Length).Span);
        return complete.ToArray();
    }

    /// <summary>Where the file's last object begins.</summary>
    public static int LastObject(byte[] file) => Starts(file, Table(file).Entries).Max();

    public ReadOnlyMemory<byte> Object(int number)
    {
        var part = file.AsMemory(objects[number]);
        return Completed(part.Span) ?? part;
    }

    /// <summary>The table of objects, and what comes behind it.</summary>
    /// <param name="moved">Where each object begins now.</param>
    /// <param name="start">Where this begins.</param>
    public ReadOnlyMemory<byte> Tail(IReadOnlyDictionary<int, long> moved, long start)
    {
        using var tail = new MemoryStream();
        tail.Write(file, table, entries + EntryLength - table);
        for (var number = 1; number <= starts.Count; number++)
            tail.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{moved[number]:D10} 00000 n \n")));
        var trailer = entries + (EntryLength * (starts.Count + 1));
        var end = file.AsSpan().LastIndexOf("startxref\n"u8);
        tail.Write(file, trailer, end - trailer);
        tail.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
        return tail.ToArray();
    }

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

    /// <summary>A compressed stream with its checksum; null of any other object.</summary>
    private static ReadOnlyMemory<byte>? Completed(ReadOnlySpan<byte> part)
    {
        var body = part.IndexOf(">>\nstream\n"u8);
        var length = body < 0 ? -1 : part[..body].LastIndexOf("/Length "u8);
        // A bracket begins a text, which could hold anything: streams that are compressed have none in front.
        if (length < 0 || part[..body].IndexOf("/FlateDecode"u8) < 0 || part[..body].Contains((byte)'(')) return null;
        var digits = length + "/Length ".Length;
        var (bytes, data) = (Number(part, digits), body + ">>\nstream\n".Length);
        var rest = digits + bytes.ToString(CultureInfo.InvariantCulture).Length;
        using var complete = new MemoryStream(part.Length + ChecksumLength + 1);
        complete.Write(part[..digits]);
        complete.Write(Encoding.ASCII.GetBytes((bytes + ChecksumLength).ToString(CultureInfo.InvariantCulture)));
        complete.Write(part[rest..(data + bytes)]);
        complete.Write(Checksum(part.Slice(data, bytes).ToArray()));
        complete.Write(part[(data + bytes)..]);
        return complete.ToArray();
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

    private static int Number(ReadOnlySpan<byte> file, int at)
    {
        var number = 0;
        for (; at < file.Length && char.IsAsciiDigit((char)file[at]); at++)
            number = (number * 10) + (file[at] - '0');
        return number;
    }
}
