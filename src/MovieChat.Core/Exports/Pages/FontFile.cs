using System.Buffers.Binary;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>What the layout must know of a TrueType font: which characters it has, and how wide they are. PDFsharp tells neither before it draws.</summary>
internal sealed class FontFile
{
    private readonly byte[] data;
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int unitsPerEm;
    private readonly int widths;
    private readonly int widthCount;

    public FontFile(string name, byte[] data)
    {
        Name = name;
        this.data = data;
        unitsPerEm = Word(Table("head") + 18);
        widthCount = Word(Table("hhea") + 34);
        widths = Table("hmtx");
        ReadCharacters(Table("cmap"));
    }

    public string Name { get; }

    public ReadOnlyMemory<byte> Data => data;

    public bool Has(Rune rune) => glyphs.ContainsKey(rune.Value);

    /// <summary>Its number in the font, 0 when it has none.</summary>
    public int Glyph(Rune rune) => glyphs.GetValueOrDefault(rune.Value);

    /// <summary>In thousandths of the font's size.</summary>
    public int Width(Rune rune)
    {
        var glyph = Math.Min(Glyph(rune), widthCount - 1);
        return (int)Math.Round(Word(widths + (4 * glyph)) * 1000.0 / unitsPerEm);
    }

    private int Table(string tag)
    {
        for (var entry = 12; entry < 12 + (16 * Word(4)); entry += 16)
            if (Encoding.ASCII.GetString(data, entry, 4) == tag) return Long(entry + 8);
        throw new InvalidDataException($"{Name} has no table {tag}.");
    }

    // The subtables of Windows: 3.10 has all of Unicode, 3.1 its first plane.
    private void ReadCharacters(int cmap)
    {
        for (var entry = cmap + 4; entry < cmap + 4 + (8 * Word(cmap + 2)); entry += 8)
        {
            if (Word(entry) != 3) continue;
            var table = cmap + Long(entry + 4);
            if (Word(table) == 4) ReadSegments(table);
            else if (Word(table) == 12) ReadGroups(table);
        }
    }

    private void ReadSegments(int table)
    {
        var count = Word(table + 6) / 2;
        for (var segment = 0; segment < count; segment++)
        {
            var end = table + 14 + (2 * segment);
            var start = end + (2 * count) + 2;
            var offset = start + (4 * count);
            for (var code = Word(start); code <= Word(end) && code != 0xFFFF; code++)
                Add(code, Glyph(code, Word(start), Word(start + (2 * count)), offset));
        }
    }

    private int Glyph(int code, int start, int delta, int offset)
    {
        if (Word(offset) == 0) return (code + delta) & 0xFFFF;
        var glyph = Word(offset + Word(offset) + (2 * (code - start)));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private void ReadGroups(int table)
    {
        for (var group = table + 16; group < table + 16 + (12 * Long(table + 12)); group += 12)
            for (var code = Long(group); code <= Long(group + 4); code++)
                Add(code, Long(group + 8) + code - Long(group));
    }

    private void Add(int code, int glyph)
    {
        if (glyph != 0) glyphs[code] = glyph;
    }

    private int Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
