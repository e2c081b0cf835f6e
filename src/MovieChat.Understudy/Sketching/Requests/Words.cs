using System.Globalization;
using System.Text;

namespace MovieChat.Understudy.Sketching.Requests;

/// <summary>Finding words in plain text: lower case, whole words.</summary>
internal static class Words
{
    /// <summary>Lower case, one space between words, nothing that cannot be seen; at most <paramref name="limit"/> characters are read.</summary>
    public static string Plain(string? text, int limit = 4000)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var plain = new StringBuilder(Math.Min(text.Length, limit) + 2);
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, limit)))
        {
            var seen = char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Surrogate ? ' ' : letter is '’' or '‘' ? '\'' : char.ToLowerInvariant(letter);
            if (char.IsWhiteSpace(seen) && (plain.Length == 0 || plain[^1] == ' ')) continue;
            plain.Append(char.IsWhiteSpace(seen) ? ' ' : seen);
        }
        return plain.ToString().TrimEnd();
    }

    /// <summary>Whether a plain text holds a word or a phrase; a trailing <c>*</c> stands for any ending.</summary>
    public static bool Has(string text, string word) => At(text, word) >= 0;

    /// <summary>Where a word begins in a plain text, or -1.</summary>
    public static int At(string text, string word, int from = 0)
    {
        var open = word.EndsWith('*');
        var stem = open ? word[..^1] : word;
        for (var at = text.IndexOf(stem, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.Ordinal))
        {
            var end = at + stem.Length;
            var starts = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (starts && (open || end == text.Length || !char.IsLetterOrDigit(text[end]))) return at;
        }
        return -1;
    }

    public static bool Any(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (Has(text, word)) return true;
        return false;
    }
}
