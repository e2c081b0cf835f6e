using System.Globalization;
using System.Text;

namespace MovieChat.Understudy.Stories;

/// <summary>Ids made of names: lower-case ASCII letters, digits and dashes, at most 30 characters.</summary>
internal static class Slug
{
    /// <summary>The name's slug, with a number when it is taken; a name in another script becomes <c>person</c>.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var slug = Of(name);
        var id = slug;
        for (var n = 2; !taken.Add(id); n++) id = $"{slug}-{n}";
        return id;
    }

    private static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "person" : text[..Math.Min(text.Length, 30)].Trim('-');
    }
}
