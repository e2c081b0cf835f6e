using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MovieChat.Web.Slack;

/// <summary>Text on its way to Slack and from there.</summary>
/// <remarks>Slack's own marks (<c>&lt;!here&gt;</c>, <c>*bold*</c>, <c>:smile:</c>) mean nothing in the text elements of rich text, nor in plain text without emoji: there film text is
/// sent as it is. A message's <c>text</c> is read as Slack's markup, and is escaped (https://docs.slack.dev/messaging/formatting-message-text).</remarks>
internal static partial class SlackText
{
    /// <summary>Without what nobody sees: control characters but for line breaks and tabs, marks that turn the direction of writing, halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!IsHidden(rune)) clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>The text, or its beginning with an ellipsis, in no more than <paramref name="most"/> characters (UTF-16 units), cut between what one reads as letters.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : most < 1 ? "" : Whole(text, most - 1).TrimEnd() + "…";

    /// <summary>A line of plain text: a button, a title, a label.</summary>
    public static string Line(string text, int most) => Cut(string.Join(' ', Clean(text).Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)), most) is { Length: > 0 } line ? line : "…";

    /// <summary>What stands in a message's <c>text</c>: escaped, in no more than <paramref name="most"/> characters.</summary>
    public static string Escape(string text, int most)
    {
        var clean = Clean(text);
        for (var room = most; ; room -= Math.Max(1, room / 8))
        {
            var escaped = Escape(Cut(clean, room));
            if (escaped.Length <= most) return escaped;
        }
    }

    /// <summary>How many characters Slack counts: its three control characters are entities.</summary>
    public static int Counted(string text) => text.Length + text.Count(letter => letter is '<' or '>') * 3 + text.Count(letter => letter is '&') * 4;

    /// <summary>A long text in pieces of no more than <paramref name="most"/> characters. A longer text that begins alike has the same first pieces.</summary>
    public static IReadOnlyList<string> Pieces(string text, int most)
    {
        var pieces = new List<string>();
        var rest = text;
        while (rest.Length > most)
        {
            var window = Whole(rest, most);
            var end = window.LastIndexOf('\n') is var line && line > most / 2 ? line + 1 : window.LastIndexOf(' ') is var space && space > most / 2 ? space + 1 : window.Length;
            pieces.Add(rest[..end]);
            rest = rest[end..];
        }

        pieces.Add(rest);
        return pieces;
    }

    /// <summary>What somebody typed, as they meant it: without the mention of the bot, mentions and links as one reads them, entities decoded.</summary>
    /// <param name="bot">The bot's user id; null when it is not known.</param>
    public static string Said(string text, string? bot)
    {
        var plain = MarkPattern().Replace(text, mark => mark.Groups["kind"].Value switch
        {
            "@" when mark.Groups["what"].Value == bot => "",
            "@" or "#" or "!" => mark.Groups["label"].Success ? $"{mark.Groups["kind"].Value.Replace('!', '@')}{mark.Groups["label"].Value.TrimStart('@', '#')}" : $"{mark.Groups["kind"].Value.Replace('!', '@')}{mark.Groups["what"].Value}",
            _ => mark.Groups["what"].Value,
        });
        return Clean(plain.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)).Trim();
    }

    /// <summary>Names that Slack calls people by stand apart from their sign, should some setting of a workspace look for them.</summary>
    private static string Escape(string text) => CallPattern().Replace(
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal), "@\u2060");

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFEFF or 0xFFFE or 0xFFFF => true,
        _ => Rune.IsControl(rune),
    };

    /// <summary>As much of the beginning as fits without parting what is one letter to its reader.</summary>
    private static string Whole(string text, int most)
    {
        var window = text[..Math.Min(text.Length, most)];
        if (window.Length == text.Length || most <= 0) return window;
        var last = 0;
        var starts = StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, most + 32)]);
        foreach (var start in starts)
        {
            if (start > most) break;
            last = start;
        }

        // A letter of more than all of it is nobody's: it is parted between its characters.
        return last > 0 ? text[..last] : char.IsHighSurrogate(window[^1]) ? window[..^1] : window;
    }

    [GeneratedRegex(@"<((?<kind>[@#!])(?<what>[^<>|]+)|(?<what>[a-z]+:[^<>|]+))(\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkPattern();

    [GeneratedRegex("@(?=channel|here|everyone)", RegexOptions.IgnoreCase)]
    private static partial Regex CallPattern();
}
