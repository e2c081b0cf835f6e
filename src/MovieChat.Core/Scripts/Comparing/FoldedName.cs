using System.Globalization;
using System.Text;
using MovieChat.Core.Exports;

namespace MovieChat.Core.Scripts.Comparing;

/// <summary>Names as they are compared: without extension, case and diacritics.</summary>
internal static class FoldedName
{
    // The service runs without the tables of Unicode's decompositions (InvariantGlobalization), so the letters of Latin scripts are listed.
    private const string Accented = "ÀÁÂÃÄÅĀĂĄÇĆĈĊČĎĐÈÉÊËĒĔĖĘĚĜĞĠĢĤĦÌÍÎÏĨĪĬĮİĴĶĹĻĽĿŁÑŃŅŇÒÓÔÕÖØŌŎŐŔŖŘŚŜŞŠȘŢŤŦȚÙÚÛÜŨŪŬŮŰŲŴÝŶŸŹŻŽ";
    private const string Plain = "AAAAAAAAACCCCCDDEEEEEEEEEGGGGHHIIIIIIIIIJKLLLLLNNNNOOOOOOOOORRRSSSSSTTTTUUUUUUUUUUWYYYZZZ";

    /// <summary>Letters and digits in lower case, words apart by one space; empty when there are none.</summary>
    public static string Of(string cue)
    {
        var folded = new StringBuilder(cue.Length);
        foreach (var rune in FountainSyntax.CueName(cue).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune)) folded.Append(Base(Rune.ToUpperInvariant(rune)));
            else if (rune.Value is not ('\'' or '’') && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static string Base(Rune upper)
    {
        var at = upper.IsBmp ? Accented.IndexOf((char)upper.Value, StringComparison.Ordinal) : -1;
        return at >= 0 ? char.ToLowerInvariant(Plain[at]).ToString() : Rune.ToLowerInvariant(upper).ToString();
    }
}
