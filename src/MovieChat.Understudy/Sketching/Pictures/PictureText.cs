using System.Buffers.Binary;
using System.Text;

namespace MovieChat.Understudy.Sketching.Pictures;

/// <summary>A line of text inside a picture's file: a tEXt chunk of a PNG (PNG specification, 11.3.3), a comment segment of a JPEG (ITU-T T.81, B.2.4.5).</summary>
internal static class PictureText
{
    private const string Keyword = "Comment";
    private const int MostParts = 4096;

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> picture) => picture.StartsWith(PngMark);

    public static bool IsJpeg(ReadOnlySpan<byte> picture) => picture.Length > 3 && picture[0] == 0xFF && picture[1] == 0xD8;

    /// <summary>The picture with the text in it; ASCII.</summary>
    public static byte[] Put(byte[] picture, string text)
    {
        // Behind the header of a PNG (8 + 25 bytes), behind the JFIF segment of a JPEG, which has to come first.
        var (part, at) = IsPng(picture) ? (Chunk(text), 33) : (Segment(text), picture[3] == 0xE0 ? 4 + BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(4)) : 2);
        return [.. picture.AsSpan(0, at), .. part, .. picture.AsSpan(at)];
    }

    /// <summary>The texts of a picture that are at most so many letters long; none for anything that is no picture.</summary>
    public static IEnumerable<string> All(ReadOnlyMemory<byte> picture, int longest) =>
        IsPng(picture.Span) ? OfPng(picture, longest) : IsJpeg(picture.Span) ? OfJpeg(picture, longest) : [];

    private static IEnumerable<string> OfPng(ReadOnlyMemory<byte> picture, int longest)
    {
        var at = 8;
        for (var part = 0; part < MostParts && at + 12 <= picture.Length; part++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture.Span[at..]);
            if (length > picture.Length - at - 12) yield break;
            var body = picture.Slice(at + 8, (int)length);
            if (picture.Span.Slice(at + 4, 4).SequenceEqual("tEXt"u8) && length <= longest + 80 && body.Span.IndexOf((byte)0) is > 0 and var zero)
                yield return Encoding.Latin1.GetString(body.Span[(zero + 1)..]);
            at += 12 + (int)length;
        }
    }

    private static IEnumerable<string> OfJpeg(ReadOnlyMemory<byte> picture, int longest)
    {
        var at = 2;
        for (var part = 0; part < MostParts && at + 4 <= picture.Length && picture.Span[at] == 0xFF; part++)
        {
            var (marker, length) = (picture.Span[at + 1], BinaryPrimitives.ReadUInt16BigEndian(picture.Span[(at + 2)..]));
            if (marker == 0xDA || length < 2 || at + 2 + length > picture.Length) yield break;
            if (marker == 0xFE && length - 2 <= longest) yield return Encoding.Latin1.GetString(picture.Span.Slice(at + 4, length - 2));
            at += 2 + length;
        }
    }

    private static byte[] Chunk(string text)
    {
        byte[] body = [.. "tEXt"u8, .. Encoding.Latin1.GetBytes(Keyword), 0, .. Encoding.Latin1.GetBytes(text)];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length - 4);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Check(body));
        return chunk;
    }

    private static byte[] Segment(string text)
    {
        var body = Encoding.Latin1.GetBytes(text);
        return [0xFF, 0xFE, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
    }

    // CRC-32 as the PNG specification has it (annex D).
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var each in bytes)
        {
            check ^= each;
            for (var bit = 0; bit < 8; bit++) check = (check & 1) != 0 ? 0xEDB88320 ^ (check >> 1) : check >> 1;
        }
        return ~check;
    }
}
