using MovieChat.Core;

namespace MovieChat.Web.Teams.Cards;

/// <summary>Texts of films and writers, such that no client reads anything into them.</summary>
internal static class CardText
{
    /// <summary>Without control characters but line feeds.</summary>
    public static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\t', ' ');
        return lines.Any(IsRefused) ? string.Concat(lines.Where(letter => !IsRefused(letter))) : lines;
    }

    /// <summary>The first <paramref name="most"/> characters, with an ellipsis where there are more.</summary>
    public static string Short(string text, int most)
    {
        var clean = Clean(text);
        return clean.Length <= most ? clean : Upto(clean, most - 1) + "…";
    }

    /// <summary>The first characters, without half of a surrogate pair.</summary>
    public static string Upto(string text, int most) => most <= 0 ? "" : text.Length <= most ? text : Cutting.Upto(text, most);

    /// <summary>A text as it stands. Clients put dates and times in the place of <c>{{DATE(…)}}</c> also here, so that the braces are set apart.</summary>
    public static AdaptiveElement.PlainText Block(params IEnumerable<TextRun> runs) => new([.. runs.SelectMany(Apart)]);

    private static IEnumerable<TextRun> Apart(TextRun run)
    {
        var text = Clean(run.Text);
        var begin = 0;
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", begin, StringComparison.Ordinal))
        {
            yield return run with { Text = text[begin..(at + 1)] };
            begin = at + 1;
        }

        if (begin < text.Length || begin == 0) yield return run with { Text = text[begin..] };
    }

    private static bool IsRefused(char letter) => char.IsControl(letter) && letter != '\n';
}
