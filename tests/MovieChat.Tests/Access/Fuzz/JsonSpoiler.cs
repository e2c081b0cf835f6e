using System.Text;
using System.Text.Json.Nodes;

namespace MovieChat.Tests.Access.Fuzz;

/// <summary>Grows bodies from valid ones: now and then a value, a name or a byte is not what it should be.</summary>
internal sealed class JsonSpoiler(Random random)
{
    /// <summary>The body as it is, or spoilt in one place or a few.</summary>
    public byte[] Spoil(JsonNode body) => random.Next(20) switch
    {
        < 12 => Encoding.UTF8.GetBytes(Text(body, 0)),
        < 16 => Encoding.UTF8.GetBytes(Text(body, 1)),
        < 18 => Encoding.UTF8.GetBytes(Text(body, random.Next(2, 4))),
        < 19 => Torn(Encoding.UTF8.GetBytes(Text(body, 0))),
        _ => Recoded(Text(body, random.Next(2))),
    };

    private string Text(JsonNode body, int faults)
    {
        var count = Count(body);
        var places = Enumerable.Range(0, faults).Select(_ => random.Next(count)).ToHashSet();
        var (text, place) = (new StringBuilder(), 0);
        Write(body, text, places, ref place);
        return text.ToString();
    }

    private static int Count(JsonNode? node) => 1 + node switch
    {
        JsonObject many => many.Sum(property => Count(property.Value)),
        JsonArray many => many.Sum(Count),
        _ => 0,
    };

    private void Write(JsonNode? node, StringBuilder text, HashSet<int> places, ref int place)
    {
        var isSpoilt = places.Contains(place++);
        if (isSpoilt && (node is not JsonObject || random.Next(3) == 0))
        {
            text.Append(Pick(Odd.Pieces));
            place += Count(node) - 1;
            return;
        }

        if (node is JsonObject whole) WriteObject(whole, isSpoilt, text, places, ref place);
        else if (node is JsonArray list) WriteArray(list, text, places, ref place);
        else text.Append(node?.ToJsonString() ?? "null");
    }

    private void WriteObject(JsonObject whole, bool isSpoilt, StringBuilder text, HashSet<int> places, ref int place)
    {
        var (chosen, fault) = (isSpoilt ? random.Next(whole.Count + 1) : -1, random.Next(4));
        text.Append('{');
        foreach (var (index, (name, value)) in whole.Index())
        {
            if (index > 0) text.Append(',');
            if (index == chosen && fault == 0) text.Append($"\"{name}\":{Pick(Odd.Pieces)},");
            if (index == chosen && fault == 1) text.Append($"\"{Pick(Odd.Names)}\":{Pick(Odd.Pieces)},");
            text.Append(index == chosen && fault > 1 ? $"\"{Pick(Odd.Names)}\":" : $"\"{name}\":");
            Write(value, text, places, ref place);
        }

        text.Append('}');
    }

    private void WriteArray(JsonArray list, StringBuilder text, HashSet<int> places, ref int place)
    {
        text.Append('[');
        foreach (var (index, value) in list.Index())
        {
            if (index > 0) text.Append(',');
            Write(value, text, places, ref place);
        }

        text.Append(']');
    }

    /// <summary>Cut off, or with wrong bytes somewhere.</summary>
    private byte[] Torn(byte[] body)
    {
        if (random.Next(2) == 0) return body[..random.Next(body.Length)];
        for (var count = random.Next(1, 5); count > 0; count--) body[random.Next(body.Length)] = (byte)random.Next(256);
        return body;
    }

    private byte[] Recoded(string text) => random.Next(7) switch
    {
        0 => Encoding.Unicode.GetBytes(text),
        1 => Encoding.BigEndianUnicode.GetBytes(text),
        2 => Encoding.UTF32.GetBytes(text),
        3 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        4 => Encoding.UTF8.GetBytes(text + text),
        5 => Encoding.UTF8.GetBytes($"\t\r\n {text} \n\0"),
        _ => [.. Encoding.UTF8.GetBytes(text[..^1]), 0xED, 0xA0, 0x80, .. "}"u8],
    };

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
