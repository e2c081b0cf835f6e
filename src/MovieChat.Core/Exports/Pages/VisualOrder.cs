using System.Globalization;
using System.Text;

namespace MovieChat.Core.Exports.Pages;

/// <summary>The characters of one line from left to right as they are seen: the main rules of the Unicode bidirectional algorithm (UAX 9), without marks of
/// direction, which no printed text has any more.</summary>
internal static class VisualOrder
{
    private const string Brackets = "()[]{}<>«»‹›";

    private enum Kind
    {
        Neutral,
        Left,
        Right,
        Number,
    }

    public static string Of(string line)
    {
        if (line.All(letter => letter < '\u0590')) return line;
        var parts = Parts(line);
        var kinds = parts.ConvertAll(KindOf);
        if (!kinds.Contains(Kind.Right)) return line;
        var toTheLeft = kinds.Find(kind => kind is Kind.Left or Kind.Right) == Kind.Right;
        PairBrackets(parts, kinds, toTheLeft ? Kind.Right : Kind.Left);
        var levels = Levels(kinds, toTheLeft);
        for (var at = 0; at < parts.Count; at++)
            if (levels[at] % 2 == 1) parts[at] = Mirrored(parts[at]);
        for (var level = 2; level >= 1; level--)
            Reverse(parts, levels, level);
        return string.Concat(parts);
    }

    private static List<string> Parts(string line)
    {
        var parts = new List<string>();
        for (int at = 0, length; at < line.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(line, at);
            parts.Add(line.Substring(at, length));
        }
        return parts;
    }

    private static Kind KindOf(string part)
    {
        Rune.DecodeFromUtf16(part, out var rune, out _);
        if (Rune.IsDigit(rune)) return Kind.Number;
        if (rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF))
            return Kind.Right;
        return Rune.IsLetter(rune) ? Kind.Left : Kind.Neutral;
    }

    /// <summary>Two brackets of a pair run the same way: the line's, if anything between them does; else that of what is between, if what stands before does too.</summary>
    private static void PairBrackets(List<string> parts, List<Kind> kinds, Kind line)
    {
        var opened = new Stack<int>();
        for (var at = 0; at < parts.Count; at++)
        {
            var bracket = parts[at].Length == 1 ? Brackets.IndexOf(parts[at][0], StringComparison.Ordinal) : -1;
            if (bracket >= 0 && bracket % 2 == 0) opened.Push(at);
            if (bracket < 0 || bracket % 2 == 0 || !opened.TryPeek(out var open) || parts[open][0] != Brackets[bracket - 1]) continue;
            opened.Pop();
            var inside = kinds.GetRange(open, at - open).Select(kind => kind == Kind.Number ? Kind.Right : kind).Where(kind => kind != Kind.Neutral).ToHashSet();
            if (inside.Count == 0) continue;
            var before = open == 0 ? line : kinds.FindLastIndex(open - 1, kind => kind is Kind.Left or Kind.Right) is var last and >= 0 ? kinds[last] : line;
            kinds[open] = kinds[at] = inside.Contains(line) ? line : before;
        }
    }

    /// <summary>0 and 2 run to the right, 1 to the left. A number stands inside text that runs to the left as it is written.</summary>
    private static int[] Levels(List<Kind> kinds, bool toTheLeft)
    {
        var right = new bool[kinds.Count];
        var before = toTheLeft;
        for (var at = 0; at < kinds.Count; at++)
        {
            if (kinds[at] is Kind.Left or Kind.Right) before = kinds[at] == Kind.Right;
            right[at] = before;
        }
        var after = toTheLeft;
        var levels = new int[kinds.Count];
        for (var at = kinds.Count - 1; at >= 0; at--)
        {
            var runsLeft = kinds[at] == Kind.Neutral && right[at] != after ? toTheLeft : right[at];
            if (kinds[at] != Kind.Neutral) after = right[at];
            levels[at] = runsLeft ? (kinds[at] == Kind.Number ? 2 : 1) : (toTheLeft ? 2 : 0);
        }
        return levels;
    }

    private static void Reverse(List<string> parts, int[] levels, int level)
    {
        for (int at = 0, end; at < parts.Count; at = end)
        {
            end = at + 1;
            if (levels[at] < level) continue;
            while (end < parts.Count && levels[end] >= level) end++;
            parts.Reverse(at, end - at);
            Array.Reverse(levels, at, end - at);
        }
    }

    private static string Mirrored(string part)
    {
        var at = part.Length == 1 ? Brackets.IndexOf(part[0], StringComparison.Ordinal) : -1;
        return at < 0 ? part : Brackets[at ^ 1].ToString();
    }
}
