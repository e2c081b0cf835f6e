using System.Buffers.Binary;
using System.Text;

namespace MovieChat.Tests.Telemetry;

/// <summary>A protocol buffer's fields by number, read without its description (https://protobuf.dev/programming-guides/encoding/).</summary>
internal sealed class WireMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public WireMessage(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var key = Varint(ref bytes);
            var (number, content) = (key & 7) switch
            {
                0 => (Varint(ref bytes), default),
                1 => (BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8).Span), default),
                2 => (0UL, Take(ref bytes, (int)Varint(ref bytes))),
                5 => (BinaryPrimitives.ReadUInt32LittleEndian(Take(ref bytes, 4).Span), default),
                var other => throw new FormatException($"A protocol buffer has no wire type {other}."),
            };
            _fields.Add(((int)(key >> 3), number, content));
        }
    }

    public bool Has(int field) => _fields.Exists(each => each.Field == field);

    public ulong Number(int field) => _fields.LastOrDefault(each => each.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    public WireMessage Message(int field) => new(Bytes(field));

    public IEnumerable<WireMessage> Messages(int field) => _fields.Where(each => each.Field == field).Select(each => new WireMessage(each.Bytes));

    private ReadOnlyMemory<byte> Bytes(int field) => _fields.LastOrDefault(each => each.Field == field).Bytes;

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref bytes, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> bytes, int count)
    {
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
