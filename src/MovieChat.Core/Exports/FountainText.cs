using System.Text;

namespace MovieChat.Core.Exports;

/// <summary>Emphasis and escapes inside an element. A backslash makes the ASCII punctuation after it literal; before anything else it is itself.</summary>
internal static class FountainText
{
    /// <summary>Text as markup that reads back as the same text. (A boneyard's <c>/*</c> is broken by the asterisk's escape.)</summary>
    public static string Escape(string text)
    {
        var markup = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '*' or '_' or '\\' || (text[at] == '[' && at > 0 && text[at - 1] == '['))
                markup.Append('\\');
            markup.Append(text[at]);
        }
        return markup.ToString();
    }

    public static bool IsEscape(string text, int at) =>
        text[at] == '\\' && at + 1 < text.Length && IsPunctuation(text[at + 1]);

    /// <summary>Whether the character at this place is escaped by the backslashes before it.</summary>
    public static bool IsEscaped(string text, int at)
    {
        var first = at;
        while (first > 0 && text[first - 1] == '\\') first--;
        return (at - first) % 2 == 1;
    }

    /// <summary>Without emphasis and escapes. Emphasis never crosses a line; marks that make no pair are literal.</summary>
    public static string Plain(string markup) =>
        markup.AsSpan().IndexOfAny('*', '_', '\\') < 0 ? markup : string.Join('\n', markup.Split('\n').Select(PlainLine));

    private static string PlainLine(string line)
    {
        var marks = EmphasisMarks(line);
        var plain = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            if (marks[at]) continue;
            if (IsEscape(line, at)) at++;
            plain.Append(line[at]);
        }
        return plain.ToString();
    }

    /// <summary>For each character, whether it belongs to a pair of <c>*</c>, <c>**</c>, <c>***</c> or <c>_</c>. One pass: an opening mark is remembered
    /// by its kind until one of the same kind closes it.</summary>
    private static bool[] EmphasisMarks(string line)
    {
        var marks = new bool[line.Length];
        Span<int> opened = [-1, -1, -1, -1];
        for (int at = 0, length; at < line.Length; at += length)
        {
            length = IsEscape(line, at) ? 2 : MarkLength(line, at);
            if (line[at] is not ('*' or '_') || length > 3) continue;
            ref var open = ref opened[line[at] == '_' ? 0 : length];
            if (open >= 0 && CanClose(line, at, length))
            {
                marks.AsSpan(open, length).Fill(true);
                marks.AsSpan(at, length).Fill(true);
                open = -1;
            }
            else if (CanOpen(line, at, length))
                open = at;
        }
        return marks;
    }

    private static int MarkLength(string line, int at)
    {
        if (line[at] != '*') return 1;
        var end = at;
        while (end < line.Length && line[end] == '*') end++;
        return end - at;
    }

    // An underscore inside a word is a letter of it.
    private static bool CanOpen(string line, int at, int length) =>
        at + length < line.Length && !char.IsWhiteSpace(line[at + length])
        && (line[at] != '_' || at == 0 || !char.IsLetterOrDigit(line[at - 1]));

    private static bool CanClose(string line, int at, int length) =>
        at > 0 && !char.IsWhiteSpace(line[at - 1])
        && (line[at] != '_' || at + length == line.Length || !char.IsLetterOrDigit(line[at + length]));

    private static bool IsPunctuation(char mark) => char.IsAscii(mark) && (char.IsPunctuation(mark) || char.IsSymbol(mark));
}
