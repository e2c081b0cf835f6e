using System.Buffers;
using System.Globalization;
using System.Text;

namespace MovieChat.Core.Authorship;

/// <summary>Splits a text into words: runs of letters, digits and the apostrophes and hyphens between them. Where a script puts no spaces between words, each
/// character is one, and so is each sign that is no punctuation.</summary>
internal static class WordSplitter
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…。！？．।؟\n");

    public static IEnumerable<Word> Words(string text, bool isSpoken)
    {
        var last = -1;
        var word = "";
        foreach (var (start, end) in Places(text))
        {
            if (last >= 0) yield return new(word, isSpoken, text.AsSpan(last..start).ContainsAny(SentenceEnds));
            (word, last) = (text[start..end].Replace('’', '\''), end);
        }

        if (last >= 0) yield return new(word, isSpoken, EndsSentence: true);
    }

    private static IEnumerable<(int Start, int End)> Places(string text)
    {
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text, at);
            switch (KindAt(text, at))
            {
                case Kind.Alone:
                    yield return (at, at + length);
                    break;
                case Kind.Letter:
                    length = EndOfWord(text, at) - at;
                    yield return (at, at + length);
                    break;
            }
        }
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        for (var at = start; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
        {
            var kind = KindAt(text, at);
            if (kind is Kind.Letter) end = at + StringInfo.GetNextTextElementLength(text, at);
            else if (kind is not Kind.Joint || at != end) break;
        }

        return end;
    }

    private static Kind KindAt(string text, int at)
    {
        if (text[at] is '\'' or '’' or '-' or '\u2010' or '\u2011') return Kind.Joint;
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
        if (IsWithoutSpaces(rune.Value)) return Rune.IsLetterOrDigit(rune) ? Kind.Alone : Kind.None;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherNumber => Kind.Letter,
            >= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol => Kind.Alone,
            _ => Kind.None,
        };
    }

    // Thai and Lao, Myanmar, Khmer, kana and ideographs, Yi, half-width kana. Korean has spaces.
    private static bool IsWithoutSpaces(int rune) =>
        rune is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0x312F) or (>= 0x3190 and <= 0xA4CF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF);

    private enum Kind
    {
        None,
        Letter,
        Joint,
        Alone,
    }
}
